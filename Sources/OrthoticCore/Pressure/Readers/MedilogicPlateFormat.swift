/// medilogic's export of a plate: a line of sensor numbers, lines of statistics, then a line per sample.
///
/// ```
/// Sensor-Nummer;2081;2082;…;2112;2145;…        runs of neighbours, a constant step from row to row
/// Minimum;0;0;…
/// Maximum;0;12,5;…
/// 20%-Durchschnitt;…
/// 78,34;0;0;…                                    time, s, and one value a sensor
/// ```
/// The numbers count the whole plate's sensors row by row, so they say where each lies. Unit and pitch are not written:
/// N/cm² as in medilogic's other exports, and the usual cell, both said.
enum MedilogicPlateFormat: PressureFormat {
  static let joiner = UInt8(ascii: ";")

  private static let headings = [
    "sensor-nummer", "sensornummer", "sensor number", "sensor no", "sensor-no", "sensor-number",
  ]
  private static let statistics = [
    "minimum", "maximum", "mittelwert", "mean", "average", "durchschnitt", "20%-", "standard", "median",
  ]

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.lines.prefix(12).contains(where: isHeading)
  }

  private static func isHeading(_ line: TextLine) -> Bool {
    let text = TextLine(
      bytes: line.bytes, range: line.range.lowerBound..<min(line.range.lowerBound + 40, line.range.upperBound),
      number: 0
    )
    .text.lowercased().drop { $0 == "\"" || $0 == " " }
    return headings.contains { text.hasPrefix($0) }
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let whole = try file.whole()
    let file = InputFile(name: file.name, bytes: GridText.plain(whole.bytes))
    let style = style(of: file)
    var scanner = TextScanner(file.bytes)
    var places: SensorPlaces?
    var times: [Double] = []
    var peaks: TextLine?
    guard let separatorStyle = style else { throw noSensors(file) }
    var rows = PressureRows(file: file, style: separatorStyle)
    while let line = scanner.nextFilledLine() {
      guard let first = line.fields(by: separatorStyle.separator).first else { continue }
      if places == nil {
        if isHeading(line) { places = try SensorPlaces(line, style: separatorStyle, file: file) }
      } else if let time = first.value(decimalComma: separatorStyle.decimalComma) {
        var start = first.range.upperBound
        while start < line.range.upperBound, line.bytes[start] == 0x20 { start += 1 }
        try rows.append(line, from: min(start + 1, line.range.upperBound))
        times.append(time)
      } else if first.starts(with: "maximum") {
        peaks = line
      } else if !statistics.contains(where: { first.starts(with: $0) }) {
        throw file.error(
          .malformed("begins with “\(first.text.prefix(20))”"), at: line.place,
          expected: "a time and a value per sensor",
          remedy: "export the recording again")
      }
    }
    guard let places else { throw noSensors(file) }
    if times.isEmpty, let peaks, let name = peaks.fields(by: separatorStyle.separator).first {
      try rows.append(peaks, from: min(name.range.upperBound + 1, peaks.range.upperBound))
      times = [0]
    }
    guard rows.rows > 0, rows.columns >= places.cells.count else {
      throw file.error(
        .truncated(expected: places.cells.count, found: rows.columns), expected: "a value for each sensor",
        remedy: "export the recording again")
    }
    return [recording(rows, places, times: times, file: file, options: options)]
  }

  private static func recording(
    _ rows: PressureRows, _ places: SensorPlaces, times: [Double], file: InputFile, options: PressureOptions
  ) -> PressureRecording {
    let width = options.cellWidth ?? BareGridFormat.usualCell
    let length = options.cellLength ?? width
    let unit = options.unit ?? .newtonPerSquareCentimetre
    let factor = Float(options.calibration ?? unit.kilopascals(cellArea: width * length))
    let count = places.columns * places.rows
    var values = [Float](repeating: .nan, count: count * times.count)
    for frame in times.indices {
      for (number, cell) in places.cells.enumerated() {
        values[frame * count + cell] = rows.values[frame * rows.columns + number] * factor
      }
    }
    var assumptions: [Assumption] = []
    if options.cellWidth == nil {
      assumptions.append(
        Assumption(
          what: "pressure cell", value: "\(width) mm", why: "the file does not say", override: "\(.pressureCell)"))
    }
    if options.unit == nil, options.calibration == nil {
      assumptions.append(
        Assumption(
          what: "pressure unit", value: unit.rawValue, why: "medilogic's usual one", override: "\(.pressureUnit)"))
    }
    let start = times.first ?? 0
    // Numbers count as a picture is read, from its upper left.
    return PressureRecording(
      name: file.name, format: "medilogic plate", kind: times.count > 1 ? .frames : .peakPicture, side: options.side,
      orientation: .unknown, columns: places.columns, rows: places.rows, cellWidth: width, cellLength: length,
      times: times.map { $0 - start }, values: values, assumptions: assumptions)
  }

  private static func style(of file: InputFile) -> GridStyle? {
    var scanner = TextScanner(file.bytes)
    while let line = scanner.nextFilledLine() {
      guard isHeading(line) else { continue }
      let bytes = line.bytes[line.range]
      let marks = GridMarks(Array(file.bytes))
      if bytes.contains(UInt8(ascii: ";")) {
        return GridStyle(separator: .semicolon, decimalComma: marks.style.decimalComma)
      }
      if bytes.contains(UInt8(ascii: "\t")) {
        return GridStyle(separator: .tab, decimalComma: marks.style.decimalComma)
      }
      return GridStyle(separator: .comma)
    }
    return nil
  }

  private static func noSensors(_ file: InputFile) -> InputError {
    file.error(
      .malformed("names no sensors"), expected: "“Sensor-Nummer” and their numbers",
      remedy: "export the recording again")
  }
}

/// Where numbered sensors lie on a plate whose width is not written.
private struct SensorPlaces {
  var columns: Int
  var rows: Int
  /// The cell of each sensor in the order of the file.
  var cells: [Int]

  /// Runs of neighbouring numbers are rows; the step from run to run is the plate's width.
  init(_ line: TextLine, style: GridStyle, file: InputFile) throws(InputError) {
    var numbers: [Int] = []
    for field in line.fields(by: style.separator).dropFirst() where !field.range.isEmpty {
      guard let number = field.integer, number >= 0, number <= 1 << 20, number > (numbers.last ?? -1) else {
        throw file.error(
          .malformed("sensor “\(field.text.prefix(12))” cannot be"), at: line.place, expected: "rising whole numbers",
          remedy: "export the recording again")
      }
      numbers.append(number)
    }
    var starts: [Int] = []
    for (index, number) in numbers.enumerated() where index == 0 || number != numbers[index - 1] + 1 {
      starts.append(number)
    }
    let steps = Set(zip(starts, starts.dropFirst()).map { $1 - $0 })
    guard starts.count >= 3, let pitch = steps.min(), pitch >= 3, steps.allSatisfy({ $0 % pitch == 0 }),
      let first = numbers.first, let last = numbers.last
    else {
      throw file.error(
        .unsupported("numbers \(numbers.count) sensors without a gap: the width of the plate is not known"),
        at: line.place, expected: "runs of sensor numbers, one per row",
        remedy: "export the picture of peaks as a grid, or give the sensors' places with \(.pressureLayout)")
    }
    rows = (last - first) / pitch + 1
    let cells = numbers.map { $0 - first }
    // Only the part of the plate that was recorded.
    let used = (cells.map { $0 % pitch }.max() ?? 0) + 1
    self.cells = cells.map { $0 / pitch * used + $0 % pitch }
    columns = used
  }
}
