/// A map as a list: one line per sensor with its place and its pressure, columns in any order, named by a heading.
///
/// ```
/// x;y;pressure      or   row,col,value
/// 2.5;2.5;0              0,0,0
/// ```
struct GridList {
  /// The list as a grid, first row at the least y.
  let grid: BareGrid

  private static let across: Set<String> = ["x", "xmm", "xcm", "posx", "col", "column", "spalte"]
  private static let along: Set<String> = ["y", "ymm", "ycm", "posy", "row", "zeile", "line"]
  private static let load: Set<String> = [
    "p", "pressure", "value", "druck", "kpa", "pressurekpa", "pkpa", "load", "z", "ncm2", "pressurencm2", "mmhg",
  ]

  /// Makes a grid of a list; `nil` for a table that is none.
  ///
  /// - Throws: `malformed` where two lines have one place or the places form no grid.
  init?(_ table: GridTable, file: InputFile) throws(InputError) {
    guard table.blocks.count == 1, let block = table.blocks.first, let heading = block.headings.last,
      let first = table.rows.first
    else { return nil }
    let names = heading.text.lowercased().split(omittingEmptySubsequences: false) { ",;\t".contains($0) }.map { name in
      String(name.filter { $0.isLetter || $0.isNumber })
    }
    let columns = first.range.count
    // A row number in front needs no name.
    let shift = columns - names.count
    guard (0...1).contains(shift), columns >= 3, let x = names.firstIndex(where: Self.across.contains),
      let y = names.firstIndex(where: Self.along.contains), let p = names.firstIndex(where: Self.load.contains)
    else { return nil }
    var cells: [(x: Double, y: Double, p: Double)] = []
    for row in table.rows {
      let fields = Array(table.values(of: row))
      guard fields.count == columns, fields[x + shift].isFinite, fields[y + shift].isFinite else {
        throw file.error(
          .malformed("is no place with a pressure"), at: .line(row.line), expected: "\(columns) numbers",
          remedy: "correct the line")
      }
      cells.append((fields[x + shift], fields[y + shift], fields[p + shift]))
    }
    let xs = Self.places(cells.map(\.x))
    let ys = Self.places(cells.map(\.y))
    guard let xs, let ys, xs.count * ys.count <= PressurePlausibility.mostCells,
      xs.count * ys.count <= 64 * cells.count
    else {
      throw file.error(
        .malformed("lists sensors whose places form no grid"), expected: "places with even steps in x and y",
        remedy: "export the map as a grid, one line per sensor row")
    }
    var values = [Double](repeating: .nan, count: xs.count * ys.count)
    var taken = [Bool](repeating: false, count: values.count)
    for cell in cells {
      let index = ys.index(cell.y) * xs.count + xs.index(cell.x)
      guard !taken[index] else {
        throw file.error(
          .malformed("has two pressures at x \(cell.x), y \(cell.y)"), expected: "each place once",
          remedy: "export one frame, or the picture of peaks")
      }
      taken[index] = true
      values[index] = cell.p
    }
    var grid = BareGrid(columns: xs.count, rows: ys.count, values: values)
    grid.cellWidth = Self.cell(xs.step)
    grid.cellLength = Self.cell(ys.step)
    grid.unit = PressureUnit(mentionedIn: heading.text)
    grid.assumptions = [
      Assumption(
        what: "pressure list", value: "\(cells.count) sensors as \(xs.count) × \(ys.count) cells",
        why: "the heading names their places", override: "")
    ]
    try grid.settleBelowZero(file: file, largestTare: 0.05)
    self.grid = grid
  }

  private struct Places {
    var first: Double
    var step: Double
    var count: Int
    func index(_ value: Double) -> Int { min(max(Int(((value - first) / step).rounded()), 0), count - 1) }
  }

  /// Even places that hold all values, or `nil`.
  private static func places(_ values: [Double]) -> Places? {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, last > first else { return nil }
    let tolerance = (last - first) * 1e-6
    var step = Double.infinity
    for (low, high) in zip(sorted, sorted.dropFirst()) where high - low > tolerance { step = min(step, high - low) }
    let count = ((last - first) / step).rounded()
    guard step.isFinite, count >= 2, count < 5000 else { return nil }
    step = (last - first) / count
    guard sorted.allSatisfy({ abs(($0 - first) / step - (($0 - first) / step).rounded()) < 0.05 }) else { return nil }
    return Places(first: first, step: step, count: Int(count) + 1)
  }

  private static func cell(_ step: Double) -> Double? {
    var headings = GridHeadings()
    headings.stepAcross = step
    return headings.cell(step)
  }
}
