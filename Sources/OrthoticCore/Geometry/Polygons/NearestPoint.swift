/// The nearest of some points in the plane, in the number of looks of a search tree.
///
/// Runs of points that follow each other are boxed, pairs of boxes again: no sorting. It is quick where points near each
/// other stand near each other in the order, as nodes along a line do row by row, and right in any order.
struct NearestPoint: Sendable {
  /// Points in a run.
  private static let run = 8

  private let points: [Vector2]
  /// The boxes of the runs, of pairs of those, and so on up to a single one.
  private let levels: [[Bounds2]]

  /// Boxes finite points.
  init(among points: [Vector2]) {
    self.points = points
    var boxes = stride(from: 0, to: points.count, by: Self.run).map { start in
      points[start..<min(start + Self.run, points.count)].reduce(into: Bounds2(points[start])) { $0.include($1) }
    }
    var levels = [boxes]
    while boxes.count > 1 {
      boxes = stride(from: 0, to: boxes.count, by: 2).map {
        $0 + 1 < boxes.count ? boxes[$0].joined(boxes[$0 + 1]) : boxes[$0]
      }
      levels.append(boxes)
    }
    self.levels = levels
  }

  /// The number of the point nearest to a place, the first of equally near ones, and its distance, mm; `nil` without points.
  func point(to place: Vector2) -> (number: Int, distance: Double)? {
    guard !points.isEmpty else { return nil }
    var least = (squared: Double.infinity, number: 0)
    look(into: 0, level: levels.count - 1, from: place, &least)
    return (least.number, least.squared.squareRoot())
  }

  private func look(into box: Int, level: Int, from place: Vector2, _ least: inout (squared: Double, number: Int)) {
    // A box as near as what is known may hold an earlier point as near.
    guard levels[level][box].squaredDistance(to: place) <= least.squared else { return }
    guard level > 0 else {
      for number in box * Self.run..<min((box + 1) * Self.run, points.count) {
        let away = points[number] - place
        let squared = away.dot(away)
        if squared < least.squared || (squared == least.squared && number < least.number) { least = (squared, number) }
      }
      return
    }
    let below = levels[level - 1]
    let (first, second) = (2 * box, 2 * box + 1)
    guard second < below.count else { return look(into: first, level: level - 1, from: place, &least) }
    let isFirstNearer =
      below[first].squaredDistance(to: place) <= below[second].squaredDistance(to: place)
    look(into: isFirstNearer ? first : second, level: level - 1, from: place, &least)
    look(into: isFirstNearer ? second : first, level: level - 1, from: place, &least)
  }
}

extension Bounds2 {
  /// Squared distance to a place; never above that of a point inside, as it is computed.
  fileprivate func squaredDistance(to place: Vector2) -> Double {
    let x = max(minimum.x - place.x, place.x - maximum.x, 0)
    let y = max(minimum.y - place.y, place.y - maximum.y, 0)
    return x * x + y * y
  }
}
