import OrthoticCore

/// A foot on which the published studies are run: shape, map and calibration, found once.
struct StudyFoot: Sendable {
  let name: String
  let foot: FootShape
  let inputs: DesignInputs
  let loading: FootLoading
  /// How peaks are read.
  var reading = PeakReading.whole

  /// The foot's design by a prescription without offloading; `nil`, and a line that says why, where there is none.
  func design(_ change: (inout Prescription) -> Void) -> ShapedDesign? {
    var inputs = inputs
    change(&inputs.prescription)
    inputs.prescription.offloadMode = .off
    do {
      return try DesignPipeline.shaped(for: foot, inputs: inputs, shared: loading)
    } catch {
      print("SKIP  \(name): \(error)")
      return nil
    }
  }
}

/// The feet of the studies: the Samples, and real scans under real maps of the same side.
enum StudyFeet {
  /// A scan under a map of its side; all of each other's people, so only direction and size of a change are asked of them.
  private struct Pair {
    let scan: String
    var footLength: Double?
    let map: String
  }

  /// Every real scan with a sole, and every map that is a whole picture of one foot: chosen by side alone, before any study was run.
  private static let pairs = [
    Pair(scan: "plantar-right.obj", map: "mean104_right.csv"),
    Pair(scan: "plantar-right.obj", map: "zebris_right_2.apd"),
    Pair(scan: "retail-left.stl", map: "mean104_left.csv"),
    Pair(scan: "retail-right.stl", map: "zebris_right_1.apd"),
    Pair(scan: "cloud-left.asc", map: "zebris_left_1.apd"),
    Pair(scan: "cloud-left.asc", map: "fscan_left.asf"),
    Pair(scan: "cloud-right.asc", map: "mean104_right.csv"),
    Pair(scan: "plate-left-unscaled.ply", footLength: 250, map: "ecofoot_left_1.apd"),
    Pair(scan: "inward-winding-right.stl", map: "emed_test.lst"),
  ]

  /// The feet that can be read; what cannot is named.
  ///
  /// Without a folder of real files these are the Samples alone.
  static func load(data: String?, contactSpacing: Double = FootLoading.spacing) -> [StudyFoot] {
    var feet = ["normal-right", "flat-left", "cavus-right"].compactMap {
      read(
        $0, scan: "Samples/\($0)/scan.ply", map: "Samples/\($0)/pressure.csv", contactSpacing: contactSpacing)
    }
    guard let data else {
      print("SKIP  no folder of real scans and maps: name it, or set ORTHOTIC_REAL_FILES")
      return feet
    }
    feet += pairs.compactMap { pair in
      read(
        "\(stem(pair.scan)) × \(stem(pair.map))", scan: "\(data)/scans/\(pair.scan)",
        map: "\(data)/pressure/\(pair.map)", footLength: pair.footLength,
        contactSpacing: contactSpacing)
    }
    return feet
  }

  private static func stem(_ file: String) -> String { String(file.prefix { $0 != "." }) }

  private static func read(
    _ name: String, scan: String, map: String, footLength: Double? = nil, contactSpacing: Double
  ) -> StudyFoot? {
    do {
      var recording = try PressureReader.read(InputFile.load(path: map))
      // One picture for every foot, recordings too: the studies compare devices, not ways of recording.
      if recording.kind == .frames, recording.frameCount > 1 { recording = recording.asPeakPicture }
      var inputs = DesignInputs(
        scan: try ScanReader.read(InputFile.load(path: scan)), scanOptions: ScanOptions(footLength: footLength),
        recording: recording)
      inputs.predictionOptions = PredictionOptions(draws: 0, contactSpacing: contactSpacing)
      let foot = try FootShape.find(in: inputs.scan, options: inputs.scanOptions)
      let loading = try DesignPipeline.shaped(for: foot, inputs: inputs).loading
      return StudyFoot(name: name, foot: foot, inputs: inputs, loading: loading)
    } catch {
      print("SKIP  \(name): \(error)")
      return nil
    }
  }
}

extension PressureRecording {
  /// The recording's peak picture as a file would hold it.
  fileprivate var asPeakPicture: PressureRecording {
    var picture = self
    var peaks = [Float](repeating: .nan, count: frameLength)
    for start in stride(from: 0, to: values.count, by: frameLength) {
      for cell in 0..<frameLength where !(values[start + cell] <= peaks[cell]) && !values[start + cell].isNaN {
        peaks[cell] = values[start + cell]
      }
    }
    picture.kind = .peakPicture
    picture.times = [0]
    picture.values = peaks
    return picture
  }
}
