/// A grid of bare numbers: one line per sensor row, nothing else.
///
/// Separated by comma, semicolon, tab or blanks; decimal comma where the separator leaves it free. Empty, `nan`, `B` and
/// `-1` mean that there is no sensor. Such a file says nothing about unit, cell size, side or heel: what flags do not say
/// is found by shape and force, and reported.
enum BareGridFormat: PressureFormat {
  /// Cell size taken where nothing is said, mm: novel's and most resampled maps.
  static let usualCell = 5.0

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    guard let first = opening.lines.first, !opening.looksBinary else { return false }
    // Even a grid with a broken cell is to be reported as a grid: half of the fields being numbers is enough.
    let style = GridStyle(opening.lines)
    let fields = first.fields(by: style.separator)
    let numbers = fields.filter { style.value(of: $0) != nil }.count
    return fields.count >= 2 && numbers * 2 >= fields.count
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let style = GridStyle(PressureFileOpening(file).lines)
    var grid = PressureRows(file: file, style: style)
    var scanner = TextScanner(file)
    while let line = scanner.nextLine() {
      guard !line.isBlank else { continue }
      try grid.append(line)
    }
    let (columns, rows) = (grid.columns, grid.rows)
    guard columns >= 3, rows >= 3 else {
      throw file.error(
        .implausible("is a grid of \(columns) × \(rows) cells"), expected: "a grid with several cells along and across",
        remedy: "export the whole map, one line per sensor row")
    }
    if let layout = options.layout {
      return [try SampleTableFormat.recording(grid, layout: layout, file: file, options: options)]
    }
    try refuseTimeTable(grid, file: file)
    var assumptions: [Assumption] = []
    let width = options.cellWidth ?? usualCell
    let length = options.cellLength ?? options.cellWidth ?? usualCell
    if options.cellWidth == nil {
      assumptions.append(
        Assumption(
          what: "pressure cell", value: "\(usualCell) mm", why: "the file does not say", override: "\(.pressureCell)"))
    }
    let unit = options.unit ?? found(grid, cellArea: width * length, &assumptions)
    let factor = Float(options.calibration ?? unit.kilopascals(cellArea: width * length))
    let recording = PressureRecording(
      name: file.name, format: "bare grid", kind: .peakPicture, side: options.side, orientation: .unknown,
      columns: columns, rows: rows, cellWidth: width, cellLength: length, times: [0],
      values: grid.values.map { $0 * factor }, assumptions: assumptions)
    return [recording]
  }

  /// Half of a light person's weight to a heavy one's peak picture, N.
  private static let plausibleForce = 120.0...6000.0

  /// kPa unless only N/cm² gives a force that a person makes.
  private static func found(
    _ grid: PressureRows, cellArea: Double, _ assumptions: inout [Assumption]
  ) -> PressureUnit {
    let sum = grid.values.reduce(0.0) { $1.isNaN ? $0 : $0 + Double($1) }
    let force = sum * cellArea / 1000
    let unit: PressureUnit =
      !plausibleForce.contains(force) && plausibleForce.contains(force * 10) ? .newtonPerSquareCentimetre : .kilopascal
    let total = Int(min(force * unit.kilopascals(cellArea: cellArea), 1e9))
    assumptions.append(
      Assumption(
        what: "pressure unit", value: unit.rawValue, why: "makes \(total) N in all", override: "\(.pressureUnit)"))
    return unit
  }

  /// A first column that counts up evenly is time: such a file is a list of samples, not a picture.
  private static func refuseTimeTable(_ grid: PressureRows, file: InputFile) throws(InputError) {
    guard let step = SampleTableFormat.timeStep(columns: grid.columns, rows: grid.rows, values: grid.values) else {
      return
    }
    throw file.error(
      .unsupported(
        "is a table over time (first column rises by \(step) each line) with \(grid.columns - 1) sensors and no geometry"
      ),
      expected: "one line per sensor row",
      remedy: "export a picture (maximum over time), or give the sensors' places with \(.pressureLayout)")
  }
}
