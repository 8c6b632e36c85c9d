extension PressureRecording {
  /// Centre of pressure of each frame, mm from the corner of the picture's first cell; `nil` for an unloaded frame.
  ///
  /// x to the right as seen from above, y to the toes.
  public var centersOfPressure: [Vector2?] {
    let places = cellCenters
    let areas = sensors?.areas
    var result = [Vector2?](repeating: nil, count: frameCount)
    forEachFrame { index, frame in
      var (sum, x, y) = (0.0, 0.0, 0.0)
      for cell in 0..<frame.count where frame[cell] > 0 {
        let weight = Double(frame[cell]) * (areas?[cell] ?? 1)
        sum += weight
        x += weight * places[cell].x
        y += weight * places[cell].y
      }
      if sum > 0 { result[index] = Vector2(x / sum, y / sum) }
    }
    return result
  }

  /// Middle of each cell, or of the cells of each sensor, mm.
  private var cellCenters: [Vector2] {
    let cells = (0..<columns * rows).map { index in
      Vector2((Double(index % columns) + 0.5) * cellWidth, (Double(index / columns) + 0.5) * cellLength)
    }
    guard let sensors else { return cells }
    var sums = [Vector2](repeating: .zero, count: sensors.areas.count)
    var counts = [Double](repeating: 0, count: sensors.areas.count)
    for (cell, sensor) in sensors.cells.enumerated() where sensor >= 0 {
      sums[Int(sensor)] = sums[Int(sensor)] + cells[cell]
      counts[Int(sensor)] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 * (1 / $1) : .zero }
  }
}
