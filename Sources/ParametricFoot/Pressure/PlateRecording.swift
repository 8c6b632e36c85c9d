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
    let plate = PlateLayout(under: foot, cell: cell, rotation: rotation, offset: offset, margin: margin)
    let exact = plate.averages(over: 6) { pressure(x: $0.x, y: $0.y) }
    var generator = SplitMix64(seed: seed)
    let noisy = exact.map { max(0, $0 * (1 + noise * generator.normal())) }
    return PlateRecording(
      map: PressureMap(
        columns: plate.columns, rows: plate.rows, cellWidth: cell, cellLength: cell, values: plate.inAboveView(noisy)),
      rotation: rotation, translation: plate.translation)
  }
}

/// Where the cells of a plate lie under a foot.
struct PlateLayout: Sendable {
  let columns: Int
  let rows: Int
  let cell: Double
  /// Canonical position of the first cell's centre (of the mirror image of a left map), mm.
  let translation: Vector2
  private let sine: Double
  private let cosine: Double
  private let isMirrored: Bool

  /// A plate that covers the foot with a margin of unloaded cells.
  init(under foot: ParametricFoot, cell: Double, rotation: Double, offset: Vector2, margin: Int) {
    let (s, c) = (sin(rotation * .pi / 180), cos(rotation * .pi / 180))
    // Extent of the foot in the plate's axes.
    let turned = foot.outline(spacing: 2).points.map { Vector2(c * $0.x + s * $0.y, c * $0.y - s * $0.x) }
    let box = Bounds2(turned) ?? Bounds2(.zero)
    let (low, high) = (box.minimum, box.maximum)
    let shift = Vector2(offset.x - offset.x.rounded(.down), offset.y - offset.y.rounded(.down))
    let start = Vector2(
      low.x - (Double(margin) + shift.x) * cell + cell / 2, low.y - (Double(margin) + shift.y) * cell + cell / 2)
    columns = Int((high.x - start.x) / cell) + 1 + margin
    rows = Int((high.y - start.y) / cell) + 1 + margin
    translation = Vector2(c * start.x - s * start.y, s * start.x + c * start.y)
    self.cell = cell
    sine = s
    cosine = c
    isMirrored = foot.parameters.side == .left
  }

  /// Canonical positions of `parts` × `parts` midpoints of a cell, row by row.
  func midpoints(column: Int, row: Int, parts: Int) -> [Vector2] {
    (0..<(parts * parts)).map { part in
      let u = (Double(column) + (Double(part % parts) + 0.5) / Double(parts) - 0.5) * cell
      let v = (Double(row) + (Double(part / parts) + 0.5) / Double(parts) - 0.5) * cell
      return Vector2(translation.x + cosine * u - sine * v, translation.y + sine * u + cosine * v)
    }
  }

  /// Mean of a function over every cell, row by row, by `parts` × `parts` midpoints.
  func averages(over parts: Int, of function: @Sendable (Vector2) -> Double) -> [Double] {
    Parallel.map(count: rows) { row in
      (0..<columns).map { column in
        midpoints(column: column, row: row, parts: parts).reduce(0) { $0 + function($1) } / Double(parts * parts)
      }
    }.flatMap { $0 }
  }

  /// Values of the canonical foot in the order of the file: a left foot's rows run the other way across.
  func inAboveView(_ values: [Double]) -> [Double] {
    guard isMirrored else { return values }
    return values.indices.map { values[$0 / columns * columns + columns - 1 - $0 % columns] }
  }
}
