import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A pressure picture as a plate would have taken it, with the pose of the foot on the plate known.
public struct PlateRecording: Sendable {
  /// The picture in above view, as a file holds it: a left foot's medial side at high x.
  public var map: PressureMap
  /// Turn from the map's frame to the canonical one, degrees anticlockwise (after mirroring a left map).
  public var rotation: Double
  /// Canonical position of the map's first cell centre (after mirroring a left map), mm.
  public var translation: Vector2
}

extension FootPressure {
  /// The picture on a plate with square cells, each the mean over its area (6 × 6 midpoints).
  ///
  /// - Parameters:
  ///   - cell: edge of a cell, mm.
  ///   - rotation: turn from the map's frame to the canonical one, degrees anticlockwise.
  ///   - offset: shift of the plate below the foot in plate cells; only its fraction shows.
  ///   - margin: unloaded cells around the foot.
  ///   - noise: standard deviation relative to each cell's value.
  ///   - seed: seed of the noise.
  public func recorded(
    cell: Double = 5, rotation: Double = 0, offset: Vector2 = .zero, margin: Int = 2, noise: Double = 0,
    seed: UInt64 = 0
  ) -> PlateRecording {
    let (s, c) = (sin(rotation * .pi / 180), cos(rotation * .pi / 180))
    // Extent of the foot in the plate's axes.
    var (low, high) = (Vector2(.infinity, .infinity), Vector2(-.infinity, -.infinity))
    for point in foot.outline(spacing: 2).points {
      let turned = Vector2(c * point.x + s * point.y, c * point.y - s * point.x)
      low = Vector2(min(low.x, turned.x), min(low.y, turned.y))
      high = Vector2(max(high.x, turned.x), max(high.y, turned.y))
    }
    let shift = Vector2(offset.x - offset.x.rounded(.down), offset.y - offset.y.rounded(.down))
    let start = Vector2(
      low.x - (Double(margin) + shift.x) * cell + cell / 2, low.y - (Double(margin) + shift.y) * cell + cell / 2)
    let columns = Int((high.x - start.x) / cell) + 1 + margin
    let rows = Int((high.y - start.y) / cell) + 1 + margin
    let translation = Vector2(c * start.x - s * start.y, s * start.x + c * start.y)
    let exact: [Double] = Parallel.map(count: rows) { row in
      (0..<columns).map { column in
        var sum = 0.0
        for sub in 0..<36 {
          let u = (Double(column) + (Double(sub % 6) + 0.5) / 6 - 0.5) * cell
          let v = (Double(row) + (Double(sub / 6) + 0.5) / 6 - 0.5) * cell
          sum += pressure(x: translation.x + c * u - s * v, y: translation.y + s * u + c * v)
        }
        return sum / 36
      }
    }.flatMap { $0 }
    var generator = SplitMix64(seed: seed)
    let noisy = exact.map { max(0, $0 * (1 + noise * generator.normal())) }
    // A right foot's map is the canonical one; a left foot's runs the other way across.
    let left = foot.parameters.side == .left
    let values = (0..<noisy.count).map { index in
      let (row, column) = (index / columns, index % columns)
      return noisy[row * columns + (left ? columns - 1 - column : column)]
    }
    return PlateRecording(
      map: PressureMap(columns: columns, rows: rows, cellWidth: cell, cellLength: cell, values: values),
      rotation: rotation, translation: translation)
  }
}
