/// What the header of a PCD file promises.
struct PCDHeader: Equatable {
  /// How the body is written.
  enum Encoding: String {
    /// Text, a line per point.
    case ascii
    /// Points one after the other, as in memory.
    case binary
    /// Fields one after the other, packed with LZF.
    case compressed = "binary_compressed"
  }

  /// One or more numbers of each point.
  struct Field: Equatable {
    var name: String
    /// Bytes per number.
    var size = 4
    /// `I`, `U` or `F`.
    var letter = "F"
    /// Numbers per point.
    var count = 1

    /// Bytes per point.
    var width: Int { size * count }
  }

  /// How the body is written.
  var encoding: Encoding
  /// The fields in order.
  var fields: [Field]
  /// Number of points.
  var count: Int
  /// First byte of the body.
  var bodyStart: Int
  /// Indices of the fields x, y and z.
  var positions: [Int]

  /// Bytes per point in a binary body.
  var stride: Int { fields.reduce(0) { $0 + $1.width } }

  /// Reads the header of a file.
  init(parsing file: InputFile) throws(InputError) {
    var scanner = TextScanner(file.bytes)
    var fields: [Field] = []
    var width: Int?
    var height: Int?
    var points: Int?
    while let line = scanner.nextLine() {
      let words = line.fields(by: .whitespace)
      guard let keyword = words.first?.text.uppercased(), !keyword.hasPrefix("#") else { continue }
      let values = words.dropFirst().map(\.text)
      switch keyword {
      case "VERSION", "VIEWPOINT": continue
      case "FIELDS", "COLUMNS": fields = values.map { Field(name: $0.lowercased()) }
      case "SIZE", "TYPE", "COUNT":
        guard values.count == fields.count else { throw Self.broken(file, line, "a value for each of the fields") }
        for (index, value) in values.enumerated() {
          try Self.set(keyword, value, in: &fields[index], file, line)
        }
      case "WIDTH": width = try Self.count(values, file, line)
      case "HEIGHT": height = try Self.count(values, file, line)
      case "POINTS": points = try Self.count(values, file, line)
      case "DATA":
        guard let encoding = values.first.flatMap({ Encoding(rawValue: $0.lowercased()) }) else {
          throw Self.broken(file, line, "DATA ascii, binary or binary_compressed")
        }
        let area = (width ?? 0).multipliedReportingOverflow(by: height ?? 1)
        let count = points ?? (area.overflow ? Int.max : area.partialValue)
        let positions = ["x", "y", "z"].compactMap { name in
          fields.firstIndex {
            $0.name == name && $0.count == 1 && ScalarType(pcdLetter: $0.letter, size: $0.size) != nil
          }
        }
        guard positions.count == 3 else { throw Self.broken(file, line, "fields x, y and z before the data") }
        guard count > 0 else { throw Self.broken(file, line, "POINTS above 0 before the data") }
        self.init(
          encoding: encoding, fields: fields, count: count, bodyStart: scanner.position, positions: positions)
        return
      default: throw Self.broken(file, line, "a PCD keyword such as FIELDS, POINTS or DATA")
      }
    }
    throw file.error(
      .malformed("the header ends early"), at: .line(max(scanner.lineNumber, 1)), expected: "a line DATA",
      remedy: Self.remedy)
  }

  private init(encoding: Encoding, fields: [Field], count: Int, bodyStart: Int, positions: [Int]) {
    self.encoding = encoding
    self.fields = fields
    self.count = count
    self.bodyStart = bodyStart
    self.positions = positions
  }

  private static let remedy: Wording = "copy or export the scan again, or as PLY"
  /// No field of a point is larger; a bound that keeps sums far from overflow.
  private static let largestCount = 1 << 16

  private static func set(
    _ keyword: String, _ value: String, in field: inout Field, _ file: InputFile, _ line: TextLine
  ) throws(InputError) {
    switch keyword {
    case "TYPE": field.letter = value.uppercased()
    case "SIZE":
      guard let size = Int(value), [1, 2, 4, 8].contains(size) else { throw broken(file, line, "sizes 1, 2, 4 or 8") }
      field.size = size
    default:
      guard let count = Int(value), count >= 0, count <= largestCount else {
        throw broken(file, line, "counts from 0 to \(largestCount)")
      }
      field.count = count
    }
  }

  private static func count(_ values: [String], _ file: InputFile, _ line: TextLine) throws(InputError) -> Int {
    guard let count = values.first.flatMap({ Int($0) }), count >= 0 else { throw broken(file, line, "a count from 0") }
    return count
  }

  private static func broken(_ file: InputFile, _ line: TextLine, _ expected: String) -> InputError {
    let shown = String(line.trimmed.text.prefix(60))
    return file.error(.malformed("the header says \"\(shown)\""), at: line.place, expected: expected, remedy: remedy)
  }
}
