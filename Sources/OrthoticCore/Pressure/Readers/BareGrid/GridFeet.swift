/// Tells the feet of a grid that shows two: side by side in one picture, or one behind the other as two blocks.
enum GridFeet {
  /// Share of the force that each of two prints bears at least.
  private static let leastShare = 0.2
  /// Length over width from which a part is a whole print and not a heel or a ball.
  private static let leastElongation = 1.6
  /// Share of the peak on both sides of a single empty column, in a tenth of the rows, from which it is a row of sensors
  /// that failed: prints end in lightly loaded cells.
  private static let brokenShare = 0.15

  /// The grid, or the left and the right foot that it shows.
  ///
  /// - Throws: `ambiguous` where two prints are there and nobody can tell which is which.
  static func parted(_ grid: BareGrid, file: InputFile) throws(InputError) -> [BareGrid] {
    if grid.frames == 2 {
      let sides = grid.headings.map { Side.only(mentionedIn: $0) }
      let halves = (0..<2).map { frame in
        let count = grid.columns * grid.rows
        return part(of: grid, values: Array(grid.values[frame * count..<(frame + 1) * count]), columns: grid.columns)
      }
      if let first = sides.first ?? nil, let second = sides.last ?? nil, first != second {
        return named(halves, [first, second])
      }
      // Two instants of one foot look alike; two feet are each other's mirror image.
      let seen = halves.map(seenSide)
      if let first = seen.first ?? nil, let second = seen.last ?? nil, first != second {
        return named(halves, [first, second])
      }
      return [grid]
    }
    guard grid.frames == 1, let cut = gap(in: grid) else { return [grid] }
    let parts = [0..<cut, cut..<grid.columns].map { range in
      part(
        of: grid,
        values: (0..<grid.rows).flatMap { row in
          grid.values[row * grid.columns + range.lowerBound..<row * grid.columns + range.upperBound]
        }, columns: range.count)
    }
    let seen = parts.map(seenSide)
    // Toes up or down, whoever stands on a plate has the left foot on the left; a print that says otherwise is not
    // overruled.
    guard seen[0] != .right, seen[1] != .left else {
      throw file.error(
        .ambiguous("shows two prints, and it is not clear which foot is which"),
        expected: "one foot, or both seen from above",
        remedy: "export each foot by itself and say its side with \(.pressureSide)")
    }
    return named(parts, [.left, .right])
  }

  private static func part(of grid: BareGrid, values: [Double], columns: Int) -> BareGrid {
    var part = BareGrid(columns: columns, rows: grid.rows, values: values)
    (part.cellWidth, part.cellLength, part.unit) = (grid.cellWidth, grid.cellLength, grid.unit)
    part.assumptions = grid.assumptions.filter { $0.what != "pressure frames" }
    part.findings = grid.findings
    return part
  }

  private static func named(_ parts: [BareGrid], _ sides: [Side]) -> [BareGrid] {
    zip(parts, sides).map { part, side in
      var result = part
      result.side = side
      result.assumptions.append(
        Assumption(
          what: "pressure feet", value: "left and right", why: "the file shows two prints", override: "\(.pressureSide)"
        ))
      return result
    }.sorted { first, _ in first.side == .left }
  }

  /// The foot that a part shows from above, where its shape leaves no doubt.
  private static func seenSide(_ part: BareGrid) -> Side? {
    let map = PressureMap(
      columns: part.columns, rows: part.rows, cellWidth: part.cellWidth ?? BareGridFormat.usualCell,
      cellLength: part.cellLength ?? BareGridFormat.usualCell, values: part.values)
    guard let shape = FootprintOrientation(map), shape.sideIsClear, shape.heelIsClear else { return nil }
    // Rows that begin at the toes are a picture, whose columns still run from left to right.
    return shape.quarterTurns == 2 ? shape.side.other : shape.side
  }

  /// The column in the middle of an empty strip with a long print on both sides of it; `nil` where there is none.
  private static func gap(in grid: BareGrid) -> Int? {
    let peak = grid.values.reduce(0) { $1 > $0 ? $1 : $0 }
    let threshold = peak * Footprint.noiseShare
    var sums = [Double](repeating: 0, count: grid.columns)
    var low = [Int](repeating: grid.rows, count: grid.columns)
    var high = [Int](repeating: -1, count: grid.columns)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns where grid.values[row * grid.columns + column] > threshold {
        sums[column] += grid.values[row * grid.columns + column]
        low[column] = min(low[column], row)
        high[column] = max(high[column], row)
      }
    }
    guard let first = sums.firstIndex(where: { $0 > 0 }), let last = sums.lastIndex(where: { $0 > 0 }) else {
      return nil
    }
    let total = sums.reduce(0, +)
    let aspect = (grid.cellLength ?? grid.cellWidth ?? 1) / (grid.cellWidth ?? 1)
    func isPrint(_ columns: ClosedRange<Int>) -> Bool {
      let rows = (columns.map { high[$0] }.max() ?? -1) - (columns.map { low[$0] }.min() ?? 0) + 1
      let force = columns.reduce(0) { $0 + sums[$1] }
      return force >= leastShare * total && Double(rows) * aspect >= leastElongation * Double(columns.count)
    }
    var column = first
    while column < last {
      guard sums[column] == 0 else {
        column += 1
        continue
      }
      let end = sums[column...].firstIndex { $0 > 0 } ?? last
      let isBroken =
        end == column + 1
        && (0..<grid.rows).count { row in
          [column - 1, end].allSatisfy { grid.values[row * grid.columns + $0] >= brokenShare * peak }
        } * 10 >= grid.rows
      if !isBroken, isPrint(first...(column - 1)), isPrint(end...last) { return (column + end) / 2 }
      column = end
    }
    return nil
  }
}
