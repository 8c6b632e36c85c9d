extension GridLayout {
  /// The four nodes around a point and the share of each in bilinear interpolation; none on the last column or row and
  /// beyond the grid.
  func bilinearShares(at point: Vector2) -> [(node: Int, share: Double)] {
    let across = (point.x - origin.x) / spacing
    let along = (point.y - origin.y) / spacing
    guard across >= 0, along >= 0, across < Double(columns - 1), along < Double(rows - 1) else { return [] }
    let (column, row) = (Int(across), Int(along))
    let (u, v) = (across - Double(column), along - Double(row))
    return [
      (index(column, row), (1 - u) * (1 - v)), (index(column + 1, row), u * (1 - v)),
      (index(column, row + 1), (1 - u) * v), (index(column + 1, row + 1), u * v),
    ]
  }
}
