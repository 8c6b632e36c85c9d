/// How a placed footprint and the sole's contact compare at their borders.
struct ContactOutline {
  /// Share of the loaded cells that lie on the sole's contact, 0 to 1.
  var overlap: Double
  /// Root mean square distance from the footprint's border to the contact's border, mm.
  var residual: Double

  init(footprint: Footprint, map: PressureMap, pose: PlanarPose, field: ContactField) {
    let layout = field.layout
    // Smoothing spreads the border; a tenth of contact is where it lay.
    let level = 0.1
    let touching = HeightGrid(layout: layout, values: field.values)
    var on = 0
    for point in footprint.points where touching.interpolated(at: pose.applied(to: point)) >= level { on += 1 }
    overlap = Double(on) / Double(max(footprint.points.count, 1))

    let sole = Self.border(columns: layout.columns, rows: layout.rows, level: level) { touching.values[$0] }
      .map { Vector2(layout.origin.x + $0.x * layout.spacing, layout.origin.y + $0.y * layout.spacing) }
    let edge = Self.border(columns: map.columns, rows: map.rows, level: footprint.threshold) {
      map.values[$0].isNaN ? 0 : map.values[$0]
    }.map { pose.applied(to: Vector2($0.x * map.cellWidth, $0.y * map.cellLength)) }
    var sum = 0.0
    for point in edge {
      var nearest = Double.infinity
      for other in sole {
        let (dx, dy) = (point.x - other.x, point.y - other.y)
        nearest = min(nearest, dx * dx + dy * dy)
      }
      sum += nearest
    }
    residual = edge.isEmpty || sole.isEmpty ? .infinity : (sum / Double(edge.count)).squareRoot()
  }

  /// Points where a field crosses a level between neighbouring nodes, in grid steps.
  private static func border(
    columns: Int, rows: Int, level: Double, _ value: (Int) -> Double
  ) -> [Vector2] {
    var points: [Vector2] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let here = value(row * columns + column)
        if column + 1 < columns {
          let next = value(row * columns + column + 1)
          if (here > level) != (next > level) {
            points.append(Vector2(Double(column) + (level - here) / (next - here), Double(row)))
          }
        }
        if row + 1 < rows {
          let next = value((row + 1) * columns + column)
          if (here > level) != (next > level) {
            points.append(Vector2(Double(column), Double(row) + (level - here) / (next - here)))
          }
        }
      }
    }
    return points
  }
}
