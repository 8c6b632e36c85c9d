/// What stands beside the pressures of a grid: a line of column names or numbers, a column of row numbers, coordinates.
///
/// ```
///    ,0,1,2     "","V1","V2"      y\x, 2.5, 7.5
///   0,0,0,0     "1", 0, 0         2.5,   0,   0
///   1,0,9,0     "2", 0, 9         7.5,   0,   9
/// ```
/// Numbers are headings only where they step evenly over their whole line or column: pressures that rise from cell to cell
/// do not, and a foot's border cells are unloaded.
struct GridHeadings {
  /// Rows at the beginning of a block that are headings.
  var rows = 0
  /// Columns at the left that are headings.
  var columns = 0
  /// Step from column to column, and from row to row, where headings say one; its sign dropped.
  var stepAcross: Double?
  var stepAlong: Double?
  /// Whether the first column may be time: it steps evenly, but neither by one nor beside a line of coordinates.
  var mayBeTime = false

  /// Fewest numbers that step evenly not by chance.
  private static let fewest = 6
  /// Fewest beside a corner that is empty or a word.
  private static let fewestBesideCorner = 3

  /// No headings.
  init() {}

  /// Looks at a block.
  init(_ table: GridTable, _ block: GridTable.Block) {
    let lines = table.rows[block.rows]
    guard lines.count >= 3, let first = lines.first else { return }
    // Row names: words in every line, or numbers that step evenly.
    let hasNames = lines.dropFirst().allSatisfy { $0.words == [0] }
    let corner = first.isFirstBlank || hasNames
    let top = Array(table.values(of: first))
    let usual = lines.dropFirst().map(\.range.count).max() ?? 0
    // Some programs leave out the corner.
    let lacksCorner = top.count == usual - 1
    let across =
      lacksCorner
      ? Self.step(top[...], fewest: Self.fewestBesideCorner)
      : corner ? Self.step(top.dropFirst(), fewest: Self.fewestBesideCorner) : Self.step(top[...], fewest: Self.fewest)
    let acrossBehindIndex = across ?? Self.step(top.dropFirst(), fewest: Self.fewest)
    // The column below the corner.
    let column = lines.dropFirst().compactMap { table.values(of: $0).first }
    let whole = lines.compactMap { table.values(of: $0).first }
    let hasTop = across != nil || acrossBehindIndex != nil
    let below = Self.step(column[...], fewest: hasTop ? Self.fewestBesideCorner : Self.fewest)
    let along = hasTop ? below : (first.isFirstBlank ? below : Self.step(whole[...], fewest: Self.fewest))
    if hasNames {
      columns = 1
      if across != nil || acrossBehindIndex != nil { rows = 1 }
    } else if let along, hasTop {
      // With an index column the line above it is one of numbers or coordinates; a lone even line may be either.
      rows = 1
      columns = 1
      stepAlong = along.step
      stepAcross = (acrossBehindIndex ?? across)?.step
    } else if let along {
      columns = 1
      mayBeTime = !(along.step == 1 && (along.first == 0 || along.first == 1))
      stepAlong = along.step
    } else if let across {
      rows = 1
      stepAcross = across.step
    }
    if stepAcross == nil, rows == 1 { stepAcross = (across ?? acrossBehindIndex)?.step }
  }

  /// First value and step, always positive, of numbers that step evenly; `nil` for any others.
  static func step(_ values: ArraySlice<Double>, fewest: Int) -> (first: Double, step: Double)? {
    guard values.count >= fewest, let first = values.first, let last = values.last, first.isFinite, last.isFinite else {
      return nil
    }
    let step = (last - first) / Double(values.count - 1)
    guard step != 0, step.isFinite else { return nil }
    // Rounded to two digits or so, as programs print them.
    let slack = 0.02 * abs(step) + 1e-6 * max(abs(first), abs(last))
    for (number, value) in values.enumerated() {
      guard abs(value - first - Double(number) * step) <= slack else { return nil }
    }
    return (first, abs(step))
  }

  /// Cell size that coordinates say, mm: their step in mm, cm or m; `nil` for plain numbers of rows and columns.
  func cell(_ step: Double?) -> Double? {
    guard let step, step != 1 else { return nil }
    for unit in [LengthUnit.millimetre, .centimetre, .metre] {
      let size = step * unit.millimetres
      if (1.0...20.0).contains(size) { return size }
    }
    return nil
  }
}
