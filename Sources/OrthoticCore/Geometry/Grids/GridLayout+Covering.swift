extension GridLayout {
  /// The grid over an outline and a margin, its nodes at whole multiples of the spacing.
  ///
  /// Nodes at whole multiples make grids of different outlines comparable node by node.
  public static func covering(_ outline: Outline, spacing: Double, margin: Double) -> GridLayout {
    let box = (outline.bounds ?? Bounds2(.zero)).expanded(by: margin)
    let left = (box.minimum.x / spacing).rounded(.down)
    let low = (box.minimum.y / spacing).rounded(.down)
    let right = (box.maximum.x / spacing).rounded(.up)
    let high = (box.maximum.y / spacing).rounded(.up)
    return GridLayout(
      origin: Vector2(left * spacing, low * spacing), spacing: spacing, columns: Int(right - left) + 1,
      rows: Int(high - low) + 1)
  }
}
