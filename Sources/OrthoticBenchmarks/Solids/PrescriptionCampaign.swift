import OrthoticCore
import OrthoticExport
import ParametricFoot

/// Random prescriptions over the whole range of every element, on many feet: `OrthoticBenchmarks prescriptions COUNT
/// [FIRST-SEED] [SCAN …]`; `OrthoticBenchmarks prescriptions rx SEED` prints one as a file.
///
/// Every one is refused with a reason, or gives a sound solid without a wall under the minimum; anything else is printed
/// with its seed, so that it can be made again.
enum PrescriptionCampaign {
  static let group = BenchmarkGroup(name: "prescriptions") { arguments in
    if arguments.first == "rx", let seed = arguments.dropFirst().first.flatMap({ UInt64($0) }) {
      print(PrescriptionFile(prescription(seed: seed).prescription, name: "seed \(seed)").text, terminator: "")
      return
    }
    let count = arguments.first.flatMap { Int($0) } ?? 50
    let first = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
    var feet = [
      ParametricFoot.normalRight.shape(spacing: 1), ParametricFoot.flatLeftHighForefootPressure.shape(spacing: 1),
    ]
    feet.append(ParametricFoot.cavusRight.shape(spacing: 1))
    for path in arguments.dropFirst(2) {
      do {
        let scan = try ScanReader.read(InputFile.load(path: path))
        feet.append(try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1)))
      } catch {
        print("skipped \(path): \(error)")
      }
    }
    print("\(count) prescriptions from seed \(first) on \(feet.count) feet")
    var tally = Tally()
    for number in 0..<count {
      let seed = first + UInt64(number)
      tally.add(outcome(seed: seed, foot: feet[Int(seed) % feet.count]))
      if (number + 1) % 250 == 0 { print("… \(number + 1): \(tally.line)") }
    }
    print(tally.line)
    for (code, times) in tally.refusals.sorted(by: { $0.key < $1.key }) { print("  refused by \(code): \(times)") }
    for (code, times) in tally.warnings.sorted(by: { $0.key < $1.key }) { print("  warned of \(code): \(times)") }
  }

  enum Outcome {
    case refused([String])
    case sound(wallShare: Double?, warnings: [String])
    case failed(String)
  }

  /// Seeds walk through sparse, usual and crowded prescriptions.
  private static let densities = [0.06, 0.15, 0.3, 0.6]

  static func prescription(seed: UInt64) -> (prescription: Prescription, text: String) {
    var generator = RandomPrescription(seed: seed, density: densities[Int(seed / 7) % densities.count])
    var prescription = Prescription()
    let settings = generator.next()
    for (key, text) in settings {
      try? PrescriptionVocabulary.element(key: key)?.read(text, into: &prescription)
    }
    return (prescription, settings.map { "\($0.key)=\($0.text)" }.joined(separator: "; "))
  }

  private static func outcome(seed: UInt64, foot: FootShape) -> Outcome {
    let (wanted, text) = prescription(seed: seed)
    let prescription = wanted.resolved(for: foot).prescription
    let broken = Lint.findings(of: prescription).filter { $0.severity == .error }
    // Every second prescription is made in spite of the rules, as with --allow: their geometry must hold as well.
    if !broken.isEmpty, seed % 2 == 0 || broken.contains(where: { $0.code == RedFlags.stopCode }) {
      return .refused(broken.map(\.code))
    }
    do throws(SolidError) {
      let blank = try DesignPipeline.blank(for: foot, prescription: wanted)
      let errors = blank.findings.filter { $0.severity == .error }
      if !errors.isEmpty, seed % 2 == 0 { return .refused(errors.map(\.code)) }
      let report = MeshCheck().report(on: blank.solid.mesh)
      guard SolidProof(blank.solid).isSound, report.isSound, report.components == 1 else {
        return .failed(
          "seed \(seed): not sound, \(report.openEdges) open, \(report.selfIntersections ?? 0) crossings, "
            + "\(report.components) parts: \(text)")
      }
      let share =
        prescription.edge == .feathered
        ? nil : report.minimumWall.map { $0.value / prescription.minimumWall }
      // A feathered border is thinner than a wall on purpose.
      let wanted = prescription.edge == .feathered ? featheredRim : prescription.minimumWall
      if let wall = report.minimumWall, wall.value < wanted - wallTolerance {
        return .failed(
          "seed \(seed): wall \(wall.value) of \(prescription.minimumWall) at \(wall.at), foot \(foot.side) "
            + "\(Int(foot.length)) mm: \(text)")
      }
      return .sound(wallShare: share, warnings: blank.findings.filter { $0.severity == .warning }.map(\.code))
    } catch {
      return .failed("seed \(seed): \(error), foot \(foot.side) \(Int(foot.length)) mm: \(text)")
    }
  }

  /// Half the deviation that the solid's triangles may have from its surfaces, mm, on either side.
  static let wallTolerance = 0.03
  /// Height of the wall that a feathered edge ends in, mm.
  static let featheredRim = 0.4
}

/// Counts of outcomes.
private struct Tally {
  var sound = 0
  var refused = 0
  var failed = 0
  var thinnest = Double.infinity
  var refusals: [String: Int] = [:]
  var warnings: [String: Int] = [:]

  mutating func add(_ outcome: PrescriptionCampaign.Outcome) {
    switch outcome {
    case .refused(let codes):
      refused += 1
      for code in Set(codes) { refusals[code, default: 0] += 1 }
    case .sound(let share, let codes):
      sound += 1
      thinnest = min(thinnest, share ?? .infinity)
      for code in Set(codes) { warnings[code, default: 0] += 1 }
    case .failed(let text):
      failed += 1
      print(text)
    }
  }

  var line: String {
    "\(sound) sound, \(refused) refused with a reason, \(failed) failed; thinnest wall \(thinnest) of the minimum"
  }
}
