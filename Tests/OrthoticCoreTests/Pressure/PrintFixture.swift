import OrthoticCore
import ParametricFoot

/// A print of the parametric foot as rows of numbers, and the ways in which people write it down.
enum PrintFixture {
  /// A right print on 5 mm cells, kPa rounded to tenths, heel first, with empty cells around it.
  static let rows: [[Double]] = {
    var generator = SplitMix64(seed: 3)
    let (columns, rows) = (26, 60)
    let pose = FootFixture.pose(rotation: 0, shift: .zero, cell: 5, columns: columns, rows: rows)
    let map = FootFixture.print(
      of: FootFixture.normal, settle: 3.5, pose: pose, cell: 5, columns: columns, rows: rows, with: &generator)
    // As loaded as walking prints are: 90 kPa on average.
    let loaded = map.values.filter { $0 > 0.02 * map.peak }
    let factor = 90 * Double(loaded.count) / loaded.reduce(0, +)
    return (0..<rows).map { row in
      (0..<columns).map { (map.values[row * columns + $0] * factor * 10).rounded() / 10 }
    }
  }()

  /// The rows as text.
  static func text(_ rows: [[Double]] = rows, separator: String = ",", end: String = "\n") -> String {
    rows.map { row in row.map { "\($0)" }.joined(separator: separator) + end }.joined()
  }

  /// Reads a text.
  static func read(
    _ text: String, _ options: PressureOptions = PressureOptions()
  ) throws(InputError) -> PressureRecording {
    try PressureReader.read(InputFile(name: "map.csv", bytes: Array(text.utf8)), options: options)
  }

  /// Why a text is refused, or `nil`.
  static func problem(_ text: String, _ options: PressureOptions = PressureOptions()) -> InputError? {
    do throws(InputError) {
      _ = try read(text, options).oriented(options: options)
      return nil
    } catch {
      return error
    }
  }

  /// The codes of what is found in rows.
  static func codes(_ rows: [[Double]], _ options: PressureOptions = PressureOptions()) throws -> [String] {
    var options = options
    options.side = options.side ?? .right
    options.heel = .first
    return try read(text(rows), options).oriented(options: options).findings.map(\.code)
  }

  /// Row and column of the highest cell.
  static var peakPlace: (row: Int, column: Int) {
    var best = (row: 0, column: 0)
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() where value > rows[best.row][best.column] { best = (row, column) }
    }
    return best
  }
}
