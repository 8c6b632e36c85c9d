/// Tekscan ASCII (`.asf`, `.csv`, `.txt`): header of keys, then frames of comma-separated rows.
///
/// `B` marks cells outside the sensor. The rows of F-Scan insoles begin at the toes; columns run left to right from
/// above for both feet. Recordings in raw counts hold no pressure and are refused.
enum TekscanFormat: PressureFormat {
  static let joiner = UInt8(ascii: ",")

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.hasLine(startingWith: "DATA_TYPE ") || opening.hasLine(startingWith: "ASCII_DATA")
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    var scanner = TextScanner(file)
    let header = try TekscanHeader(&scanner, file: file)
    let length = try header.spacing("ROW_SPACING", given: options.cellLength ?? options.cellWidth)
    let width = try header.spacing("COL_SPACING", given: options.cellWidth)
    let unit = try header.unit(given: options.calibration == nil ? options.unit : .kilopascal)
    func rowsLike(_ line: TextLine?) -> PressureRows {
      PressureRows(
        file: file, style: line.map(rowStyle) ?? GridStyle(separator: .comma), columns: header.columns,
        factor: options.calibration ?? unit.kilopascals(cellArea: width * length))
    }
    var rows = rowsLike(nil)
    var frames = 0
    while let line = scanner.nextLine() {
      if line.isBlank { continue }
      if line.starts(with: "@@") { break }
      if line.starts(with: "Frame") {
        try checkFrame(rows, header, frames, file: file, at: line.place)
        frames += 1
      } else if frames == 0 {
        continue
      } else {
        if rows.rows == 0 { rows = rowsLike(line) }
        try rows.append(line, ignoringRest: true)
      }
    }
    try checkFrame(rows, header, frames, file: file, at: .line(scanner.lineNumber))
    guard frames > 0 else {
      throw file.error(
        .truncated(expected: 1, found: 0), expected: "“Frame 1” and \(header.rows) rows",
        remedy: "export the recording again")
    }
    var recording = PressureRecording(
      name: file.name, format: "Tekscan " + header.sensor, kind: frames > 1 ? .frames : .peakPicture,
      side: options.side ?? header.side, orientation: header.isInsole ? .declared : .unknown,
      columns: header.columns, rows: header.rows, cellWidth: width, cellLength: length,
      times: (0..<frames).map { Double($0) * header.frameTime }, values: rows.values)
    recording.isInsole = header.isInsole
    // Toes first, as a picture: reverse the rows, leave the columns.
    return [recording.turned(GridTurn(quarterTurns: 2, mirrored: true))]
  }

  /// Commas, or what a program in a country with decimal commas writes instead of them.
  private static func rowStyle(_ line: TextLine) -> GridStyle {
    let bytes = line.trimmed.bytes[line.trimmed.range]
    let hasComma = bytes.contains(UInt8(ascii: ","))
    if bytes.contains(UInt8(ascii: ";")) { return GridStyle(separator: .semicolon, decimalComma: hasComma) }
    if bytes.contains(UInt8(ascii: "\t")) { return GridStyle(separator: .tab, decimalComma: hasComma) }
    return GridStyle(separator: .comma)
  }

  private static func checkFrame(
    _ rows: PressureRows, _ header: TekscanHeader, _ frames: Int, file: InputFile, at place: InputError.Place
  ) throws(InputError) {
    guard rows.rows == frames * header.rows else {
      throw file.error(
        .truncated(expected: frames * header.rows, found: rows.rows), at: place,
        expected: "\(header.rows) rows in every frame", remedy: "export the recording again")
    }
  }
}

/// The keys before the frames.
private struct TekscanHeader {
  let file: InputFile
  private var keys: [String: TextLine] = [:]
  private(set) var rows = 0
  private(set) var columns = 0

  init(_ scanner: inout TextScanner, file: InputFile) throws(InputError) {
    self.file = file
    var isComment = false
    while let line = scanner.nextLine() {
      let trimmed = line.trimmed
      if trimmed.starts(with: "ASCII_DATA") { break }
      // Comments may hold anything, even keys; they end where the frame numbers begin.
      if trimmed.starts(with: "COMMENTS") { isComment = true }
      if trimmed.starts(with: "START_FRAME") { isComment = false }
      guard !isComment else { continue }
      let end = trimmed.bytes[trimmed.range].firstIndex { $0 == 0x20 || $0 == UInt8(ascii: ",") }
      guard let end else { continue }
      let key = TextLine(bytes: line.bytes, range: trimmed.range.lowerBound..<end, number: line.number).text
      keys[key.uppercased()] =
        TextLine(bytes: line.bytes, range: end + 1..<trimmed.range.upperBound, number: line.number).trimmed
    }
    rows = try count("ROWS")
    columns = try count("COLS")
  }

  var sensor: String { keys["SENSOR_TYPE"]?.text ?? "" }

  /// F-Scan insoles; mats lie as they lie.
  var isInsole: Bool { sensor.uppercased().contains("FSCAN") || sensor.uppercased().contains("F-SCAN") }

  var frameTime: Double {
    guard let value = keys["SECONDS_PER_FRAME"]?.decimal, value > 0, value < 100 else { return 0.01 }
    return value
  }

  /// The measuring program ends file names in L or R.
  var side: Side? {
    guard let name = keys["FILENAME"]?.text.lowercased(), isInsole else { return nil }
    if name.hasSuffix("l.fsx") { return .left }
    return name.hasSuffix("r.fsx") ? .right : nil
  }

  private func count(_ key: String) throws(InputError) -> Int {
    guard let value = keys[key]?.integer, value >= 3, value <= 10_000 else {
      throw file.error(
        .malformed("\(key) is “\(keys[key]?.text.prefix(20) ?? "missing")”"), at: keys[key]?.place ?? .wholeFile,
        expected: "a number of sensors from 3 up", remedy: "export the recording again")
    }
    return value
  }

  func spacing(_ key: String, given: Double?) throws(InputError) -> Double {
    if let given { return given }
    let fields = keys[key]?.fields(by: .whitespace) ?? []
    let unit: Double? =
      switch fields.dropFirst().first?.text.lowercased() {
      case nil, "mm", "millimeters", "millimetres": 1
      case "cm", "centimeters", "centimetres": 10
      case "in", "inch", "inches": 25.4
      case "m", "meters", "metres": 1000
      default: nil
      }
    guard let value = fields.first?.decimal, let unit, value * unit >= 0.5, value * unit <= 50 else {
      throw file.error(
        .malformed("\(key) is “\(keys[key]?.text.prefix(20) ?? "missing")”"), at: keys[key]?.place ?? .wholeFile,
        expected: "a sensor pitch of 0.5 to 50 mm", remedy: "give it with \(.pressureCell)")
    }
    return value * unit
  }

  func unit(given: PressureUnit?) throws(InputError) -> PressureUnit {
    if let given { return given }
    guard let line = keys["UNITS"], let unit = PressureUnit(name: line.text) else {
      let text = keys["UNITS"]?.text ?? "missing"
      let isRaw = text.lowercased().hasPrefix("raw")
      throw file.error(
        .unsupported(
          isRaw ? "holds raw counts without calibration" : "UNITS is “\(text.prefix(20))”"),
        at: keys["UNITS"]?.place ?? .wholeFile, expected: "kPa, N/cm2, kg/cm2, psi, mmHg or MPa",
        remedy: isRaw
          ? "calibrate and export in kPa, or say how many kPa one count is with \(.pressureCalibration)"
          : "say the unit with \(.pressureUnit)")
    }
    return unit
  }
}

extension TextLine {
  /// The number that the piece is, its decimal mark a point or a comma.
  fileprivate var decimal: Double? { value() ?? value(decimalComma: true) }
}
