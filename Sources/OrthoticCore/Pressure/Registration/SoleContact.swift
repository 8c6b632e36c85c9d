#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a scanned sole is expected to touch the ground, for as much contact as a footprint shows.
///
/// The scan may be loaded or not, so no fixed height tells contact: the height is taken below which the sole has the area
/// of the footprint. In walking the foot comes down heel first: the print reaches further round the heel than a standing
/// sole's contact (`heelStrike`). Some scanners return a flat sole; its contact is that of the average foot in the canonical frame.
struct SoleContact: Sendable {
  /// Mean heights of the sole on the nodes of the field; `nan` outside.
  private let heights: HeightGrid
  /// The known heights, ascending.
  private let sorted: [Double]
  /// Contact of the average foot on the same nodes, inside the sole.
  private let average: [Double]
  /// Mean depth of contact, mm, up to which the heights of a sole are a scanner's noise, and from which they tell where
  /// it touches.
  private static let telling = 0.1...0.4
  /// Tilt of the foot under which the rear of the heel is still loaded in walking, degrees.
  ///
  /// A foot comes down tilted by some 20° (Winter 1991), but carries little then; with 6° the print of the synthetic feet
  /// and the sole agree best.
  static let heelStrike = 6.0
  /// Share of the sole that touches at most: its rim does not.
  private static let largestShare = 0.9

  /// Prepares a sole.
  ///
  /// - Parameter strike: tilt from which the foot rolls onto the whole sole, degrees; 0 for standing.
  init(_ foot: FootShape, strike: Double) {
    var heights = Self.coarsened(foot.plantar)
    if strike > 0 {
      let slope = tan(strike * .pi / 180)
      for index in heights.values.indices {
        // The heel rolls on its lowest place.
        let behind = FootProportions.heelPad * foot.length - heights.layout.position(index).y
        if behind > 0 { heights.values[index] -= slope * behind }
      }
    }
    self.heights = heights
    sorted = heights.values.filter { !$0.isNaN }.sorted()
    average = Self.average(on: heights, length: max(foot.length, 1))
  }

  /// The average foot's contact, laid along the middle of the silhouette, which flat soles still tell.
  private static func average(on heights: HeightGrid, length: Double) -> [Double] {
    let layout = heights.layout
    let scale = FootprintTemplate.length / length
    let template = HeightGrid(layout: FootprintTemplate.field.layout, values: FootprintTemplate.field.values)
    // Heel and ball of the template lie symmetrically about its axis; so they do about the silhouette's middle line.
    let (rear, front) = (0.135 * length, 0.68 * length)
    let rearMiddle = middle(of: heights, from: rear - 0.04 * length, to: rear + 0.04 * length)
    let frontMiddle = middle(of: heights, from: front - 0.04 * length, to: front + 0.04 * length)
    var values = [Double](repeating: 0, count: layout.count)
    for index in values.indices where !heights.values[index].isNaN {
      let place = layout.position(index)
      let line = rearMiddle + (frontMiddle - rearMiddle) * (place.y - rear) / (front - rear)
      let value = template.interpolated(
        at: Vector2((place.x - line) * scale, place.y * scale - FootprintTemplate.heelOffset))
      values[index] = value.isNaN ? 0 : value
    }
    return values
  }

  /// Mean x of the middle of the silhouette over some rows, mm; 0 where there is none.
  private static func middle(of heights: HeightGrid, from low: Double, to high: Double) -> Double {
    let layout = heights.layout
    var (sum, count) = (0.0, 0)
    for row in 0..<layout.rows where layout.y(row) >= low && layout.y(row) <= high {
      let inside = (0..<layout.columns).filter { !heights[$0, row].isNaN }
      guard let first = inside.first, let last = inside.last else { continue }
      sum += (layout.x(first) + layout.x(last)) / 2
      count += 1
    }
    return count > 0 ? sum / Double(count) : 0
  }

  /// The contact of a given area, mm².
  func field(touching area: Double) -> ContactField {
    let layout = heights.layout
    let count = min(Int(min(area / layout.cellArea, 1e9)), Int(Double(sorted.count) * Self.largestShare))
    guard count > 0 else { return ContactField(layout: layout, values: [Double](repeating: 0, count: layout.count)) }
    let level = sorted[count]
    let depth = sorted[..<count].reduce(0) { $0 + (level - $1) } / Double(count)
    let half = max(depth / 2, Self.telling.lowerBound)
    let trust = min(
      max((depth - Self.telling.lowerBound) / (Self.telling.upperBound - Self.telling.lowerBound), 0), 1)
    var values = [Double](repeating: 0, count: layout.count)
    for index in values.indices where heights.values[index] < level + half {
      let depth = max(level - heights.values[index], 0)
      values[index] = depth / (depth + half) * trust + average[index] * (1 - trust)
    }
    return ContactField(layout: layout, values: values).smoothed()
  }

  /// Block means of a fine grid, with two empty nodes around it.
  private static func coarsened(_ grid: HeightGrid) -> HeightGrid {
    let fine = grid.layout
    let spacing = ContactField.spacing
    let columns = Int(Double(fine.columns - 1) * fine.spacing / spacing) + 6
    let rows = Int(Double(fine.rows - 1) * fine.spacing / spacing) + 6
    let layout = GridLayout(
      origin: Vector2(fine.origin.x - 2 * spacing, fine.origin.y - 2 * spacing), spacing: spacing, columns: columns,
      rows: rows)
    var sums = [Double](repeating: 0, count: layout.count)
    var counts = [Int](repeating: 0, count: layout.count)
    let coarseColumns = (0..<fine.columns).map { Int(Double($0) * fine.spacing / spacing + 2.5) }
    for row in 0..<fine.rows {
      let start = Int(Double(row) * fine.spacing / spacing + 2.5) * columns
      for column in 0..<fine.columns {
        let value = grid.values[row * fine.columns + column]
        guard !value.isNaN else { continue }
        sums[start + coarseColumns[column]] += value
        counts[start + coarseColumns[column]] += 1
      }
    }
    // A node that the sole covers by less than half belongs to the outside.
    let full = (spacing / fine.spacing) * (spacing / fine.spacing)
    return HeightGrid(
      layout: layout,
      values: sums.indices.map { Double(counts[$0]) * 2 >= full ? sums[$0] / Double(counts[$0]) : .nan })
  }
}
