/// The scan formats, told apart by their first bytes.
enum ScanFormat: Equatable {
  /// Stanford polygon file.
  case ply
  /// Triangles of float32 after an 80-byte header.
  case binarySTL
  /// Triangles as text between `solid` and `endsolid`.
  case asciiSTL
  /// Wavefront object.
  case obj
  /// Rows of numbers.
  case pointCloud

  /// The format of a file's content.
  init(recognizing file: InputFile) throws(InputError) {
    let bytes = file.bytes
    if bytes.starts(with: Array("ply".utf8)), bytes.count > 3, TextLine.isWhitespace(bytes[3]) {
      self = .ply
    } else if BinarySTLReader.recognizes(bytes) {
      self = .binarySTL
    } else if TextSTLReader.recognizes(bytes) {
      self = .asciiSTL
    } else if OBJReader.recognizes(bytes) {
      self = .obj
    } else if PointCloudReader.recognizes(bytes) {
      self = .pointCloud
    } else if let truncation = BinarySTLReader.truncation(of: file) {
      throw truncation
    } else {
      throw file.error(
        .unsupported("is no scan format known here"), expected: "PLY, STL, OBJ or a table of points",
        remedy: "export the scan as PLY or STL")
    }
  }
}
