/// The scan formats.
package enum ScanFormat: String, CaseIterable, Equatable, Sendable {
  /// Stanford polygon file.
  case ply = "PLY"
  /// Triangles of float32 after an 80-byte header.
  case binarySTL = "binary STL"
  /// Triangles as text between `solid` and `endsolid`.
  case textSTL = "ASCII STL"
  /// Wavefront object.
  case obj = "OBJ"
  /// Object file format.
  case off = "OFF"
  /// Point Cloud Library.
  case pcd = "PCD"
  /// One height map of a PS2D package.
  case heightMap = "PS2D height map"
  /// A ZIP archive, as PS2D packages are.
  case archive = "ZIP"
  /// Rows of numbers.
  case pointTable = "point table"
}
