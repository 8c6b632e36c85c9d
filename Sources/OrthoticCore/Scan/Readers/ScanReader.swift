/// Reads foot scans of every format, recognised by content, never by name.
public enum ScanReader {
  /// The scan that a file holds, in the file's own unit, axes and order.
  ///
  /// Non-finite coordinates are kept; cleaning removes them. Polygons are cut into fans of triangles. The error names
  /// the line or byte, what was expected there, and what to do; a file that is no scan is refused by what it looks like.
  /// `side` chooses the foot where a file holds both apart (PS2D).
  public static func read(_ file: InputFile, side: Side? = nil) throws(InputError) -> Scan {
    guard !file.bytes.isEmpty else {
      throw file.error(.empty, expected: "a foot scan", remedy: "export the scan again")
    }
    let file = UTF16Text.decoded(file.bytes).map { InputFile(name: file.name, bytes: $0) } ?? file
    let scan = try read(file, as: format(of: file), side: side)
    guard !scan.points.isEmpty else {
      throw file.error(
        .malformed("holds no point"), expected: "the points of a foot", remedy: "export the scan again")
    }
    guard scan.points.count <= Int(UInt32.max) else {
      throw file.error(
        .implausible("holds \(scan.points.count) points"), expected: "at most \(UInt32.max) points",
        remedy: "thin the scan out")
    }
    return scan
  }

  /// What the reader of one format makes of a file, whatever it looks like.
  package static func read(_ file: InputFile, as format: ScanFormat, side: Side? = nil) throws(InputError) -> Scan {
    switch format {
    case .ply: try PLYReader.read(file)
    case .binarySTL: try BinarySTLReader.read(file)
    case .textSTL: try TextSTLReader.read(file)
    case .obj: try OBJReader.read(file)
    case .off: try OFFReader.read(file)
    case .pcd: try PCDReader.read(file)
    case .heightMap: try HeightMapReader.read(file)
    case .archive: try ScanArchiveReader.read(file, side: side)
    case .pointTable: try PointTableReader.read(file)
    }
  }

  /// The format, or the refusal of what is no scan.
  static func format(of file: InputFile) throws(InputError) -> ScanFormat {
    let expected = "a foot scan: PLY, STL, OBJ, OFF, PCD, PS2D or a table of points"
    switch ContentKind(recognizing: file) {
    case .scan(let format): return format
    case .pressure(let name):
      throw file.error(
        .unsupported("looks like \(name)"), expected: expected, remedy: "pass it with \(.pressure), and the scan first")
    case .picture(let name):
      throw file.error(
        .unsupported("looks like \(name)"), expected: expected,
        remedy: "name the scan itself, as the scanner exported it")
    case .other(let name):
      throw file.error(.unsupported("looks like \(name)"), expected: expected, remedy: "export the scan as PLY or STL")
    case nil: break
    }
    if OFFReader.resemblesOFF(file) { return .off }
    if PointTableLayout(recognizing: file.bytes) != nil { return .pointTable }
    if BinarySTLReader.resemblesSTL(file.bytes) { return .binarySTL }
    throw file.error(
      .unsupported("is no scan format known here"), expected: expected, remedy: "export the scan as PLY or STL")
  }
}
