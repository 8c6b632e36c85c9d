/// RSscan footscan text: frames of a plate, or of one step, in newtons per cell.
///
/// ```
/// Frame 0 (0.00 ms)
/// 0.0  0.4  7.6  …          one line per sensor row, heel first for a foot that walks up the rows
/// ```
/// Optional header lines stand in front. “Entire Plate Roll Off” holds several steps, “Dynamic Roll off” one foot that
/// its header names.
enum RSscanFormat: PressureFormat {
  /// Sensor pitch across the plate, mm (all footscan plates).
  static let cellWidth = 5.08
  /// Sensor pitch along the plate, mm.
  static let cellLength = 7.62

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.lines.contains { frameTime($0) != nil } || opening.hasLine(startingWith: "Entire Plate Roll Off")
      || opening.hasLine(startingWith: "Dynamic Roll off")
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let width = options.cellWidth ?? cellWidth
    let length = options.cellLength ?? options.cellWidth ?? cellLength
    let unit = options.unit ?? .newtonPerCell
    var scanner = TextScanner(file)
    var rows = PressureRows(
      file: file, style: GridStyle(separator: .whitespace), factor: unit.kilopascals(cellArea: width * length))
    // Four bytes, `0.0` and a tab, are the least that the program writes for a value.
    rows.reserve(file.sizeHint / 4)
    var times: [Double] = []
    var height = 0
    var side: Side?
    var isStep = false
    while let line = scanner.nextLine() {
      if let time = frameTime(line) {
        if times.count == 1 { height = rows.rows }
        try check(rows, frames: times.count, height: height, file: file, at: line.place)
        times.append(time / 1000)
      } else if times.isEmpty {
        if line.starts(with: "Left foot data") { side = .left }
        if line.starts(with: "Right foot data") { side = .right }
        if side != nil || line.starts(with: "Dynamic Roll off") { isStep = true }
      } else if !line.isBlank {
        try rows.append(line)
      }
    }
    if times.count == 1 { height = rows.rows }
    try check(rows, frames: times.count, height: height, file: file, at: .line(scanner.lineNumber))
    guard height >= 3, rows.columns >= 3 else {
      throw file.error(
        .truncated(expected: 1, found: 0), expected: "“Frame 0 (0.00 ms)” and rows of newtons",
        remedy: "export the recording again")
    }
    return [
      PressureRecording(
        name: file.name, format: "RSscan footscan", kind: isStep ? .frames : .walk, side: options.side ?? side,
        orientation: isStep ? .declared : .unknown, columns: rows.columns, rows: height, cellWidth: width,
        cellLength: length, times: times, values: rows.values)
    ]
  }

  /// `Frame 12 (95.24 ms)` → 95.24, or `nil` for any other line.
  static func frameTime(_ line: TextLine) -> Double? {
    guard line.starts(with: "Frame ") else { return nil }
    let text = line.trimmed.text
    guard let open = text.firstIndex(of: "("), text.hasSuffix("ms)") else { return nil }
    let number = NumberParser.number(String(text[text.index(after: open)...].prefix { $0 != " " && $0 != "m" }))
    // NaN and times beyond reason fail the comparison.
    return number.flatMap { $0 >= 0 && $0 < 1e9 ? $0 : nil }
  }

  private static func check(
    _ rows: PressureRows, frames: Int, height: Int, file: InputFile, at place: InputError.Place
  ) throws(InputError) {
    guard rows.rows == frames * height || frames == 1 else {
      throw file.error(
        .truncated(expected: height, found: max(rows.rows - (frames - 1) * height, 0)), at: place,
        expected: "\(height) rows in every frame", remedy: "export the recording again")
    }
  }
}
