/// Reads foot scans of every format, recognised by content, never by name.
public enum ScanReader {
  /// The scan that a file holds, in the file's own unit, axes and order.
  ///
  /// Non-finite coordinates are kept; cleaning removes them. Polygons are cut into fans of triangles. The error names
  /// the line or byte, what was expected there, and what to do; a file that is no scan is refused by what it looks like.
  public static func read(_ file: InputFile) throws(InputError) -> Scan {
    guard !file.bytes.isEmpty else {
      throw file.error(.empty, expected: "a foot scan", remedy: "export the scan again")
    }
    let scan =
      switch try ScanFormat(recognizing: file) {
      case .ply: try PLYReader.read(file)
      case .binarySTL: try BinarySTLReader.read(file)
      case .asciiSTL: try TextSTLReader.read(file)
      case .obj: try OBJReader.read(file)
      case .pointCloud: try PointCloudReader.read(file)
      }
    guard !scan.points.isEmpty else {
      throw file.error(
        .malformed("holds no point"), expected: "the points of a foot", remedy: "export the scan again")
    }
    return scan
  }
}
