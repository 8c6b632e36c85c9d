extension RegisteredPressure {
  /// The registered map on another grid.
  public func sampled(on layout: GridLayout) -> HeightGrid { Self.sampled(map, in: pose, on: layout) }

  /// Another map of the same sensor grid, such as a frame of the recording, in the same pose.
  ///
  /// - Parameter map: a map of the same foot, heel first; a left one is to be mirrored by the caller.
  public func sampled(_ map: PressureMap, on layout: GridLayout) -> HeightGrid {
    Self.sampled(map, in: pose, on: layout)
  }

  /// A map in a pose, sampled on a canonical grid.
  ///
  /// Between cell centres the pressure runs bilinearly, falling to zero within one cell of the border and of missing
  /// sensors. The integral of that surface is exactly Σ pressure · cell area, and the samples are scaled so that theirs
  /// is the same: the force is kept to rounding. The surface passes through every measured value; a grid finer than
  /// half a cell finds the peak to within some 5 % for a peak of one cell's width, 1 % for usual ones.
  static func sampled(_ map: PressureMap, in pose: PlanarPose, on layout: GridLayout) -> HeightGrid {
    var result = HeightGrid(layout: layout, filledWith: 0)
    let (columns, rows) = (map.columns, map.rows)
    var sum = 0.0
    // The source position is affine in the node's position.
    let origin = pose.source(of: .zero)
    let alongX = pose.source(of: Vector2(1, 0)) - origin
    let alongY = pose.source(of: Vector2(0, 1)) - origin
    func value(_ column: Int, _ row: Int) -> Double {
      guard column >= 0, row >= 0, column < columns, row < rows else { return 0 }
      let value = map.values[row * columns + column]
      return value.isNaN ? 0 : value
    }
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let (x, y) = (layout.x(column), layout.y(row))
        let u = (origin.x + alongX.x * x + alongY.x * y) / map.cellWidth
        let v = (origin.y + alongX.y * x + alongY.y * y) / map.cellLength
        guard u > -1, v > -1, u < Double(columns), v < Double(rows) else { continue }
        // Truncation after a shift: the values run from −1.
        let left = Int(u + 1) - 1
        let below = Int(v + 1) - 1
        let fx = u - Double(left)
        let fy = v - Double(below)
        let lower = value(left, below) * (1 - fx) + value(left + 1, below) * fx
        let upper = value(left, below + 1) * (1 - fx) + value(left + 1, below + 1) * fx
        let pressure = lower * (1 - fy) + upper * fy
        result.values[row * layout.columns + column] = pressure
        sum += pressure
      }
    }
    let wanted = map.force * pose.scaleX * pose.scaleY
    let found = sum * layout.cellArea / 1000
    // A grid that cuts off part of the footprint must not have its rest inflated.
    guard found > 0, wanted > 0, abs(wanted / found - 1) < 0.1 else { return result }
    let correction = wanted / found
    for index in result.values.indices { result.values[index] *= correction }
    return result
  }
}
