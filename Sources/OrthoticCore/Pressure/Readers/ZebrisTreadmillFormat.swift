/// zebris raw text (treadmill or walkway): a table of samples, then a `Platform` block with a frame per sample.
///
/// The walkway runs along x. The table's force of each foot becomes `PressureRecording.footForces`. On a treadmill the print moves with the belt; the column `Position,m` of the table says how
/// far, and becomes `PressureRecording.beltPositions`.
enum ZebrisTreadmillFormat: PressureFormat {
  static func recognises(_ opening: PressureFileOpening) -> Bool {
    (opening.hasLine(startingWith: "Application") && opening.hasLine(startingWith: "Exercises"))
      || opening.hasLine(startingWith: "Platform {")
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    var scanner = TextScanner(file)
    let table = ZebrisTable(&scanner)
    let belt = table.belt
    var platform = try ZebrisPlatform(&scanner, options: options, file: file)
    guard platform.frames > 0 else {
      throw file.error(
        .truncated(expected: max(platform.expectedFrames, 1), found: 0), expected: "“Frame 1 {” with rows of pressures",
        remedy: "export the recording again")
    }
    // Moved, not shared: turning would copy frames that someone else holds.
    var values: [Float] = []
    swap(&values, &platform.values)
    var recording = PressureRecording(
      name: file.name, format: "zebris", kind: .walk, side: options.side, orientation: .unknown,
      columns: platform.columns, rows: platform.lines, cellWidth: platform.cellWidth, cellLength: platform.cellLength,
      times: (0..<platform.frames).map { Double($0) * platform.frameTime }, values: consume values)
    // The walkway's x becomes the direction of the rows.
    recording.turn(GridTurn(quarterTurns: 1))
    if belt.count >= platform.frames, let last = belt.last, let first = belt.first, abs(last - first) > 100 {
      recording.beltPositions = Array(belt.prefix(platform.frames))
    }
    recording.footForces = table.forces(frames: platform.frames)
    if platform.frames < platform.expectedFrames {
      recording.findings.append(
        Finding(
          .warning, code: "recording-incomplete",
          message: "the file holds \(platform.frames) of \(platform.expectedFrames) frames",
          remedy: "export the recording again"))
    }
    return [recording]
  }
}

/// The table in front of the platform: a line per frame.
private struct ZebrisTable {
  /// How far the belt has run, mm.
  var belt: [Double] = []
  private var left: [Double] = []
  private var right: [Double] = []

  /// Reads up to the line that begins the platform.
  init(_ scanner: inout TextScanner) {
    var columns: (position: Int?, left: Int?, right: Int?) = (nil, nil, nil)
    while let line = scanner.nextLine(), !line.starts(with: "Platform") {
      let fields = line.fields(by: .tab)
      if line.starts(with: "Time,ms") {
        columns.position = fields.firstIndex { $0.starts(with: "Position,m") }
        columns.left = fields.firstIndex { $0.starts(with: "Li Kraft") || $0.starts(with: "Left force") }
        columns.right = fields.firstIndex { $0.starts(with: "Re Kraft") || $0.starts(with: "Right force") }
      } else if fields.first?.value() != nil {
        func value(_ column: Int?) -> Double? {
          column.flatMap { $0 < fields.count ? fields[$0].value() : nil }.flatMap { abs($0) < 1e5 ? $0 : nil }
        }
        if let position = value(columns.position) { belt.append(position * 1000) }
        if let a = value(columns.left), let b = value(columns.right) {
          left.append(a)
          right.append(b)
        }
      }
    }
  }

  /// What each foot carried, or `nil` where the table does not say it of every frame.
  func forces(frames: Int) -> FootForces? {
    guard frames > 0, left.count >= frames else { return nil }
    return FootForces(left: Array(left.prefix(frames)), right: Array(right.prefix(frames)))
  }
}

/// The `Platform` block.
private struct ZebrisPlatform {
  var columns = 0
  var lines = 0
  var cellWidth = 0.0
  var cellLength = 0.0
  var frameTime = 0.01
  var expectedFrames = 0
  var frames = 0
  var values: [Float] = []

  init(_ scanner: inout TextScanner, options: PressureOptions, file: InputFile) throws(InputError) {
    var unit = options.unit
    var rows: PressureRows?
    while let line = scanner.nextLine() {
      if line.starts(with: "Frame "), line.trimmed.text.hasSuffix("{") {
        if rows == nil { rows = try start(unit: unit, options: options, file: file) }
        try readFrame(&scanner, &rows, file: file)
        continue
      }
      let fields = line.fields(by: .tab)
      guard rows == nil, fields.count >= 2 else { continue }
      let value = fields[1]
      switch fields[0].text.lowercased() {
      case "columns": columns = try Self.count(value, file)
      case "lines": lines = try Self.count(value, file)
      case "cell width,mm": cellWidth = value.value() ?? 0
      case "cell height,mm": cellLength = value.value() ?? 0
      case "units": unit = unit ?? PressureUnit(name: value.text)
      case "frame count": expectedFrames = max(value.integer ?? 0, 0)
      case "frequency":
        if let frequency = value.value(), frequency > 0.1, frequency < 1e5 { frameTime = 1 / frequency }
      default: break
      }
    }
    values = rows?.values ?? []
  }

  private static func count(_ value: TextLine, _ file: InputFile) throws(InputError) -> Int {
    guard let count = value.integer, count >= 3, count <= 10_000 else {
      throw file.error(
        .malformed("“\(value.text.prefix(20))” is no number of sensors"), at: value.place,
        expected: "a whole number from 3 up", remedy: "export the recording again")
    }
    return count
  }

  private mutating func start(
    unit: PressureUnit?, options: PressureOptions, file: InputFile
  ) throws(InputError) -> PressureRows {
    cellWidth = options.cellWidth ?? cellWidth
    cellLength = options.cellLength ?? options.cellWidth ?? cellLength
    guard let unit, columns > 0, lines > 0, (0.5...50).contains(cellWidth), (0.5...50).contains(cellLength) else {
      throw file.error(
        .malformed("does not say columns, lines, cell size and unit of the platform"),
        expected: "“Columns”, “Lines”, “Cell width,mm”, “Cell height,mm” and “Units”",
        remedy: "export the recording again, or give \(.pressureCell) and \(.pressureUnit)")
    }
    var rows = PressureRows(
      file: file, style: GridStyle(separator: .tab), columns: columns,
      factor: unit.kilopascals(cellArea: cellWidth * cellLength))
    // Five bytes, `0.00` and a tab, are the least that the program writes for a value.
    rows.reserve(file.sizeHint / 5)
    return rows
  }

  private mutating func readFrame(
    _ scanner: inout TextScanner, _ rows: inout PressureRows?, file: InputFile
  ) throws(InputError) {
    let first = rows?.rows ?? 0
    while let line = scanner.nextLine(), !line.starts(with: "}") {
      // Rows begin with `y` and their number; everything else is heading.
      guard line.starts(with: "y"), let tab = line.bytes[line.range].firstIndex(of: 0x09) else { continue }
      try rows?.append(line, from: tab + 1, ignoringRest: true)
    }
    guard let count = rows?.rows, count == first + lines else {
      throw file.error(
        .truncated(expected: lines, found: (rows?.rows ?? first) - first), at: .line(scanner.lineNumber),
        expected: "\(lines) rows in every frame", remedy: "export the recording again")
    }
    frames += 1
  }
}
