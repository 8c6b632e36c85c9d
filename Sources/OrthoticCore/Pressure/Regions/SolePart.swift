/// A part of the sole on a grid: how much of each node's cell belongs to it, and what it measures of a picture.
public struct SolePart: Sendable {
  /// The nodes with any share, in the order of the grid.
  public let nodes: [Int]
  /// The share of each of those nodes' cells, 0 to 1.
  public let shares: [Double]
  /// What a peak is the mean over.
  public let window: AreaPeak
  private let layout: GridLayout
  private let columns: Range<Int>
  private let rows: Range<Int>
  /// The most of the square that the part can fill, share.
  private var cover = 1.0

  /// Cells wider than this share of the square's side have it set between them too.
  private static let coarse = 0.3

  /// A part by the share of every node's cell.
  public init(shares: [Double], layout: GridLayout, window: AreaPeak) {
    precondition(shares.count == layout.count, "one share per node")
    self.init(nodes: shares.indices.filter { shares[$0] > 0 }, shares: shares, layout: layout, window: window)
  }

  /// A part of whole nodes.
  public init(nodes: [Int], layout: GridLayout, window: AreaPeak) {
    self.init(nodes: nodes, shares: nil, layout: layout, window: window)
  }

  private init(nodes: [Int], shares: [Double]?, layout: GridLayout, window: AreaPeak) {
    self.nodes = nodes
    self.shares = nodes.map { shares?[$0] ?? 1 }
    self.layout = layout
    self.window = window
    let across = nodes.map { $0 % layout.columns }
    let along = nodes.map { $0 / layout.columns }
    columns = (across.min() ?? 0)..<(across.max() ?? -1) + 1
    rows = (along.min() ?? 0)..<(along.max() ?? -1) + 1
    cover = min(max(highest { _ in 1 }.value, AreaPeak.leastCover), 1)
  }

  /// Highest mean over the window's area, kPa.
  public func peak(of pressure: [Double]) -> Double { highest { pressure[$0] }.value }

  /// The highest mean over the window's area, and the middle of the square that has it, mm; `nil` where nothing is loaded.
  public func peakPlace(of pressure: [Double]) -> Vector2? {
    let found = highest { pressure[$0] }
    guard found.value > 0 else { return nil }
    return Vector2(
      layout.x(columns.lowerBound) + found.column * layout.spacing,
      layout.y(rows.lowerBound) + found.row * layout.spacing)
  }

  /// Peak, mean, area and force of a picture, kPa at each node; `nan` counts as unloaded.
  public func metrics(of pressure: [Double]) -> RegionMetrics {
    precondition(pressure.count == layout.count, "one pressure per node")
    var (sum, loaded, loadedSum) = (0.0, 0.0, 0.0)
    for (node, share) in zip(nodes, shares) where pressure[node] > 0 {
      sum += share * pressure[node]
      guard pressure[node] >= RegionMetrics.contactThreshold else { continue }
      loaded += share
      loadedSum += share * pressure[node]
    }
    return RegionMetrics(
      peak: peak(of: pressure), mean: loaded > 0 ? loadedSum / loaded : 0, area: loaded * layout.cellArea / 100,
      force: sum * layout.cellArea / 1000)
  }

  /// Force of a picture on the part, N.
  public func force(of pressure: [Double]) -> Double {
    var sum = 0.0
    for (node, share) in zip(nodes, shares) where pressure[node] > 0 { sum += share * pressure[node] }
    return sum * layout.cellArea / 1000
  }

  /// The highest mean of a value at each node, with the place of the square counted in columns and rows of the part.
  private func highest(_ value: (Int) -> Double) -> (value: Double, column: Double, row: Double) {
    let width = columns.count
    var values = [Double](repeating: 0, count: width * rows.count)
    for (node, share) in zip(nodes, shares) where value(node) > 0 {
      let (row, column) = (node / layout.columns, node % layout.columns)
      values[(row - rows.lowerBound) * width + column - columns.lowerBound] = share * value(node)
    }
    let found = window.highest(
      of: values, columns: width, cell: Vector2(layout.spacing, layout.spacing),
      betweenCells: layout.spacing > Self.coarse * window.side)
    return (found.value / cover, found.column, found.row)
  }
}
