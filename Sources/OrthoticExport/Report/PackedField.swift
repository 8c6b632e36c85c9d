import OrthoticCore

/// A field on a grid as 16-bit numbers in Base64: small in a page, quick to read in a script.
struct PackedGrid: Encodable, Sendable {
  let x: Double
  let y: Double
  let spacing: Double
  let columns: Int
  let rows: Int
  /// What one step of a number stands for.
  let unit: Double
  /// Little endian, row by row from the heel; the lowest number where nothing is known.
  let values: String

  /// Packs a grid, thinned to a spacing that is a multiple of its own.
  init(_ grid: HeightGrid, unit: Double, spacing: Double? = nil) {
    let layout = grid.layout
    let step = max(Int(((spacing ?? layout.spacing) / layout.spacing).rounded()), 1)
    let columns = (layout.columns + step - 1) / step
    let rows = (layout.rows + step - 1) / step
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * columns * rows)
    for row in stride(from: 0, to: layout.rows, by: step) {
      for column in stride(from: 0, to: layout.columns, by: step) {
        let value = grid[column, row]
        let number = value.isFinite ? Int16(min(max((value / unit).rounded(), -32767), 32767)) : .min
        PackedMesh.append(UInt16(bitPattern: number), to: &bytes)
      }
    }
    x = layout.origin.x
    y = layout.origin.y
    self.spacing = Double(step) * layout.spacing
    self.columns = columns
    self.rows = rows
    self.unit = unit
    values = Base64.text(of: bytes)
  }
}

/// A mesh as whole numbers in Base64.
struct PackedMesh: Encodable, Sendable {
  /// What one step of a coordinate stands for, mm.
  let unit: Double
  /// x, y and z of each vertex, 16 bits each, little endian.
  let vertices: String
  /// Three vertex numbers of each facet, little endian.
  let triangles: String
  /// Whether these have 32 bits instead of 16.
  let wide: Bool

  init(_ mesh: Mesh) {
    // Reaches 650 mm: twice the longest foot.
    let unit = 0.02
    var places: [UInt8] = []
    places.reserveCapacity(6 * mesh.vertices.count)
    for vertex in mesh.vertices {
      for value in [vertex.x, vertex.y, vertex.z] {
        let number = value.isFinite ? Int16(min(max((value / unit).rounded(), -32767), 32767)) : 0
        Self.append(UInt16(bitPattern: number), to: &places)
      }
    }
    var corners: [UInt8] = []
    wide = mesh.vertices.count > 65536
    corners.reserveCapacity((wide ? 12 : 6) * mesh.triangles.count)
    for triangle in mesh.triangles {
      for corner in [triangle.a, triangle.b, triangle.c] {
        Self.append(UInt16(truncatingIfNeeded: corner), to: &corners)
        if wide { Self.append(UInt16(truncatingIfNeeded: corner >> 16), to: &corners) }
      }
    }
    self.unit = unit
    vertices = Base64.text(of: places)
    triangles = Base64.text(of: corners)
  }

  static func append(_ number: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }
}
