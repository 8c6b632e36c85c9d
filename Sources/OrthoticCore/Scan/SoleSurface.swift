/// The scanned surface placed in a frame in millimetres, cleaned: points, and facets where the scan has them.
struct PlacedSurface: Sendable {
  /// The points.
  var points: [Vector3]
  /// Facets over the points, or none.
  var triangles: [Triangle]

  /// The lowest surface over every node of a grid: `nan` where there is none.
  func lowestSurface(on layout: GridLayout) -> HeightGrid {
    triangles.isEmpty ? CloudSole(points).heights(on: layout) : lowestFacets(on: layout)
  }

  /// Height of the lowest facet over every node.
  private func lowestFacets(on layout: GridLayout) -> HeightGrid {
    var grid = HeightGrid(layout: layout)
    let perMillimetre = 1 / layout.spacing
    for triangle in triangles {
      let a = points[Int(triangle.a)]
      let b = points[Int(triangle.b)]
      let c = points[Int(triangle.c)]
      let doubleArea = (b.xy - a.xy).cross(c.xy - a.xy)
      guard abs(doubleArea) > 1e-12 else { continue }
      let u0 = (min(a.x, b.x, c.x) - layout.origin.x) * perMillimetre
      let u1 = (max(a.x, b.x, c.x) - layout.origin.x) * perMillimetre
      let v0 = (min(a.y, b.y, c.y) - layout.origin.y) * perMillimetre
      let v1 = (max(a.y, b.y, c.y) - layout.origin.y) * perMillimetre
      guard u1 >= 0, v1 >= 0, u0 <= Double(layout.columns - 1), v0 <= Double(layout.rows - 1) else { continue }
      let firstColumn = Int(max(u0, 0).rounded(.up))
      let lastColumn = min(Int(u1), layout.columns - 1)
      let firstRow = Int(max(v0, 0).rounded(.up))
      let lastRow = min(Int(v1), layout.rows - 1)
      guard firstColumn <= lastColumn, firstRow <= lastRow else { continue }
      for row in firstRow...lastRow {
        for column in firstColumn...lastColumn {
          let p = Vector2(layout.x(column), layout.y(row))
          let wb = (p - a.xy).cross(c.xy - a.xy) / doubleArea
          let wc = (b.xy - a.xy).cross(p - a.xy) / doubleArea
          // A node on a shared edge must not fall between two facets.
          guard wb >= -1e-9, wc >= -1e-9, wb + wc <= 1 + 1e-9 else { continue }
          let z = a.z + wb * (b.z - a.z) + wc * (c.z - a.z)
          let node = row * layout.columns + column
          if !(grid.values[node] <= z) { grid.values[node] = z }
        }
      }
    }
    return grid
  }
}
