extension GridLayout {
  /// The grid over an outline and a margin, its nodes at whole multiples of the spacing.
  ///
  /// Nodes at whole multiples make grids of different outlines comparable node by node.
  public static func covering(_ outline: Outline, spacing: Double, margin: Double) -> GridLayout {
    let xs = outline.points.map(\.x)
    let ys = outline.points.map(\.y)
    let left = (((xs.min() ?? 0) - margin) / spacing).rounded(.down)
    let low = (((ys.min() ?? 0) - margin) / spacing).rounded(.down)
    let right = (((xs.max() ?? 0) + margin) / spacing).rounded(.up)
    let high = (((ys.max() ?? 0) + margin) / spacing).rounded(.up)
    return GridLayout(
      origin: Vector2(left * spacing, low * spacing), spacing: spacing, columns: Int(right - left) + 1,
      rows: Int(high - low) + 1)
  }
}
