import OrthoticCore

/// How a moulded device fits its foot: `OrthoticBenchmarks fit [DATA]`, from the package's folder.
///
/// Each foot gets a device whose arch meets it in full. Between heel and metatarsal line, what is more than a centimetre
/// inside the trim line is to follow the sole; nearer, the bowl is free, and what it presses into the foot is shown.
enum FitBenchmark {
  static let group = BenchmarkGroup(name: "fit", isLong: true) { arguments in
    var names: Set<String> = []
    for foot in StudyFeet.load(data: RealFolder.path(arguments.first)) {
      // A scan that is paired with two maps fits the same.
      guard let scan = foot.name.split(separator: " ").first, names.insert(String(scan)).inserted else { continue }
      show(Fit(of: foot.foot), name: String(scan))
    }
  }

  /// Greatest mean gap, and the gap within which 99 % are to lie, mm.
  private static let wanted = (mean: 0.10, most: 0.5)

  private static func show(_ fit: Fit, name: String) {
    let gaps = fit.inside.map(abs).sorted()
    guard let most = gaps.last else { return print("FAIL  \(name): nothing of the sole lies inside") }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let percentile = gaps[gaps.count * 99 / 100]
    BenchmarkReport.hold(
      mean <= wanted.mean && percentile <= wanted.most,
      "\(name): mean gap \(BenchmarkReport.text(mean, 3)) mm, 99 % within \(BenchmarkReport.text(percentile, 2)) mm, most \(BenchmarkReport.text(most, 2)) mm"
    )
    for (part, presses) in fit.beside {
      let sorted = presses.sorted()
      guard let last = sorted.last else { continue }
      let above = Double(sorted.count { $0 > 1 }) / Double(sorted.count)
      BenchmarkReport.note(
        "nearer the border, \(part): pressed in by \(BenchmarkReport.text(sorted[sorted.count / 2], 1)) mm on the median, 95 % \(BenchmarkReport.text(sorted[sorted.count * 95 / 100], 1)), most \(BenchmarkReport.text(last, 1)); more than 1 mm on \(BenchmarkReport.text(100 * above, 0)) % of it"
      )
    }
  }

  /// Heights of a device's top above the sole, its thickness apart, mm; negative where it stays away.
  private struct Fit {
    /// Between heel and metatarsal line, more than a centimetre inside the trim line.
    private(set) var inside: [Double] = []
    /// Nearer the border, where the scan is believed, by part of the foot.
    private(set) var beside: [(part: String, heights: [Double])] = [("heel", []), ("medial", []), ("lateral", [])]

    /// Distances that part border and inside, and silhouette and scan, mm.
    private static let (border, silhouette) = (10.0, 1.5)

    init(of foot: FootShape) {
      var prescription = Prescription()
      prescription.archContact = 1
      prescription.heelExpansion = 0
      let trim = TrimLine.outline(foot: foot, prescription: prescription)
      let surfaces = InsoleSurfaces(foot: foot, trim: trim, prescription: prescription)
      let layout = surfaces.top.layout
      let skin = foot.outline.signedDistance(on: layout, band: 4)
      for node in 0..<layout.count where surfaces.distanceToTrim.values[node] > 0 {
        let place = layout.position(node)
        let height = surfaces.top.values[node] - prescription.thickness - foot.plantar.interpolated(at: place)
        guard height.isFinite, place.y < foot.landmarks.metatarsalLine(atX: place.x) else { continue }
        if surfaces.distanceToTrim.values[node] > Self.border {
          inside.append(height)
        } else if skin.values[node] > Self.silhouette {
          let part = place.y < 0.27 * foot.length ? 0 : place.x < 0 ? 1 : 2
          beside[part].heights.append(height)
        }
      }
    }
  }
}
