/// Whether a print has both of its ends: a heel that is round, and toes.
///
/// Cells over rows, heel first: how many are loaded and how much the highest bears.
struct PrintEnds {
  /// Share of the widest row that a straight end reaches at least.
  private static let straightShare = 0.5
  /// Share of the peak that a straight end bears at least: a heel's rear row and a toe's front row bear less.
  private static let loadShare = 0.22
  /// The same at the border of the grid, where nothing shows that the print ends there.
  private static let borderLoadShare = 0.1
  /// Where the widest part of the ball lies in a print with toes, share of its length; 0.64 to 0.78 in the prints at hand.
  static let widestShare = 0.82

  /// Loaded cells of each row of the print, heel first.
  private let widths: [Int]
  /// Most loaded cells beside each other in each row: toes that end in one row are no straight edge.
  private let runs: [Int]
  /// The highest pressure of each, kPa.
  private let peaks: [Double]
  private let peak: Double
  /// Whether the print reaches the first and the last row of the grid.
  private let touches: (heel: Bool, front: Bool)

  /// Looks at a picture, heel first.
  init(_ map: PressureMap) {
    peak = map.peak
    let threshold = peak * Footprint.noiseShare
    var (widths, runs, peaks): ([Int], [Int], [Double]) = ([], [], [])
    for row in 0..<map.rows {
      let values = map.values[row * map.columns..<(row + 1) * map.columns]
      widths.append(values.count { $0 > threshold })
      runs.append(values.split { !($0 > threshold) }.map(\.count).max() ?? 0)
      peaks.append(values.reduce(0) { $1 > $0 ? $1 : $0 })
    }
    let first = widths.firstIndex { $0 > 0 } ?? 0
    let last = widths.lastIndex { $0 > 0 } ?? -1
    touches = (first == 0, last == map.rows - 1)
    self.widths = Array(widths[first..<max(last + 1, first)])
    self.runs = Array(runs[first..<max(last + 1, first)])
    self.peaks = Array(peaks[first..<max(last + 1, first)])
  }

  /// The row of the widest part in the front half, share of the length.
  var widest: Double {
    let front = widths.indices.filter { $0 * 2 >= widths.count }
    guard let most = front.map({ widths[$0] }).max(), most > 0 else { return 0 }
    let rows = front.filter { widths[$0] * 10 >= most * 9 }
    let middle = Double((rows.first ?? 0) + (rows.last ?? 0)) / 2
    return (middle + 0.5) / Double(widths.count)
  }

  /// Whether the first row is as wide and as loaded as only a cut makes it.
  var isHeelCut: Bool { isCut(runs.first ?? 0, widths[...], peaks.first ?? 0, atBorder: touches.heel) }

  /// Whether the last row is.
  var isFrontCut: Bool {
    isCut(runs.last ?? 0, widths.reversed()[...], peaks.last ?? 0, atBorder: touches.front)
  }

  private func isCut(_ run: Int, _ widths: ArraySlice<Int>, _ end: Double, atBorder: Bool) -> Bool {
    guard widths.count >= 8, let first = widths.first else { return false }
    let near = widths.prefix(max(widths.count / 5, 2)).max() ?? 0
    return run >= 3 && Double(first) >= (Self.straightShare + 0.2) * Double(near)
      && end >= (atBorder ? Self.borderLoadShare : Self.loadShare) * peak
  }

  /// What is missing at the ends.
  var findings: [Finding] {
    var findings: [Finding] = []
    for (isCut, name) in [(isHeelCut, "heel"), (isFrontCut, "front")] where isCut {
      findings.append(
        Finding(
          .warning, code: "pressure-print-cut",
          message: "the print ends at its \(name) in a straight loaded edge: it looks cut off",
          remedy: "export or record the whole print"))
    }
    if findings.isEmpty, widest > Self.widestShare, widths.count >= 12 {
      findings.append(
        Finding(
          .warning, code: "pressure-no-toes",
          message: "the ball lies at the front end of the print: toes are missing or bear nothing",
          remedy: "check that the whole print is in the file"))
    }
    return findings
  }
}
