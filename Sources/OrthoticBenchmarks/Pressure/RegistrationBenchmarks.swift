import OrthoticCore
import ParametricFoot

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How exactly maps with a known pose are laid on the Samples: `OrthoticBenchmarks registration [POSES [CELL [NOISE]]]`.
///
/// Each pose turns the plate by any angle, shifts it by any part of a cell and disturbs every cell; the map then takes
/// the way of a file: heel end and turn found by shape, laid on the foot that was found in the Sample's scan. The error
/// counts everything on that way, the foot's own frame included. Prints a Markdown table.
enum RegistrationBenchmarks {
  static let group = BenchmarkGroup(name: "registration") { arguments in
    let numbers = arguments.compactMap(Double.init)
    let poses = Int(numbers.first ?? 200)
    let cell = numbers.count > 1 ? numbers[1] : 5
    let noise = numbers.count > 2 ? numbers[2] : 0.1
    print("\(poses) poses, \(cell) mm cells, \(Int(noise * 100)) % noise\n")
    print("| sample | poses | shift, median | shift, largest | turn, median | turn, largest | residual | overlap |")
    print("|---|---|---|---|---|---|---|---|")
    var all: [Placement] = []
    for (number, sample) in SampleCase.all.enumerated() {
      let share = poses / SampleCase.all.count + (number < poses % SampleCase.all.count ? 1 : 0)
      let placements = measure(sample, poses: share, cell: cell, noise: noise, seed: UInt64(number) * 1000)
      print(line(sample.name, placements))
      all += placements
    }
    print(line("all", all))
  }

  /// What came of one pose.
  private struct Placement: Sendable {
    /// Distance of the foot's middle from where it belongs, mm; infinite where the map was refused.
    var shift: Double
    /// Error of the turn, degrees.
    var turn: Double
    var residual: Double
    var overlap: Double

    static let refused = Placement(shift: .infinity, turn: .infinity, residual: .nan, overlap: .nan)
  }

  private static func line(_ name: String, _ placements: [Placement]) -> String {
    func column(_ value: (Placement) -> Double, _ unit: String) -> String {
      let sorted = placements.map(value).sorted()
      return "\(rounded(sorted[sorted.count / 2])) \(unit) | \(rounded(sorted[sorted.count - 1])) \(unit)"
    }
    let residual = rounded(placements.reduce(0) { $0 + $1.residual } / Double(placements.count))
    let overlap = rounded(placements.reduce(0) { $0 + $1.overlap } / Double(placements.count))
    return
      "| \(name) | \(placements.count) | \(column(\.shift, "mm")) | \(column(\.turn, "°")) | \(residual) mm | \(overlap) |"
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private static func measure(
    _ sample: SampleCase, poses: Int, cell: Double, noise: Double, seed: UInt64
  ) -> [Placement] {
    guard let foot = try? FootShape.find(in: sample.scan) else { return [] }
    return Parallel.map(count: poses) { number in
      var generator = SplitMix64(seed: seed + UInt64(number))
      let plate = sample.foot.pressure.recorded(
        cell: cell, rotation: generator.uniform(-180...180),
        offset: Vector2(generator.uniform(0...1), generator.uniform(0...1)), noise: noise, seed: generator.next())
      return placement(of: plate, on: foot)
    }
  }

  private static func placement(of plate: PlateRecording, on foot: FootShape) -> Placement {
    let map = plate.map
    let recording = PressureRecording(
      name: "plate", format: "parametric foot", kind: .peakPicture, orientation: .unknown, columns: map.columns,
      rows: map.rows, cellWidth: map.cellWidth, cellLength: map.cellLength, times: [0],
      values: map.values.map(Float.init))
    let numbered = PressureMap(
      columns: map.columns, rows: map.rows, cellWidth: map.cellWidth, cellLength: map.cellLength,
      values: map.values.indices.map(Double.init))
    guard let oriented = try? recording.oriented(options: PressureOptions(side: foot.side)),
      let registered = try? Registration.register(oriented.peakPicture, side: foot.side, onto: foot),
      let turned = turn(of: recording, into: oriented, numbered)
    else { return .refused }
    let canonical = foot.side == .left ? turned.mirrored : turned
    // Where every cell truly is, and where it came to lie; a rigid motion is known by its two outermost cells.
    let (first, last) = (0, map.values.count - 1)
    let (trueFirst, trueLast) = (truth(first, plate, foot.side), truth(last, plate, foot.side))
    let (foundFirst, foundLast) = (place(first, canonical, registered.pose), place(last, canonical, registered.pose))
    let angle = direction(foundLast - foundFirst) - direction(trueLast - trueFirst)
    let turnError = angle - 360 * (angle / 360).rounded()
    // The motion that the error is, applied to the middle of the foot.
    let middle = Vector2(0, foot.length / 2)
    let center = (trueFirst + trueLast) * 0.5
    let moved = rotated(middle - center, by: turnError) + (foundFirst + foundLast) * 0.5
    return Placement(
      shift: (moved - middle).length, turn: abs(turnError), residual: registered.residual, overlap: registered.overlap)
  }

  /// The numbered map laid down as the recording was.
  private static func turn(
    of recording: PressureRecording, into oriented: PressureRecording, _ numbered: PressureMap
  ) -> PressureMap? {
    for turns in 0..<4 {
      for mirrored in [false, true] {
        let turn = GridTurn(quarterTurns: turns, mirrored: mirrored)
        if recording.turned(turn).peakPicture == oriented.peakPicture { return numbered.turned(turn) }
      }
    }
    return nil
  }

  /// Canonical place of a cell of the plate.
  private static func truth(_ number: Int, _ plate: PlateRecording, _ side: Side) -> Vector2 {
    let columns = plate.map.columns
    let column = side == .left ? columns - 1 - number % columns : number % columns
    let offset = Vector2(Double(column) * plate.map.cellWidth, Double(number / columns) * plate.map.cellLength)
    return rotated(offset, by: plate.rotation) + plate.translation
  }

  private static func place(_ number: Int, _ map: PressureMap, _ pose: PlanarPose) -> Vector2 {
    let index = map.values.firstIndex(of: Double(number)) ?? 0
    return pose.applied(
      to: Vector2(Double(index % map.columns) * map.cellWidth, Double(index / map.columns) * map.cellLength))
  }

  private static func direction(_ vector: Vector2) -> Double { atan2(vector.y, vector.x) * 180 / .pi }

  private static func rotated(_ vector: Vector2, by degrees: Double) -> Vector2 {
    let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    return Vector2(c * vector.x - s * vector.y, s * vector.x + c * vector.y)
  }
}
