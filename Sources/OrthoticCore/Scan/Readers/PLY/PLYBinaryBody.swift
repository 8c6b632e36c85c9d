/// The body of a binary PLY file.
struct PLYBinaryBody {
  let file: InputFile
  let header: PLYHeader

  /// The points and triangles of all tables.
  func read() throws(InputError) -> ([Vector3], [Triangle]) {
    var points: [Vector3] = []
    var triangles: [Triangle] = []
    var offset = header.bodyStart
    for element in header.elements where element.count > 0 {
      if let stride = element.stride {
        let end = try end(of: element, from: offset, bytesPerRow: stride)
        if element.name == "vertex", points.isEmpty { points = vertices(element, from: offset, stride: stride) }
        offset = end
      } else if element.name == "vertex", points.isEmpty {
        try readRows(element, from: &offset, points: &points, triangles: &triangles)
      } else {
        var none: [Vector3] = []
        try readRows(element, from: &offset, points: &none, triangles: &triangles)
      }
    }
    return (points, triangles)
  }

  /// The end of a table of equal rows, after the check that all of it is there.
  private func end(
    of element: PLYHeader.Element, from offset: Int, bytesPerRow: Int
  ) throws(InputError) -> Int {
    let (size, tooLarge) = element.count.multipliedReportingOverflow(by: bytesPerRow)
    let (end, beyond) = offset.addingReportingOverflow(size)
    guard !tooLarge, !beyond, end <= file.bytes.count else {
      throw truncated(element, needed: tooLarge || beyond ? nil : end)
    }
    return end
  }

  private func vertices(_ element: PLYHeader.Element, from start: Int, stride: Int) -> [Vector3] {
    guard let positions = PLYPositions(element) else { return [] }
    let offsets = element.properties.indices.map { index in
      element.properties[..<index].reduce(0) { $0 + $1.type.size }
    }
    let x = (type: element.properties[positions.x].type, offset: start + offsets[positions.x])
    let y = (type: element.properties[positions.y].type, offset: start + offsets[positions.y])
    let z = (type: element.properties[positions.z].type, offset: start + offsets[positions.z])
    let file = file
    let bigEndian = header.encoding == .bigEndian
    if !bigEndian, [x, y, z].allSatisfy({ $0.type == .float32 }) {
      // As most programs write it: with the type known here, a million points take half as long.
      return Parallel.array(count: element.count, grain: 1 << 15) { row in
        let bytes = file.bytes.span
        let base = row &* stride
        return Vector3(
          bytes.number(.float32, at: base &+ x.offset, bigEndian: false),
          bytes.number(.float32, at: base &+ y.offset, bigEndian: false),
          bytes.number(.float32, at: base &+ z.offset, bigEndian: false))
      }
    }
    return Parallel.array(count: element.count, grain: 1 << 15) { row in
      let bytes = file.bytes.span
      let base = row &* stride
      return Vector3(
        bytes.number(x.type, at: base &+ x.offset, bigEndian: bigEndian),
        bytes.number(y.type, at: base &+ y.offset, bigEndian: bigEndian),
        bytes.number(z.type, at: base &+ z.offset, bigEndian: bigEndian))
    }
  }

  /// Reads a table whose rows hold lists, one row after the other.
  private func readRows(
    _ element: PLYHeader.Element, from offset: inout Int, points: inout [Vector3], triangles: inout [Triangle]
  ) throws(InputError) {
    let bytes = file.bytes.span
    let bigEndian = header.encoding == .bigEndian
    let positions = element.name == "vertex" ? PLYPositions(element) : nil
    var first = 0
    if Self.holdsPlainFaces(element), header.encoding == .littleEndian {
      first = readPlainTriangles(element, from: &offset, to: &triangles)
    }
    if let corners = element.properties.first(where: { PLYReader.holdsCorners(element, $0) }), corners.type.size < 4 {
      // Small numbers make more triangle out of a byte than growing by doubling would keep in bounds.
      triangles.reserveCapacity(triangles.count + (bytes.count - offset) / corners.type.size)
    }
    for _ in first..<element.count {
      var point = Vector3.zero
      for (index, property) in element.properties.enumerated() {
        if let countType = property.count {
          let count = try listLength(element, countType, from: &offset)
          let size = count * property.type.size
          guard size <= bytes.count - offset else { throw truncated(element, needed: offset + size) }
          if PLYReader.holdsCorners(element, property) {
            try addFace(property.type, corners: count, at: offset, to: &triangles)
          }
          offset += size
        } else {
          guard property.type.size <= bytes.count - offset else {
            throw truncated(element, needed: offset + property.type.size)
          }
          if let positions {
            let value = bytes.number(property.type, at: offset, bigEndian: bigEndian)
            if index == positions.x { point.x = value }
            if index == positions.y { point.y = value }
            if index == positions.z { point.z = value }
          }
          offset += property.type.size
        }
      }
      if positions != nil { points.append(point) }
    }
  }

  /// Whether every row is one list of 32-bit corners and nothing else, as most programs write it.
  private static func holdsPlainFaces(_ element: PLYHeader.Element) -> Bool {
    guard element.properties.count == 1, PLYReader.holdsCorners(element, element.properties[0]) else { return false }
    let property = element.properties[0]
    return property.count?.size == 1 && property.type.size == 4
  }

  /// Reads plain rows as long as they are sound triangles; returns how many they were.
  private func readPlainTriangles(
    _ element: PLYHeader.Element, from start: inout Int, to triangles: inout [Triangle]
  ) -> Int {
    let rowSize = 13
    let bytes = file.bytes.span
    let possible = min(element.count, (bytes.count - start) / rowSize)
    let limit = UInt32(clamping: header.vertexCount)
    var offset = start
    var rows = 0
    if triangles.isEmpty { triangles = LargePages.array(capacity: possible) }
    triangles.append(addingCapacity: possible) { output in
      while rows < possible, bytes[offset] == 3 {
        let a = bytes.halfWord(at: offset &+ 1)
        let b = bytes.halfWord(at: offset &+ 5)
        let c = bytes.halfWord(at: offset &+ 9)
        // A negative number is a large one here.
        guard a < limit, b < limit, c < limit else { break }
        output.append(Triangle(a, b, c))
        offset &+= rowSize
        rows &+= 1
      }
    }
    start = offset
    return rows
  }

  private func listLength(
    _ element: PLYHeader.Element, _ type: ScalarType, from offset: inout Int
  ) throws(InputError) -> Int {
    guard type.size <= file.bytes.count - offset else { throw truncated(element, needed: offset + type.size) }
    let count = file.bytes.span.integer(type, at: offset, bigEndian: header.encoding == .bigEndian)
    guard count >= 0 else {
      throw file.error(
        .malformed("a list has the length \(count)"), at: .byte(offset), expected: "a length from 0",
        remedy: "export the scan again")
    }
    offset += type.size
    return count
  }

  private func addFace(
    _ type: ScalarType, corners: Int, at offset: Int, to triangles: inout [Triangle]
  ) throws(InputError) {
    let bytes = file.bytes.span
    let bigEndian = header.encoding == .bigEndian
    let vertexCount = header.vertexCount
    var fan = PolygonFan()
    for corner in 0..<corners {
      let place = offset &+ corner &* type.size
      let value = bytes.integer(type, at: place, bigEndian: bigEndian)
      guard value >= 0, value < vertexCount else {
        throw file.error(
          .malformed("a face names vertex \(value)"), at: .byte(place), expected: "0 to \(vertexCount - 1)",
          remedy: "export the scan again, or as a point cloud without faces")
      }
      if let triangle = fan.add(UInt32(truncatingIfNeeded: value)) { triangles.append(triangle) }
    }
  }

  private func truncated(_ element: PLYHeader.Element, needed: Int?) -> InputError {
    PLYReader.truncated(file, element, needed: needed)
  }
}
