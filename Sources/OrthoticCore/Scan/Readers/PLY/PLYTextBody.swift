/// The body of an ascii PLY file: the numbers of all rows in order, parted by white space.
struct PLYTextBody {
  let file: InputFile
  let header: PLYHeader

  /// The points and triangles of all tables.
  func read() throws(InputError) -> ([Vector3], [Triangle]) {
    var points: [Vector3] = []
    var triangles: [Triangle] = []
    var position = header.bodyStart
    for element in header.elements where element.count > 0 && !element.properties.isEmpty {
      try requireBytes(element, from: position)
      if element.name == "vertex", points.isEmpty {
        points = LargePages.array(capacity: element.count)
        try readRows(element, from: &position, points: &points, triangles: &triangles)
      } else {
        var none: [Vector3] = []
        try readRows(element, from: &position, points: &none, triangles: &triangles)
      }
    }
    return (points, triangles)
  }

  /// Refuses a count that the rest of the file cannot hold: each number takes a byte and a separator.
  private func requireBytes(_ element: PLYHeader.Element, from position: Int) throws(InputError) {
    let (size, tooLarge) = element.count.multipliedReportingOverflow(by: 2 * element.properties.count)
    let (end, beyond) = position.addingReportingOverflow(size)
    guard !tooLarge, !beyond, end - 1 <= file.bytes.count else {
      throw PLYReader.truncated(file, element, needed: tooLarge || beyond ? nil : end - 1)
    }
  }

  private func readRows(
    _ element: PLYHeader.Element, from position: inout Int, points: inout [Vector3], triangles: inout [Triangle]
  ) throws(InputError) {
    let positions = element.name == "vertex" ? PLYPositions(element) : nil
    let isPlain = element.properties.allSatisfy { $0.count == nil }
    if let positions, isPlain, (positions.x, positions.y, positions.z) == (0, 1, 2) {
      return try readPoints(element, from: &position, points: &points)
    }
    for _ in 0..<element.count {
      var point = Vector3.zero
      for (index, property) in element.properties.enumerated() {
        if property.count != nil {
          let count = try integer(element, from: &position)
          guard count >= 0 else {
            throw malformed(position, "a list has the length \(count)", expected: "a length from 0")
          }
          if PLYReader.holdsCorners(element, property) {
            try addFace(element, corners: count, from: &position, to: &triangles)
          } else {
            for _ in 0..<count { _ = try number(element, from: &position) }
          }
        } else {
          let value = try number(element, from: &position)
          if let positions {
            if index == positions.x { point.x = value }
            if index == positions.y { point.y = value }
            if index == positions.z { point.z = value }
          }
        }
      }
      if positions != nil { points.append(point) }
    }
  }

  /// The common case: every row begins with x, y and z.
  private func readPoints(
    _ element: PLYHeader.Element, from place: inout Int, points: inout [Vector3]
  ) throws(InputError) {
    let others = element.properties.count - 3
    let bytes = file.bytes.span
    var position = place
    for _ in 0..<element.count {
      let x = try coordinate(bytes, element, at: &position)
      let y = try coordinate(bytes, element, at: &position)
      let z = try coordinate(bytes, element, at: &position)
      points.append(Vector3(x, y, z))
      for _ in 0..<others {
        position = TextTokens.skipWhitespace(bytes, position)
        guard position < bytes.count else { throw PLYReader.truncated(file, element, needed: bytes.count + 1) }
        position = TextTokens.tokenEnd(bytes, position)
      }
    }
    place = position
  }

  @inline(__always) private func coordinate(
    _ bytes: Span<UInt8>, _ element: PLYHeader.Element, at position: inout Int
  ) throws(InputError) -> Double {
    position = TextTokens.skipWhitespace(bytes, position)
    guard let value = NumberParser.number(in: bytes, at: &position, end: bytes.count),
      position == bytes.count || TextLine.isWhitespace(bytes[position])
    else { throw noNumber(element, position) }
    return value
  }

  private func noNumber(_ element: PLYHeader.Element, _ position: Int) -> InputError {
    if position >= file.bytes.count { return PLYReader.truncated(file, element, needed: file.bytes.count + 1) }
    // The position is that of the word itself here, not behind it.
    return malformed(position + 1, "there is no number", expected: "a number of a row of \(element.name)")
  }

  private func addFace(
    _ element: PLYHeader.Element, corners: Int, from position: inout Int, to triangles: inout [Triangle]
  ) throws(InputError) {
    let vertexCount = header.vertexCount
    var fan = PolygonFan()
    for _ in 0..<corners {
      let value = try integer(element, from: &position)
      guard value >= 0, value < vertexCount else {
        throw malformed(position, "a face names vertex \(value)", expected: "0 to \(vertexCount - 1)")
      }
      if let triangle = fan.add(UInt32(truncatingIfNeeded: value)) { triangles.append(triangle) }
    }
  }

  private func number(_ element: PLYHeader.Element, from position: inout Int) throws(InputError) -> Double {
    try coordinate(file.bytes.span, element, at: &position)
  }

  private func integer(_ element: PLYHeader.Element, from position: inout Int) throws(InputError) -> Int {
    let value = try number(element, from: &position)
    guard let whole = Int(exactly: value) else {
      throw malformed(position, "\(value) is no whole number", expected: "a whole number of a row of \(element.name)")
    }
    return whole
  }

  private func malformed(_ position: Int, _ what: String, expected: String) -> InputError {
    file.error(
      .malformed(what), at: .line(TextTokens.lineNumber(file.bytes.span, max(position - 1, 0))), expected: expected,
      remedy: "export the scan again, or as binary PLY")
  }
}
