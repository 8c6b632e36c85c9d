/// Room for a cover that is glued on the device: steep places give way by its thickness, so that foot and cover fit.
///
/// The surface is the lower envelope of balls of the cover's thickness rolling on the copied sole, set back up by that
/// thickness: level ground stays, walls step outward.
struct CoverAllowance {
  /// Thickness of the cover, mm.
  let thickness: Double

  func applied(to sole: HeightGrid) -> HeightGrid {
    guard thickness > 0 else { return sole }
    let layout = sole.layout
    let reach = Int(thickness / layout.spacing)
    var offsets: [(column: Int, row: Int, drop: Double)] = []
    for row in -reach...reach {
      for column in -reach...reach {
        let away = Double(row * row + column * column) * layout.spacing * layout.spacing
        guard away <= thickness * thickness else { continue }
        offsets.append((column, row, thickness - (thickness * thickness - away).squareRoot()))
      }
    }
    let ball = offsets
    let rows = Parallel.map(count: layout.rows) { row -> [Double] in
      (0..<layout.columns).map { column in
        var lowest = Double.infinity
        for offset in ball {
          let x = column + offset.column
          let y = row + offset.row
          guard x >= 0, y >= 0, x < layout.columns, y < layout.rows else { continue }
          lowest = min(lowest, sole.values[y * layout.columns + x] + offset.drop)
        }
        return lowest
      }
    }
    return HeightGrid(layout: layout, values: Array(rows.joined()))
  }
}
