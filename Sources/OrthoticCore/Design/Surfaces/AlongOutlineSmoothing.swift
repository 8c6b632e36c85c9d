/// Smooths a height grid along an outline, never across it.
///
/// Beside an outline a surface may be a wall: steep across, slow along. Each node is averaged with places at the same
/// distance from the outline, so that the wall keeps its profile and loses its teeth.
struct AlongOutlineSmoothing {
  /// Distance from the outline at every node, mm, positive inside.
  let distance: HeightGrid
  /// Distances between which nodes are smoothed, mm.
  let band: ClosedRange<Double>

  /// Samples on each side and the distance between them, mm.
  private static let samples = 4
  private static let sampleStep = 0.8
  /// Farthest that a place on the tangent may be from the node's own distance, mm: beyond, the outline has a corner.
  private static let farthestCorrection = 1.0

  /// The heights smoothed within the band; the effect fades out over the inner half of it.
  func smoothed(_ heights: HeightGrid, where isWanted: @Sendable (Int) -> Bool = { _ in true }) -> HeightGrid {
    let layout = heights.layout
    return HeightGrid(
      layout: layout,
      values: Parallel.array(count: layout.count, grain: 16 * layout.columns) {
        isWanted($0) ? smoothed(heights, at: $0) : heights.values[$0]
      })
  }

  private func smoothed(_ heights: HeightGrid, at index: Int) -> Double {
    let depth = distance.values[index]
    guard band.contains(depth) else { return heights.values[index] }
    let layout = heights.layout
    let inward = normal(index)
    // From here on in nodes, not in millimetres.
    let row = index / layout.columns
    let node = Vector2(Double(index - row * layout.columns), Double(row))
    let along = inward.perpendicular * (Self.sampleStep / layout.spacing)
    let correction = inward * (1 / layout.spacing)
    var sum = heights.values[index]
    var count = 1.0
    for step in 1...Self.samples {
      for side in [-1.0, 1.0] {
        let place = node + along * (side * Double(step))
        // Back to the same distance from the outline, which curves away from its tangent.
        let there = distance.interpolated(column: place.x, row: place.y)
        guard abs(there - depth) < Self.farthestCorrection else { continue }
        let corrected = place + correction * (depth - there)
        let height = heights.interpolated(column: corrected.x, row: corrected.y)
        guard height.isFinite else { continue }
        sum += height
        count += 1
      }
    }
    let share = 1 - smoothStep(band.upperBound / 2, band.upperBound, depth)
    return heights.values[index] + share * (sum / count - heights.values[index])
  }

  /// Unit direction inward at a node, from differences over two nodes each way.
  func normal(_ index: Int) -> Vector2 {
    let layout = distance.layout
    let row = index / layout.columns
    let column = index - row * layout.columns
    let left = distance[max(column - 2, 0), row]
    let right = distance[min(column + 2, layout.columns - 1), row]
    let below = distance[column, max(row - 2, 0)]
    let above = distance[column, min(row + 2, layout.rows - 1)]
    return Vector2(right - left, above - below).normalized
  }
}
