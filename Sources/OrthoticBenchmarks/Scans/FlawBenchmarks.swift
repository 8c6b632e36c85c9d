import OrthoticCore
import ParametricFoot

/// How well the sole is found again on flawed scans of feet with known truth: `OrthoticBenchmarks flaws [PAGE] [DRAWS]`.
///
/// Every flaw is drawn DRAWS times (100) on the three Samples by turns, in a random pose. Where PAGE names a file, the
/// table between its two marks is replaced.
enum FlawBenchmarks {
  static let group = BenchmarkGroup(name: "flaws", isLong: true) { arguments in
    let draws = arguments.compactMap { Int($0) }.first ?? 100
    let page = arguments.first { $0.hasSuffix(".md") }
    let wanted = arguments.first { Int($0) == nil && !$0.hasSuffix(".md") }
    let flaws = ScanFlaw.allCases.filter { flaw in wanted.map { flaw.rawValue.contains($0) } ?? true }
    var lines = [
      "| flaw | feet found | surface, mean | surface, 95 % | landmarks, mean | landmarks, worst | length, worst |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for flaw in flaws {
      lines.append(row(flaw, draws: draws))
      print(lines[lines.count - 1])
    }
    lines += ["", sphereLine]
    print(sphereLine)
    if let page { MarkedPage.replace("flaws", in: page, with: lines) }
  }

  /// What became of one draw.
  private struct Outcome: Sendable {
    var isFound = false
    var surface = 0.0
    var high = 0.0
    var landmarks: [(name: String, distance: Double)] = []
    var length = 0.0
  }

  private static let feet: [(foot: ParametricFoot, mesh: Mesh)] = SampleCase.all.map { sample in
    switch sample.kind {
    case .mesh: (sample.foot, sample.foot.mesh(spacing: 1.4))
    case .cloud: (sample.foot, Mesh(vertices: sample.foot.cloud(count: 50_000, seed: 20, noise: 0.1)))
    }
  }

  private static func row(_ flaw: ScanFlaw, draws: Int) -> String {
    let outcomes = Parallel.map(count: draws) { outcome(flaw, seed: $0) }
    let found = outcomes.filter(\.isFound)
    func mean(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count) }
    let marks = found.flatMap(\.landmarks)
    let worst = marks.max { $0.distance < $1.distance }
    let cells = [
      flaw.rawValue, "\(found.count) of \(draws)", short(mean(found.map(\.surface))), short(mean(found.map(\.high))),
      short(mean(marks.map(\.distance))), "\(short(worst?.distance ?? .nan)) (\(worst?.name ?? ""))",
      short(found.map(\.length).max() ?? .nan, 1),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private static func outcome(_ flaw: ScanFlaw, seed: Int) -> Outcome {
    let (foot, mesh) = feet[seed % feet.count]
    var generator = SplitMix64(seed: UInt64(seed))
    let flawed = flaw.done(to: mesh, of: foot, with: &generator)
    let scan = foot.scan(flawed, pose: ScanPose(randomFrom: &generator))
    let found: FootShape
    do {
      found = try FootShape.find(in: scan)
    } catch {
      print("  \(flaw.rawValue), draw \(seed): \(error.description)")
      return Outcome()
    }
    guard found.side == foot.parameters.side else {
      print("  \(flaw.rawValue), draw \(seed): wrong side")
      return Outcome()
    }
    var outcome = Outcome(isFound: true)
    let truth = foot.truth
    outcome.length = abs(found.length - truth.length)
    for (a, b) in zip(NamedPlace.all(truth.landmarks), NamedPlace.all(found.landmarks)) {
      // Heel and toe tip are sharp along the foot only; their error is that of the length.
      guard let p = a.place, let q = b.place, a.name != "heel", a.name != "toeTip" else { continue }
      outcome.landmarks.append((a.name, (p - q).length))
    }
    var errors: [Double] = []
    let layout = found.plantar.layout
    for node in stride(from: 0, to: layout.count, by: 3) {
      let p = layout.position(node)
      let height = found.plantar.values[node]
      guard !height.isNaN, foot.depth(x: p.x, y: p.y) > 4 else { continue }
      let there = foot.plantarHeight(x: p.x, y: p.y)
      let slope =
        Vector2(
          foot.plantarHeight(x: p.x + 0.1, y: p.y) - there, foot.plantarHeight(x: p.x, y: p.y + 0.1) - there) * 10
      errors.append(abs(height - there) / (1 + slope.dot(slope)).squareRoot())
    }
    errors.sort()
    if !errors.isEmpty {
      outcome.surface = errors.reduce(0, +) / Double(errors.count)
      outcome.high = errors[errors.count * 95 / 100]
    }
    return outcome
  }

  /// The classic test of hole filling: a sphere of 50 mm radius with a hole 50 mm wide.
  private static var sphereLine: String {
    let layout = GridLayout(origin: Vector2(-40, -40), spacing: 0.5, columns: 161, rows: 161)
    func sphere(_ p: Vector2) -> Double { 50 - (2500 - p.dot(p)).squareRoot() }
    let isHole = (0..<layout.count).map { layout.position($0).length < 25 }
    let isInside = (0..<layout.count).map { layout.position($0).length < 38 }
    var values = (0..<layout.count).map { isHole[$0] || !isInside[$0] ? .nan : sphere(layout.position($0)) }
    ThinPlate.fill(&values, layout: layout, inside: isInside)
    var errors: [Double] = []
    for node in 0..<layout.count where isHole[node] {
      let p = layout.position(node)
      // Distance to the sphere.
      errors.append(abs(50 - Vector3(p.x, p.y, 50 - values[node]).length))
    }
    let mean = errors.reduce(0, +) / Double(errors.count)
    return "A sphere of 50 mm radius with a hole 50 mm wide is filled with a mean error of \(short(mean, 3)) mm, "
      + "at most \(short(errors.max() ?? .nan, 3)) mm."
  }
}
