/// PCD of the Point Cloud Library: ascii, binary and binary_compressed, any fields in any order.
enum PCDReader {
  /// The scan in a PCD file.
  static func read(_ file: InputFile) throws(InputError) -> Scan {
    let header = try PCDHeader(parsing: file)
    let points =
      switch header.encoding {
      case .ascii: try text(file, header)
      case .binary: try binary(file, header)
      case .compressed: try compressed(file, header)
      }
    return Scan(name: file.name, format: "PCD \(header.encoding.rawValue)", points: points)
  }

  private static func text(_ file: InputFile, _ header: PCDHeader) throws(InputError) -> [Vector3] {
    // Every number takes at least one byte and one separator.
    let numbers = header.fields.reduce(0) { $0 + $1.count }
    let bytesLeft = file.bytes.count - header.bodyStart + 1
    guard numbers > 0, header.count <= bytesLeft / (2 * numbers) else {
      throw truncated(file, header, needed: nil)
    }
    // Numbers before each coordinate, where a field may hold several.
    let columns = header.positions.map { index in header.fields[..<index].reduce(0) { $0 + $1.count } }
    let bytes = file.bytes.span
    var points = LargePages.array(of: Vector3.self, capacity: header.count)
    var position = header.bodyStart
    for _ in 0..<header.count {
      var point = Vector3.zero
      for column in 0..<numbers {
        position = TextTokens.skipWhitespace(bytes, position)
        guard position < bytes.count else { throw truncated(file, header, needed: bytes.count + 1) }
        if column != columns[0], column != columns[1], column != columns[2] {
          position = TextTokens.tokenEnd(bytes, position)
          continue
        }
        guard let value = NumberParser.number(in: bytes, at: &position, end: bytes.count),
          position == bytes.count || TextLine.isWhitespace(bytes[position])
        else {
          throw file.error(
            .malformed("there is no number"), at: .line(TextTokens.lineNumber(bytes, position)),
            expected: "the fields of a point", remedy: "export the scan again, or as PLY")
        }
        if column == columns[0] { point.x = value }
        if column == columns[1] { point.y = value }
        if column == columns[2] { point.z = value }
      }
      points.append(point)
    }
    return points
  }

  private static func binary(_ file: InputFile, _ header: PCDHeader) throws(InputError) -> [Vector3] {
    let stride = header.stride
    let (size, tooLarge) = header.count.multipliedReportingOverflow(by: stride)
    guard !tooLarge, size <= file.bytes.count - header.bodyStart else {
      throw truncated(file, header, needed: tooLarge || size > Int.max / 2 ? nil : header.bodyStart + size)
    }
    let starts = header.positions.map { index in
      header.bodyStart + header.fields[..<index].reduce(0) { $0 + $1.width }
    }
    return points(file.bytes, header, starts: starts, strides: [stride, stride, stride])
  }

  /// Two sizes, packed and unpacked, and then all x, all y and so on, packed together.
  private static func compressed(_ file: InputFile, _ header: PCDHeader) throws(InputError) -> [Vector3] {
    let bytes = file.bytes
    let start = header.bodyStart + 8
    guard start <= bytes.count else { throw truncated(file, header, needed: start) }
    let packedSize = Int(bytes.span.halfWord(at: header.bodyStart))
    let size = Int(bytes.span.halfWord(at: header.bodyStart + 4))
    guard start + packedSize <= bytes.count else { throw truncated(file, header, needed: start + packedSize) }
    let (expected, tooLarge) = header.count.multipliedReportingOverflow(by: header.stride)
    guard !tooLarge, size == expected else {
      throw damaged(file, header.bodyStart + 4, "the body states \(size) bytes for \(header.count) points")
    }
    guard size <= Inflation.limit(packedSize: packedSize) else {
      throw damaged(file, header.bodyStart + 4, "\(packedSize) bytes cannot hold \(size)")
    }
    guard let content = LZF.unpacked(bytes.span.extracting(start..<(start + packedSize)), size: size) else {
      throw damaged(file, start, "the packed points are damaged")
    }
    let starts = header.positions.map { index in
      header.count * header.fields[..<index].reduce(0) { $0 + $1.width }
    }
    return points(content, header, starts: starts, strides: header.positions.map { header.fields[$0].size })
  }

  /// Points whose coordinates lie at `starts` and repeat every `strides`; all inside the bytes is the caller's promise.
  private static func points(_ bytes: [UInt8], _ header: PCDHeader, starts: [Int], strides: [Int]) -> [Vector3] {
    let types = header.positions.map { index in
      ScalarType(pcdLetter: header.fields[index].letter, size: header.fields[index].size) ?? .float32
    }
    let span = bytes.span
    let (x, y, z) = (
      (types[0], starts[0], strides[0]), (types[1], starts[1], strides[1]), (types[2], starts[2], strides[2])
    )
    var points = LargePages.array(of: Vector3.self, capacity: header.count)
    points.append(addingCapacity: header.count) { output in
      for row in 0..<header.count {
        output.append(
          Vector3(
            span.number(x.0, at: x.1 &+ row &* x.2, bigEndian: false),
            span.number(y.0, at: y.1 &+ row &* y.2, bigEndian: false),
            span.number(z.0, at: z.1 &+ row &* z.2, bigEndian: false)))
      }
    }
    return points
  }

  private static func truncated(_ file: InputFile, _ header: PCDHeader, needed: Int?) -> InputError {
    guard let needed else {
      return file.error(
        .malformed("the header declares \(header.count) points, more than the file has room for"),
        at: .byte(header.bodyStart), expected: "a count that fits \(file.bytes.count) bytes",
        remedy: "copy or export the file again, whole")
    }
    return file.error(
      .truncated(expected: needed, found: file.bytes.count), at: .byte(file.bytes.count),
      expected: "\(header.count) points, as the header says", remedy: "copy or export the file again, whole")
  }

  private static func damaged(_ file: InputFile, _ byte: Int, _ how: String) -> InputError {
    file.error(
      .malformed(how), at: .byte(byte), expected: "a sound binary_compressed body",
      remedy: "copy or export the file again, or as binary PCD")
  }
}
