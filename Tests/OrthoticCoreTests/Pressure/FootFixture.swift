import OrthoticCore
import ParametricFoot

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Synthetic feet and the prints they would make, with known poses.
enum FootFixture {
  static let normal = shape(.normalRight)
  static let flatLeft = shape(.flatLeftHighForefootPressure)
  static let cavus = shape(.cavusRight)

  /// A foot shape straight from the closed forms.
  static func shape(_ foot: ParametricFoot) -> FootShape {
    let truth = foot.truth
    let layout = GridLayout(
      origin: Vector2(-65, -5), spacing: 1, columns: 131, rows: Int(truth.length) + 12)
    let rows = Parallel.map(count: layout.rows) { row in
      (0..<layout.columns).map { foot.plantarHeight(x: layout.x($0), y: layout.y(row)) }
    }
    return FootShape(
      side: truth.side, points: [], triangles: [], landmarks: truth.landmarks,
      plantar: HeightGrid(layout: layout, values: rows.flatMap { $0 }),
      filled: [Bool](repeating: false, count: layout.count), outline: foot.outline(spacing: 1), length: truth.length,
      assumptions: [], findings: [])
  }

  /// What a plate with square cells would measure under a foot, and how the plate lay.
  ///
  /// - Parameters:
  ///   - settle: how far the sole sinks, mm.
  ///   - pose: from the plate's first cell centre to the canonical frame, of the right foot.
  ///   - noise: standard deviation as a share of the value.
  static func print(
    of foot: FootShape, settle: Double, pose: PlanarPose, cell: Double, columns: Int, rows: Int, noise: Double = 0,
    with generator: inout SplitMix64
  ) -> PressureMap {
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        // The sensor averages over its area.
        var sum = 0.0
        for part in 0..<9 {
          let (u, v) = (Double(part % 3 - 1) / 3, Double(part / 3 - 1) / 3)
          let height = foot.plantar.interpolated(
            at: pose.applied(to: Vector2((Double(column) + u) * cell, (Double(row) + v) * cell)))
          if height < settle { sum += 150 * (exp((settle - height) / 7) - 1) }
        }
        let value = sum / 9 * (1 + noise * generator.bounded())
        values.append(value > 2 ? value : 0)
      }
    }
    let map = PressureMap(columns: columns, rows: rows, cellWidth: cell, cellLength: cell, values: values)
    return foot.side == .left ? map.mirrored : map
  }

  /// A pose that puts the plate's middle under the foot's, turned and shifted.
  static func pose(rotation: Double, shift: Vector2, cell: Double, columns: Int, rows: Int) -> PlanarPose {
    var pose = PlanarPose(rotation: rotation)
    let middle = Vector2(Double(columns - 1) * cell / 2, Double(rows - 1) * cell / 2)
    pose.translation = Vector2(0, 130) + shift - pose.applied(to: middle)
    return pose
  }
}

extension SplitMix64 {
  /// Between −1 and 1.
  mutating func signed() -> Double { Double.random(in: -1...1, using: &self) }
  /// Mean 0, standard deviation 1, never beyond 6 (sum of twelve).
  mutating func bounded() -> Double { (0..<12).reduce(0) { sum, _ in sum + signed() } / 2 }
}
