/// A grid of numbers: one line per sensor row, and little else.
///
/// Separated by comma, semicolon, tab or blanks; decimal comma where the separator leaves it free. Empty, `nan`, `B` and
/// `-1` mean that there is no sensor. Such a file says nothing about unit, cell size, side or heel: what flags do not say
/// is found by shape and force, and reported. Headings and index columns are left out and said; blocks of equal size are
/// frames, or both feet.
enum BareGridFormat: PressureFormat {
  /// Cell size taken where nothing is said, mm: novel's and most resampled maps.
  static let usualCell = 5.0
  /// Share of the peak that a tare may lie below zero.
  private static let largestTare = 0.05
  /// Time from frame to frame where nothing is said, s.
  private static let usualFrameTime = 0.01

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    guard let first = opening.lines.first, !opening.looksBinary else { return false }
    // A table of an insole's sensors, whose places nobody publishes.
    if opening.hasLine(startingWith: "# Sensor insole") || opening.hasLine(startingWith: "# Recording") { return false }
    // Even a grid with a broken cell is to be reported as a grid: half of the fields being numbers is enough.
    let style = GridStyle(opening.lines)
    let fields = first.fields(by: style.separator)
    let numbers = fields.filter { style.value(of: $0) != nil }.count
    if fields.count >= 2 && numbers * 2 >= fields.count { return true }
    // Headings, brackets and quotes first: several lines of nothing but numbers are a grid.
    return opening.lines.count(where: isNumbers) >= 3 || isOneLineOfLists(first)
  }

  private static func isNumbers(_ line: TextLine) -> Bool {
    var bytes = line.bytes[line.range]
    if let first = bytes.first, !GridText.isDigit(first), !" \t.,;:+-".utf8.contains(first) {
      bytes = bytes[GridText.endOfName(in: line.bytes.span, from: bytes.startIndex, to: bytes.endIndex)...]
    }
    let isPlain = bytes.allSatisfy { GridText.isDigit($0) || " \t.,;:+-eE\"'[](){}nNaABb\u{a0}".utf8.contains($0) }
    return isPlain && bytes.split(whereSeparator: { !GridText.isDigit($0) && $0 != UInt8(ascii: ".") }).count >= 3
  }

  /// `[[0, 1, …], [0, …]]` or `{"map": [[…` in one line.
  private static func isOneLineOfLists(_ line: TextLine) -> Bool {
    let bytes = line.bytes[line.range]
    return bytes.prefix(200).contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
      && bytes.count { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ";") } >= 3
      && bytes.count(where: GridText.isDigit) * 5 >= bytes.count
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let whole = try file.whole()
    var bytes = GridText.plain(whole.bytes)
    let marks = GridMarks(bytes)
    guard !marks.isMixed else {
      throw file.error(
        .ambiguous("has points and commas as decimal marks"), expected: "one of them",
        remedy: "export the map with points only")
    }
    if let mark = marks.groupMark { bytes = GridText.ungrouped(bytes, mark: mark) }
    if marks.hasBlanksInside { bytes = GridText.ungrouped(bytes, mark: UInt8(ascii: " ")) }
    let style = marks.style
    let table = GridTable(bytes, style: style)
    if let list = try GridList(table, file: file) { return [try recording(list.grid, file, options)] }
    var grid = try BareGrid(table, file: file)
    if let layout = options.layout {
      try grid.settleBelowZero(file: file, largestTare: largestTare)
      return [try SampleTableFormat.recording(grid, layout: layout, file: file, options: options)]
    }
    try refuseTimeTable(grid, file: file)
    try grid.settleBelowZero(file: file, largestTare: largestTare)
    let parts = try GridFeet.parted(grid, file: file)
    // Of two feet each keeps its own side, whichever is wanted.
    var each = options
    if parts.count > 1 { each.side = nil }
    var recordings: [PressureRecording] = []
    for part in parts { recordings.append(try recording(part, file, each)) }
    return recordings
  }

  private static func recording(
    _ grid: BareGrid, _ file: InputFile, _ options: PressureOptions
  ) throws(InputError) -> PressureRecording {
    var assumptions = grid.assumptions
    let width = options.cellWidth ?? grid.cellWidth ?? usualCell
    let length = options.cellLength ?? options.cellWidth ?? grid.cellLength ?? usualCell
    if options.cellWidth == nil {
      let isSaid = grid.cellWidth != nil || grid.cellLength != nil
      let size = width == length ? "\(width)" : "\(width) × \(length)"
      assumptions.append(
        Assumption(
          what: "pressure cell", value: "\(size) mm", why: isSaid ? "steps of the headings" : "the file does not say",
          override: "\(.pressureCell)"))
    }
    let unit: PressureUnit
    if let given = options.unit {
      unit = given
    } else if let said = grid.unit {
      unit = said
      assumptions.append(
        Assumption(
          what: "pressure unit", value: said.rawValue, why: "the headings say so", override: "\(.pressureUnit)"))
    } else if options.calibration != nil {
      unit = .kilopascal
    } else {
      unit = try found(grid, cellWidth: width, cellLength: length, file: file, &assumptions)
    }
    let factor = Float(options.calibration ?? unit.kilopascals(cellArea: width * length))
    var recording = PressureRecording(
      name: file.name, format: "bare grid", kind: grid.frames > 1 ? .frames : .peakPicture,
      side: options.side ?? grid.side, orientation: .unknown, columns: grid.columns, rows: grid.rows,
      cellWidth: width, cellLength: length, times: (0..<grid.frames).map { Double($0) * usualFrameTime },
      values: grid.values.map { Float($0) * factor }, assumptions: assumptions, findings: grid.findings)
    recording.isUnitFound = options.unit == nil && grid.unit == nil && options.calibration == nil
    return recording
  }

  /// kPa where a person can make that print, else the units that would fit are named.
  private static func found(
    _ grid: BareGrid, cellWidth: Double, cellLength: Double, file: InputFile, _ assumptions: inout [Assumption]
  ) throws(InputError) -> PressureUnit {
    let print = PlausibleFootprint(
      picture: PressureMap(
        columns: grid.columns, rows: grid.rows, cellWidth: cellWidth, cellLength: cellLength,
        values: grid.peakPicture))
    if let refusal = print.unitRefusal(of: .kilopascal, in: file.name) { throw refusal }
    assumptions.append(
      Assumption(
        what: "pressure unit", value: PressureUnit.kilopascal.rawValue,
        why: "makes \(Int(min(print.force, 1e9))) N in all", override: "\(.pressureUnit)"))
    return .kilopascal
  }

  /// A first column that counts up evenly is time: such a file is a list of samples, not a picture.
  private static func refuseTimeTable(_ grid: BareGrid, file: InputFile) throws(InputError) {
    guard let step = grid.timeStep else { return }
    throw file.error(
      .unsupported(
        "is a table over time (first column rises by \((step * 1e6).rounded() / 1e6) each line) with \(grid.columns) sensors and no geometry"
      ),
      expected: "one line per sensor row",
      remedy: "export a picture (maximum over time), or give the sensors' places with \(.pressureLayout)")
  }
}
