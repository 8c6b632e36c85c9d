/// XSENSOR CSV (PRO Foot & Gait and older): frames with a block of rows per insole.
///
/// Keys are matched without colon and case. Every line may be padded with commas and followed by an empty one. Rows
/// begin at the toes; `-LF` and `-RF` in the sensor's name tell the foot. `GROUP` blocks repeat cells and are passed over.
enum XSensorFormat: PressureFormat {
  static let joiner = UInt8(ascii: ",")

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.hasLine(startingWith: "SENSOR") && opening.hasLine(startingWith: "FRAME")
      && opening.lines.contains { $0.text.lowercased().contains("sensel") }
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    var scanner = TextScanner(file)
    var insoles: [XSensorInsole] = []
    var current: Int?
    var unit = options.unit
    var time = 0.0
    var start: Double?
    var style = GridStyle(separator: .comma)
    while let line = scanner.nextLine() {
      guard let entry = XSensorEntry(line, style: &style) else { continue }
      switch entry.key {
      case "units": if unit == nil { unit = try Self.unit(entry, file: file) }
      case "frame": current = nil
      case "group": current = nil
      case "time":
        guard let seconds = entry.seconds else { break }
        if start == nil { start = seconds }
        // Over midnight the clock starts again.
        let passed = seconds - (start ?? seconds)
        time = passed < 0 ? passed + 86_400 : passed
      case "sensor":
        let name = entry.value.text
        current = insoles.firstIndex { $0.name == name }
        if current == nil {
          insoles.append(XSensorInsole(name: name))
          current = insoles.count - 1
        }
      case "rows": if let current { insoles[current].rows = try entry.count(file) }
      case "columns": if let current { insoles[current].columns = try entry.count(file) }
      case "sensel width (cm)": if let current { insoles[current].cellWidth = try entry.pitch(file) }
      case "sensel height (cm)": if let current { insoles[current].cellLength = try entry.pitch(file) }
      case "sensels":
        guard let index = current else { break }
        let width = options.cellWidth ?? insoles[index].cellWidth
        let length = options.cellLength ?? options.cellWidth ?? insoles[index].cellLength
        guard let unit, let width, let length else {
          throw file.error(
            .malformed("says no \(unit == nil ? "unit" : "sensel size")"), at: line.place,
            expected: "“Units:” and “Sensel Width (cm)”", remedy: "give them with \(.pressureUnit) and \(.pressureCell)"
          )
        }
        insoles[index].cellWidth = width
        insoles[index].cellLength = length
        try insoles[index].readFrame(
          &scanner, time: time, style: style, factor: unit.kilopascals(cellArea: width * length), file: file)
        current = nil
      default:
        // “Peak Pressure (mmHg)” says the unit where no line of its own does.
        if unit == nil, entry.key.hasPrefix("peak pressure (") {
          unit = PressureUnit(name: String(entry.key.dropFirst(15).prefix { $0 != ")" }))
        }
      }
    }
    let recordings = insoles.compactMap { $0.recording(file: file) }
    guard !recordings.isEmpty else {
      throw file.error(
        .truncated(expected: 1, found: 0), expected: "“SENSELS” and rows of pressures",
        remedy: "export the recording again")
    }
    return recordings
  }

  private static func unit(_ entry: XSensorEntry, file: InputFile) throws(InputError) -> PressureUnit {
    guard let unit = PressureUnit(name: entry.value.text) else {
      throw file.error(
        .malformed("unit “\(entry.value.text.prefix(20))” is not known"), at: entry.value.place,
        expected: "mmHg, kPa, N/cm2 or psi", remedy: "say it with \(.pressureUnit)")
    }
    return unit
  }
}

/// A line `key,value` or `key:,value`, padding dropped.
private struct XSensorEntry {
  /// Lower case, without colon.
  let key: String
  let value: TextLine

  /// `nil` for blank lines and rows of numbers; learns the separator from the first line that has one.
  init?(_ line: TextLine, style: inout GridStyle) {
    let trimmed = line.trimmed
    guard let first = trimmed.bytes[trimmed.range].first, first | 0x20 >= 0x61, first | 0x20 <= 0x7a else { return nil }
    if trimmed.bytes[trimmed.range].contains(UInt8(ascii: ";")) {
      style = GridStyle(separator: .semicolon, decimalComma: true)
    }
    let fields = line.fields(by: style.separator)
    var name = fields.first?.trimmed.text.lowercased() ?? ""
    if name.hasSuffix(":") { name.removeLast() }
    key = name
    value =
      fields.count > 1
      ? fields[1]
      : TextLine(bytes: line.bytes, range: line.range.upperBound..<line.range.upperBound, number: line.number)
  }

  /// `08:21:17.982` in seconds.
  var seconds: Double? {
    let parts = value.text.split(separator: ":").map {
      NumberParser.number($0.replacing(",", with: ".").filter { $0 != " " })
    }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let rest = parts[2] else { return nil }
    let seconds = hours * 3600 + minutes * 60 + rest
    return seconds >= 0 && seconds < 1e6 ? seconds : nil
  }

  func count(_ file: InputFile) throws(InputError) -> Int {
    guard let count = value.integer, count >= 3, count <= 10_000 else { throw broken(file, "a number from 3 up") }
    return count
  }

  func pitch(_ file: InputFile) throws(InputError) -> Double {
    guard let size = value.value() ?? value.value(decimalComma: true), size >= 0.05, size <= 5 else {
      throw broken(file, "a sensel size of 0.05 to 5 cm")
    }
    return size * 10
  }

  private func broken(_ file: InputFile, _ expected: String) -> InputError {
    file.error(
      .malformed("“\(key)” is “\(value.text.prefix(20))”"), at: value.place, expected: expected,
      remedy: "export the recording again")
  }
}

/// One insole's frames so far.
private struct XSensorInsole {
  let name: String
  var rows = 0
  var columns = 0
  var cellWidth: Double?
  var cellLength: Double?
  private var times: [Double] = []
  private var values: [Float] = []
  private var shape: (columns: Int, rows: Int) = (0, 0)

  init(name: String) { self.name = name }

  mutating func readFrame(
    _ scanner: inout TextScanner, time: Double, style: GridStyle, factor: Double, file: InputFile
  ) throws(InputError) {
    guard rows > 0, columns > 0, times.isEmpty || shape == (columns, rows) else {
      throw file.error(
        .malformed("says \(columns) × \(rows) sensels"), at: .line(scanner.lineNumber),
        expected: times.isEmpty ? "Rows and Columns" : "\(shape.columns) × \(shape.rows) as before",
        remedy: "export the recording again")
    }
    shape = (columns, rows)
    var grid = PressureRows(file: file, style: style, columns: columns, factor: factor)
    while grid.rows < rows {
      guard let line = scanner.nextLine() else {
        throw file.error(
          .truncated(expected: rows, found: grid.rows), at: .line(scanner.lineNumber),
          expected: "\(rows) rows of sensels",
          remedy: "export the recording again")
      }
      if line.isBlank || line.bytes[line.range].allSatisfy({ $0 == 0x2c || $0 == 0x3b }) { continue }
      try grid.append(line, ignoringRest: true)
    }
    values.append(contentsOf: grid.values)
    // Without a clock frames are told apart all the same.
    times.append(max(time, (times.last ?? -1e-3) + (times.isEmpty ? 1e-3 : 1e-6)))
  }

  func recording(file: InputFile) -> PressureRecording? {
    guard !times.isEmpty, let cellWidth, let cellLength else { return nil }
    let upper = name.uppercased()
    let side: Side? = upper.contains("-LF") ? .left : upper.contains("-RF") ? .right : nil
    var recording = PressureRecording(
      name: file.name, format: "XSENSOR", kind: times.count > 1 ? .frames : .peakPicture, side: side,
      orientation: .declared, columns: shape.columns, rows: shape.rows, cellWidth: cellWidth, cellLength: cellLength,
      times: times, values: values)
    // Only insoles are named by their foot.
    recording.isInsole = side != nil
    return recording.turned(GridTurn(quarterTurns: 2, mirrored: true))
  }
}
