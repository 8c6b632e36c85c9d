/// OFF: `OFF`, counts of vertices, faces and edges, a row per vertex, a row per face with its number of corners first.
///
/// The word may be missing, as some programs write it and the format's own description allows.
/// Understood: the ascii variants with colours, normals and texture (`COFF`, `NOFF`, `STOFF` and their combinations).
enum OFFReader {
  /// The scan in an OFF file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    var rows = OFFRows(file)
    // The keyword may share its line with the counts.
    guard let keyword = rows.next(),
      var counts = rows.counts(keyword) != nil ? keyword : rows.rest(after: keyword) ?? rows.next()
    else {
      throw rows.endsEarly(expected: "OFF and the counts of vertices and faces")
    }
    if counts.starts(with: "binary") {
      throw file.error(
        .unsupported("is a binary OFF file"), at: counts.place, expected: "a text OFF file",
        remedy: "export the scan as PLY or STL")
    }
    counts = counts.trimmed
    let fields = counts.fields(by: .whitespace).map(\.integer)
    guard fields.count >= 2, let vertexCount = fields[0], let faceCount = fields[1], vertexCount > 0, faceCount >= 0
    else { throw rows.malformed(counts, "there are no counts", expected: "the numbers of vertices and faces") }
    // `0 0 0` and `3 0 1 2` with their line ends are the shortest rows.
    guard vertexCount <= file.bytes.count / 6 + 1, faceCount <= file.bytes.count / 2 + 1 else {
      throw rows.malformed(
        counts, "declares \(vertexCount) vertices and \(faceCount) faces", expected: "counts that the file has room for"
      )
    }
    var points = LargePages.array(of: Vector3.self, capacity: vertexCount)
    for _ in 0..<vertexCount {
      guard let row = rows.next() else { throw rows.endsEarly(expected: "\(vertexCount) vertices") }
      points.append(try rows.point(row))
    }
    var triangles: [Triangle] = []
    for _ in 0..<faceCount {
      guard let row = rows.next() else { throw rows.endsEarly(expected: "\(faceCount) faces") }
      try rows.addFace(row, vertexCount: vertexCount, to: &triangles)
    }
    return Scan(name: file.name, format: "OFF", points: points, triangles: triangles)
  }
}

extension OFFReader {
  /// Whether a text without the word has the form all the same: three counts, and rows that keep to them.
  static func resemblesOFF(_ file: InputFile) -> Bool {
    var rows = OFFRows(file)
    guard let first = rows.next(), let counts = rows.counts(first), counts.vertices > 2, counts.faces > 0,
      counts.vertices <= file.bytes.count / 6 + 1
    else { return false }
    for _ in 0..<counts.vertices {
      guard let row = rows.next(), (try? rows.point(row)) != nil else { return false }
    }
    var triangles: [Triangle] = []
    guard let face = rows.next(), (try? rows.addFace(face, vertexCount: counts.vertices, to: &triangles)) != nil else {
      return false
    }
    return !triangles.isEmpty
  }
}

/// The rows of an OFF file without comments and blank lines.
private struct OFFRows {
  private let file: InputFile
  private var scanner: TextScanner

  init(_ file: InputFile) {
    self.file = file
    scanner = TextScanner(file)
  }

  mutating func next() -> TextLine? {
    while let line = scanner.nextFilledLine() {
      let trimmed = line.trimmed
      if !trimmed.starts(with: "#") { return trimmed }
    }
    return nil
  }

  /// What follows the first word of a row, or `nil` where nothing does.
  func rest(after row: TextLine) -> TextLine? {
    let fields = row.fields(by: .whitespace)
    guard fields.count > 1, !fields[1].starts(with: "#") else { return nil }
    return TextLine(
      bytes: row.bytes, range: fields[1].range.lowerBound..<row.range.upperBound, number: row.number)
  }

  /// The counts of vertices and faces in a row of three whole numbers, or `nil`.
  func counts(_ row: TextLine) -> (vertices: Int, faces: Int)? {
    let numbers = row.fields(by: .whitespace).map(\.integer)
    guard numbers.count == 3, let vertices = numbers[0], let faces = numbers[1], let edges = numbers[2],
      min(vertices, faces, edges) >= 0
    else { return nil }
    return (vertices, faces)
  }

  func point(_ row: TextLine) throws(InputError) -> Vector3 {
    let bytes = row.bytes.span
    var position = row.range.lowerBound
    func coordinate() -> Double? {
      position = TextTokens.skipBlanks(bytes, position)
      return NumberParser.number(in: bytes, at: &position, end: row.range.upperBound)
    }
    guard let x = coordinate(), let y = coordinate(), let z = coordinate() else {
      throw malformed(row, "a vertex has no three numbers", expected: "x, y and z")
    }
    return Vector3(x, y, z)
  }

  func addFace(_ row: TextLine, vertexCount: Int, to triangles: inout [Triangle]) throws(InputError) {
    let bytes = row.bytes.span
    var position = row.range.lowerBound
    func number() -> Int? {
      position = TextTokens.skipBlanks(bytes, position)
      return NumberParser.integer(in: bytes, at: &position, end: row.range.upperBound)
    }
    guard let corners = number(), corners >= 0 else {
      throw malformed(row, "a face has no number of corners", expected: "a number and as many vertices")
    }
    var fan = PolygonFan()
    for _ in 0..<corners {
      guard let vertex = number() else {
        throw malformed(row, "a face ends before its \(corners) corners", expected: "\(corners) vertices")
      }
      guard vertex >= 0, vertex < vertexCount else {
        throw malformed(row, "a face names vertex \(vertex)", expected: "0 to \(vertexCount - 1)")
      }
      if let triangle = fan.add(UInt32(truncatingIfNeeded: vertex)) { triangles.append(triangle) }
    }
  }

  func malformed(_ row: TextLine, _ what: String, expected: String) -> InputError {
    file.error(.malformed(what), at: row.place, expected: expected, remedy: "export the scan again, or as PLY")
  }

  func endsEarly(expected: String) -> InputError {
    file.error(
      .malformed("the text ends early"), at: .line(max(scanner.lineNumber, 1)), expected: expected,
      remedy: "copy or export the file again, whole")
  }
}
