/// PLY: ascii and binary, any properties in any order, faces or none.
enum PLYReader {
  /// The scan in a file that begins with `ply`.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let header = try PLYHeader(parsing: file)
    switch header.encoding {
    case .ascii:
      let (points, triangles) = try PLYTextBody(file: file, header: header).read()
      return Scan(name: file.name, format: "PLY ascii", points: points, triangles: triangles)
    case .littleEndian, .bigEndian:
      let (points, triangles) = try PLYBinaryBody(file: file, header: header).read()
      let order = header.encoding == .bigEndian ? "big" : "little"
      return Scan(name: file.name, format: "PLY binary \(order) endian", points: points, triangles: triangles)
    }
  }

  /// Whether a list property holds the corners of a face.
  static func holdsCorners(_ element: PLYHeader.Element, _ property: PLYHeader.Property) -> Bool {
    element.name == "face" && property.count != nil && property.type.isInteger
      && (property.name == "vertex_indices" || property.name == "vertex_index")
  }

  /// The error about a body that is shorter than its header says; `needed` is `nil` where no file is that long.
  static func truncated(_ file: InputFile, _ element: PLYHeader.Element, needed: Int?) -> InputError {
    let expected = "\(element.count) rows of \(element.name), as the header says"
    let remedy: Wording = "copy or export the file again, whole"
    guard let needed else {
      return file.error(
        .malformed("the header declares \(element.count) rows of \(element.name), more than any file holds"),
        expected: "a count that fits \(file.bytes.count) bytes", remedy: remedy)
    }
    return file.error(
      .truncated(expected: needed, found: file.bytes.count), at: .byte(file.bytes.count), expected: expected,
      remedy: remedy)
  }
}
