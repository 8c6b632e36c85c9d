/// One picture of plantar pressure on a sensor grid, seen from above with the toes up.
///
/// ```
///   row rows−1   toes          y
///   …                          ↑
///   row 0        heel          └─→ x   left to right in above view
/// ```
/// Column pitch and row pitch may differ. A right foot has its medial side at low x, a left foot at high x.
public struct PressureMap: Equatable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Cells along.
  public var rows: Int
  /// Cell width across, mm.
  public var cellWidth: Double
  /// Cell length along, mm.
  public var cellLength: Double
  /// Pressures, kPa, index = row · columns + column; `nan` where the device has no sensor.
  public var values: [Double]

  /// Creates a map from its parts.
  public init(columns: Int, rows: Int, cellWidth: Double, cellLength: Double, values: [Double]) {
    precondition(values.count == columns * rows, "one value per cell")
    self.columns = columns
    self.rows = rows
    self.cellWidth = cellWidth
    self.cellLength = cellLength
    self.values = values
  }

  /// Highest pressure, kPa; 0 for an unloaded map.
  public var peak: Double { values.reduce(0) { $1 > $0 ? $1 : $0 } }

  /// Area of one cell, mm².
  public var cellArea: Double { cellWidth * cellLength }

  /// Sum of pressure times area, N.
  public var force: Double { values.reduce(0) { $1.isNaN ? $0 : $0 + $1 } * cellArea / 1000 }
}
