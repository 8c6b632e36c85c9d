/// Sensors of any shape, with the grid of small cells that stands for them in pictures.
///
/// Forces use the sensors' own areas; pictures give every cell the pressure of the sensor that covers its middle.
public struct SensorField: Equatable, Sendable {
  /// Area of each sensor, mm².
  public var areas: [Double]
  /// Cells across.
  public var columns: Int
  /// Cells along.
  public var rows: Int
  /// Cell width and length, mm.
  public var cellWidth: Double
  /// Cell length, mm.
  public var cellLength: Double
  /// The sensor of each cell in the order of `PressureMap`, −1 for none.
  public var cells: [Int32]

  /// Cell size of the picture, mm: a third of the sensors' usual size.
  static let cellSize = 5.0

  /// Lays quadrilaterals (mm, heel at low y, seen from above) on a grid.
  init(quads: [[Vector2]], areas: [Double]) {
    self.areas = areas
    let corners = quads.joined()
    let width = corners.reduce(0) { max($0, $1.x) }
    let height = corners.reduce(0) { max($0, $1.y) }
    columns = max(Int(width / Self.cellSize) + 1, 1)
    rows = max(Int(height / Self.cellSize) + 1, 1)
    cells = [Int32](repeating: -1, count: columns * rows)
    for (sensor, quad) in quads.enumerated() {
      let outline = Outline(points: quad)
      let xs = quad.map { Int($0.x / Self.cellSize) }
      let ys = quad.map { Int($0.y / Self.cellSize) }
      for row in (ys.min() ?? 0)...(ys.max() ?? 0) {
        for column in (xs.min() ?? 0)...(xs.max() ?? 0) {
          let middle = Vector2((Double(column) + 0.5) * Self.cellSize, (Double(row) + 0.5) * Self.cellSize)
          if column < columns, row < rows, outline.contains(middle) { cells[row * columns + column] = Int32(sensor) }
        }
      }
    }
    // Stretched by a per cent or so, so that the covered cells have the area of the sensors.
    let covered = cells.count { $0 >= 0 }
    let correction = (areas.reduce(0, +) / (Double(max(covered, 1)) * Self.cellSize * Self.cellSize)).squareRoot()
    cellWidth = Self.cellSize * correction
    cellLength = Self.cellSize * correction
  }

  /// The field laid down differently.
  func turned(_ turn: GridTurn) -> SensorField {
    var result = self
    result.cells = turn.sources(columns: columns, rows: rows).map { cells[$0] }
    if turn.quarterTurns % 2 == 1 {
      swap(&result.columns, &result.rows)
      swap(&result.cellWidth, &result.cellLength)
    }
    return result
  }

  /// The picture of one frame; `nan` where there is no sensor.
  func map(_ pressures: [Double]) -> PressureMap {
    PressureMap(
      columns: columns, rows: rows, cellWidth: cellWidth, cellLength: cellLength,
      values: cells.map { $0 >= 0 ? pressures[Int($0)] : .nan })
  }
}
