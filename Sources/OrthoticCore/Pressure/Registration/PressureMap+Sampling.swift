extension PressureMap {
  /// The map on a grid of square nodes in its own frame, bilinear between cell centres, one cell of margin around it.
  ///
  /// ```
  /// x, y = 0 is the corner of the first cell, as for centres of pressure
  /// ```
  public func sampled(spacing: Double) -> HeightGrid {
    let origin = Vector2(-cellWidth, -cellLength)
    let layout = GridLayout(
      origin: origin, spacing: spacing, columns: Int((Double(columns) + 2) * cellWidth / spacing) + 1,
      rows: Int((Double(rows) + 2) * cellLength / spacing) + 1)
    let corner = PlanarPose(translation: Vector2(cellWidth / 2, cellLength / 2))
    return RegisteredPressure.sampled(self, in: corner, on: layout)
  }
}
