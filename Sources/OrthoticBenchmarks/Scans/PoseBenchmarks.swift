import OrthoticCore
import ParametricFoot

/// Whether what is found of a foot depends on how its scan lies: `OrthoticBenchmarks poses [FOLDER] [COUNT] [NAME]`.
///
/// Every Sample, and every real scan in FOLDER, is turned COUNT times (500) evenly at random in space, shifted, and
/// given in millimetres, centimetres and metres by turns; a unit that is known is to be found, landmarks are to lie
/// within 1 mm of those of the upright scan, side and up are to be right.
enum PoseBenchmarks {
  static let group = BenchmarkGroup(name: "poses", isLong: true) { arguments in
    let count = arguments.dropFirst().compactMap { Int($0) }.first ?? 500
    let cases = (arguments.first.map { ScanCase.real(in: $0) } ?? []) + ScanCase.samples
    let wanted = arguments.dropFirst().first { Int($0) == nil }
    print("scan, poses, failed, worst landmark (mm), mean of the worst, failures by seed")
    var total = (poses: 0, failed: 0, worst: 0.0)
    for scanCase in cases where wanted.map({ scanCase.name.contains($0) }) ?? true {
      let (failed, worst) = sweep(scanCase, count: count)
      total = (total.poses + count, total.failed + failed, max(total.worst, worst))
    }
    print("total: \(total.poses) poses, \(total.failed) failed, worst \(short(total.worst)) mm")
  }

  /// Farthest that a landmark may move, mm.
  private static let tolerance = 1.0

  /// What became of one pose.
  private struct Outcome: Sendable {
    var worst = 0.0
    var mark = ""
    var trouble = ""
    /// How far each landmark moved, mm.
    var distances: [String: Double] = [:]
  }

  private static func sweep(_ scanCase: ScanCase, count: Int) -> (failed: Int, worst: Double) {
    guard let upright = scanCase.found() else {
      print("\(scanCase.name): refused as it is")
      return (count, .infinity)
    }
    let outcomes = Parallel.map(count: count) { outcome(scanCase, upright, seed: $0) }
    let failed = outcomes.indices.filter { !outcomes[$0].trouble.isEmpty || outcomes[$0].worst > tolerance }
    let worst = outcomes.map(\.worst).max() ?? 0
    let mean = outcomes.map(\.worst).reduce(0, +) / Double(count)
    let shown = failed.prefix(6).map { seed in
      "\(seed): \(outcomes[seed].trouble) \(outcomes[seed].mark) \(short(outcomes[seed].worst))"
    }
    print(
      "\(scanCase.name), \(count), \(failed.count), \(short(worst)), \(short(mean)), \(shown.joined(separator: "; "))")
    let farthest = NamedPlace.all(upright.landmarks).map { mark in
      "\(mark.name) \(short(outcomes.compactMap { $0.distances[mark.name] }.max() ?? .nan))"
    }
    print("  farthest: \(farthest.joined(separator: ", "))")
    return (failed.count, worst)
  }

  private static func outcome(_ scanCase: ScanCase, _ upright: FootShape, seed: Int) -> Outcome {
    var generator = SplitMix64(seed: UInt64(seed))
    let unit = [LengthUnit.millimetre, .centimetre, .metre][seed % 3]
    guard let found = scanCase.found(ScanPose(randomFrom: &generator, unit: unit)) else {
      return Outcome(trouble: "refused")
    }
    var outcome = Outcome()
    if found.side != scanCase.side { outcome.trouble += "wrong side " }
    if scanCase.footLength == nil,
      !found.assumptions.contains(where: { $0.what == "units" && $0.value == unit.rawValue })
    {
      outcome.trouble += "wrong unit "
    }
    for (a, b) in zip(NamedPlace.all(upright.landmarks), NamedPlace.all(found.landmarks)) {
      guard let p = a.place, let q = b.place else {
        if (a.place == nil) != (b.place == nil) { outcome.trouble += "\(a.name) missing " }
        continue
      }
      let distance = (p - q).length
      outcome.distances[a.name] = distance
      if distance > outcome.worst { (outcome.worst, outcome.mark) = (distance, a.name) }
    }
    return outcome
  }
}
