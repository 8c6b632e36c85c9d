extension PLYHeader {
  /// Reads the header of a file that begins with `ply`.
  init(parsing file: InputFile) throws(InputError) {
    var scanner = TextScanner(file.bytes)
    _ = scanner.nextLine()
    var encoding: Encoding?
    var elements: [Element] = []
    while let line = scanner.nextLine() {
      let words = line.fields(by: .whitespace).map(\.text)
      switch words.first {
      case "format":
        guard words.count >= 2, let known = Encoding(rawValue: words[1]) else {
          throw Self.broken(file, line, "format ascii, binary_little_endian or binary_big_endian")
        }
        encoding = known
      case "element":
        elements.append(try Self.element(words, file, line))
      case "property":
        guard !elements.isEmpty else { throw Self.broken(file, line, "an element line before its properties") }
        elements[elements.count - 1].properties.append(try Self.property(words, file, line))
      case "end_header":
        guard let encoding else { throw Self.broken(file, line, "a format line before end_header") }
        self.init(encoding: encoding, elements: elements, bodyStart: scanner.position)
        try checkVertices(file)
        return
      case nil, "comment", "obj_info": continue
      default: throw Self.broken(file, line, "format, element, property, comment or end_header")
      }
    }
    throw file.error(
      .malformed("the header ends early"), at: .line(max(scanner.lineNumber, 1)), expected: "a line end_header",
      remedy: Self.remedy)
  }

  private static let remedy: Wording = "export the scan again, or convert it to STL"

  private static func broken(_ file: InputFile, _ line: TextLine, _ expected: String) -> InputError {
    let shown = String(line.trimmed.text.prefix(60))
    return file.error(
      .malformed("the header says \"\(shown)\""), at: line.place, expected: expected, remedy: remedy)
  }

  private static func element(_ words: [String], _ file: InputFile, _ line: TextLine) throws(InputError) -> Element {
    guard words.count == 3, let count = Int(words[2]), count >= 0 else {
      throw broken(file, line, "element, a name and a count from 0")
    }
    return Element(name: words[1].lowercased(), count: count, properties: [])
  }

  private static func property(_ words: [String], _ file: InputFile, _ line: TextLine) throws(InputError) -> Property {
    if words.count == 5, words[1] == "list", let count = ScalarType(plyName: words[2]),
      let type = ScalarType(plyName: words[3])
    {
      guard count.isInteger else { throw broken(file, line, "a whole number type for the length of a list") }
      return Property(name: words[4], type: type, count: count)
    }
    guard words.count == 3, let type = ScalarType(plyName: words[1]) else {
      throw broken(file, line, "property, a type such as float, and a name")
    }
    return Property(name: words[2], type: type, count: nil)
  }

  private func checkVertices(_ file: InputFile) throws(InputError) {
    guard let vertices else {
      throw file.error(
        .malformed("the header declares no vertices"), expected: "a line element vertex", remedy: Self.remedy)
    }
    guard PLYPositions(vertices) != nil else {
      throw file.error(
        .malformed("the vertices have no x, y and z"), expected: "properties x, y and z", remedy: Self.remedy)
    }
    guard vertices.count > 0 else {
      throw file.error(.malformed("the header declares 0 vertices"), expected: "a foot", remedy: Self.remedy)
    }
  }
}
