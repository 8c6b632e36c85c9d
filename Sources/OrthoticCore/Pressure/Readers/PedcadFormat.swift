/// The pedcad import file (`.apd`): the common exchange of insole design, written by zebris, EcoFoot, footscan 9.
///
/// INI-like text; one foot; `[Data]` is the maximum picture, footscan 9 adds a section `[Data<i>]` for each frame.
/// `SensCountX` counts the data rows and `SensCountY` the values of a row; `-1` means no contact.
enum PedcadFormat: PressureFormat {
  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.hasLine(startingWith: "Description=pedcad")
      || (opening.lines.first?.starts(with: "[General]") == true && opening.hasLine(startingWith: "[Technical]"))
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let content = try PedcadContent(file)
    let rows = try content.count("SensCountX")
    let columns = try content.count("SensCountY")
    // X runs along the plate and the foot, Y across.
    let length = try content.pitch("LDistX", given: options.cellLength ?? options.cellWidth)
    let width = try content.pitch("LDistY", given: options.cellWidth)
    let unit = try content.unit(given: options.unit)
    let factor = Float(unit.kilopascals(cellArea: width * length))

    // Milliseconds; without them a hundredth of a second, the usual rate.
    let difference = content.number("TimeDiff") ?? 0
    let frameStep = difference > 0 && difference < 1e5 ? difference / 1000 : 0.01
    var times: [Double] = []
    var values: [Float] = []
    for section in content.frames.isEmpty ? [content.picture] : content.frames {
      guard let section else { continue }
      let grid = try content.values(of: section, columns: columns, rows: rows)
      times.append(Double(times.count) * frameStep)
      values.append(contentsOf: grid.map { $0.isNaN ? 0 : $0 * factor })
    }
    guard !times.isEmpty else {
      throw file.error(
        .truncated(expected: rows, found: 0), expected: "a section [Data] with \(rows) rows",
        remedy: "export the file again")
    }
    var recording = PressureRecording(
      name: file.name, format: "pedcad " + content.source, kind: content.frames.isEmpty ? .peakPicture : .frames,
      side: options.side ?? content.side, orientation: .unknown, columns: columns, rows: rows, cellWidth: width,
      cellLength: length, times: times, values: values)
    switch content.source {
    case "zebris":
      recording.orientation = .declared
    case "EcoFoot":
      // Toes first: reverse the rows and leave the columns, which run left to right from above in both.
      recording = recording.turned(GridTurn(quarterTurns: 2, mirrored: true))
      recording.orientation = .declared
    default: break
    }
    return [recording]
  }
}

/// The sections and keys of a pedcad file.
private struct PedcadContent {
  let file: InputFile
  /// Values by lower-case key, with their line.
  private var keys: [String: TextLine] = [:]
  /// The lines of `[Data]`.
  private(set) var picture: [TextLine]?
  /// The lines of each `[Data<i>]` in the order of the file.
  private(set) var frames: [[TextLine]?] = []

  init(_ file: InputFile) throws(InputError) {
    self.file = file
    var scanner = TextScanner(file)
    var section = ""
    while let line = scanner.nextLine() {
      let trimmed = line.trimmed
      guard !trimmed.range.isEmpty else { continue }
      if trimmed.starts(with: "[") {
        section = trimmed.text.lowercased()
        if section == "[data]" { picture = [] } else if section.hasPrefix("[data") { frames.append([]) }
      } else if section == "[data]" {
        picture?.append(line)
      } else if section.hasPrefix("[data"), !frames.isEmpty {
        frames[frames.count - 1]?.append(line)
      } else if let equals = trimmed.bytes[trimmed.range].firstIndex(of: UInt8(ascii: "=")) {
        let key = TextLine(bytes: line.bytes, range: trimmed.range.lowerBound..<equals, number: line.number)
        keys[key.trimmed.text.lowercased()] =
          TextLine(bytes: line.bytes, range: equals + 1..<trimmed.range.upperBound, number: line.number).trimmed
      }
    }
  }

  /// Who wrote the file, without the angle brackets.
  var source: String {
    let text = keys["source"]?.text ?? ""
    return text.filter { $0 != "<" && $0 != ">" }
  }

  /// Which foot, where the file says it.
  var side: Side? {
    switch keys["footside"]?.text.lowercased().prefix(1) {
    case "l": .left
    case "r": .right
    default: nil
    }
  }

  func number(_ key: String) -> Double? { keys[key.lowercased()]?.value() }

  func count(_ key: String) throws(InputError) -> Int {
    let line = keys[key.lowercased()]
    // Two bytes are the least that a value takes: a larger count cannot be true.
    guard let value = line?.integer, value >= 3, value <= file.sizeHint else {
      throw broken(line, key, "a number of sensors from 3 up")
    }
    return value
  }

  func pitch(_ key: String, given: Double?) throws(InputError) -> Double {
    if let given { return given }
    let line = keys[key.lowercased()]
    let unit = keys["unitdistance"].flatMap { LengthUnit(rawValue: $0.text.lowercased()) } ?? .millimetre
    guard let value = line?.value(decimalComma: line?.value() == nil) else {
      throw broken(line, key, "a sensor pitch")
    }
    let pitch = value * unit.millimetres
    guard pitch >= 1, pitch <= 50 else { throw broken(line, key, "a sensor pitch of 1 to 50 mm") }
    return pitch
  }

  func unit(given: PressureUnit?) throws(InputError) -> PressureUnit {
    if let given { return given }
    guard let line = keys["unitpressure"] else {
      throw broken(nil, "UnitPressure", "the unit of pressure, such as N/cm2")
    }
    guard let unit = PressureUnit(name: line.text) else {
      throw broken(line, "UnitPressure", "kPa, N/cm2, psi or mmHg")
    }
    return unit
  }

  /// The numbers of a section, row by row; `nan` for no contact.
  func values(of section: [TextLine], columns: Int, rows: Int) throws(InputError) -> [Float] {
    let comma = section.contains { $0.bytes[$0.range].contains(UInt8(ascii: ",")) }
    var grid = PressureRows(
      file: file, style: GridStyle(separator: .tab, decimalComma: comma), columns: columns)
    for line in section.prefix(rows) {
      try grid.append(line)
    }
    guard grid.rows == rows else {
      throw file.error(
        .truncated(expected: rows, found: grid.rows), at: section.last.map { .line($0.number) } ?? .wholeFile,
        expected: "\(rows) rows as SensCountX says", remedy: "export the file again")
    }
    guard section.count == rows else {
      throw file.error(
        .malformed("has \(section.count) rows where SensCountX says \(rows)"), at: section[rows].place,
        expected: "\(rows) rows", remedy: "export the file again")
    }
    return grid.values
  }

  private func broken(_ line: TextLine?, _ key: String, _ expected: String) -> InputError {
    guard let line else {
      return file.error(
        .malformed("has no \(key)"), expected: "\(key)= with \(expected)", remedy: "export the file again")
    }
    return file.error(
      .malformed("\(key) is “\(line.text.prefix(20))”"), at: line.place, expected: expected,
      remedy: "export the file again")
  }
}
