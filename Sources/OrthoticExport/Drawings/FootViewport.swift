import OrthoticCore

/// Where a foot lies in a picture: canonical millimetres to pixels, toes up.
///
/// A left foot is drawn as it is, not as the mirror image in which the core works on it.
struct FootViewport: Sendable {
  /// Canonical corner that comes to lie lowest and, on a right foot, leftmost.
  let low: Vector2
  /// Opposite corner.
  let high: Vector2
  /// Pixels per millimetre.
  let scale: Double
  /// Pixel of the upper left corner.
  let origin: Vector2
  /// Which foot it is.
  let side: Side

  /// Shows a range of the canonical plane.
  init(low: Vector2, high: Vector2, scale: Double, origin: Vector2, side: Side) {
    self.low = low
    self.high = high
    self.scale = scale
    self.origin = origin
    self.side = side
  }

  /// Size in pixels.
  var size: Vector2 { (high - low) * scale }

  /// The pixel of a canonical point.
  func pixel(_ point: Vector2) -> Vector2 {
    let across = side == .left ? high.x - point.x : point.x - low.x
    return Vector2(origin.x + across * scale, origin.y + (high.y - point.y) * scale)
  }

  /// The canonical point of a pixel.
  func point(_ pixel: Vector2) -> Vector2 {
    let across = (pixel.x - origin.x) / scale
    return Vector2(side == .left ? high.x - across : low.x + across, high.y - (pixel.y - origin.y) / scale)
  }

  /// Extent of an outline, or else of a grid's known nodes, with a margin in millimetres.
  static func extent(of outline: Outline?, or grid: HeightGrid, margin: Double) -> (low: Vector2, high: Vector2) {
    var points = outline?.points ?? []
    if points.isEmpty {
      points = (0..<grid.values.count).filter { !grid.values[$0].isNaN }.map { grid.layout.position($0) }
    }
    if points.isEmpty { points = [grid.layout.position(0), grid.layout.position(grid.layout.count - 1)] }
    let box = (Bounds2(points) ?? Bounds2(.zero)).expanded(by: margin)
    return (box.minimum, box.maximum)
  }
}
