#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

/// An insole from formulas, for tests and benchmarks of solids: no foot, no scan.
///
/// A 270 mm device with a heel cup, a medial arch, and a round pocket under the first metatarsal head.
public struct AnalyticInsole: Sendable {
  /// Trim line, about one point per millimetre.
  public let trim: Outline
  /// Upper surface.
  public let top: HeightGrid
  /// Lower surface, flat but for a rearfoot post of `postSlope`.
  public let bottom: HeightGrid
  /// Height of the heel cup's rim above its floor, mm.
  public let cupDepth: Double

  /// Makes the insole on a grid.
  ///
  /// - Parameters:
  ///   - spacing: Node distance, mm.
  ///   - cupDepth: Height of the heel cup's rim above its floor, mm.
  ///   - postSlope: Rise of the bottom per millimetre of x under the heel.
  public init(spacing: Double = 0.5, cupDepth: Double = 12, postSlope: Double = 0) {
    trim = Outline(points: Self.corners.map { Vector2($0.0, $0.1) }).splined(spacing: 2).smoothed(over: 20)
      .resampled(spacing: 1)
    // The device lies within x −42 … 46, y −1 … 272; a builder needs a few nodes beyond.
    let margin = 3 * spacing + 2
    let layout = GridLayout(
      origin: Vector2(-42 - margin, -1 - margin), spacing: spacing, columns: Int((88 + 2 * margin) / spacing) + 2,
      rows: Int((273 + 2 * margin) / spacing) + 2)
    let depth = trim.signedDistance(on: layout)
    var top = HeightGrid(layout: layout)
    var bottom = HeightGrid(layout: layout, filledWith: 0)
    for index in 0..<layout.count {
      let place = layout.position(index)
      top.values[index] = Self.height(at: place, depth: depth.values[index], cupDepth: cupDepth)
      bottom.values[index] = postSlope * place.x * smoothStep((85 - place.y) / 30)
    }
    self.top = top
    self.bottom = bottom
    self.cupDepth = cupDepth
  }

  /// The formula itself: height of the top at any place, mm, with no grid between.
  public func height(at place: Vector2) -> Double {
    // Only the heel's cup depends on the distance from the trim line.
    guard place.y < 85 else { return Self.height(at: place, depth: 0, cupDepth: 0) }
    let points = trim.points
    var squared = Double.infinity
    for index in points.indices {
      let from = points[index]
      let side = points[index + 1 == points.count ? 0 : index + 1] - from
      let share = min(max((place - from).dot(side) / side.dot(side), 0), 1)
      let gap = from + side * share - place
      squared = min(squared, gap.dot(gap))
    }
    let depth = trim.contains(place) ? squared.squareRoot() : -squared.squareRoot()
    return Self.height(at: place, depth: depth, cupDepth: cupDepth)
  }

  private static func height(at place: Vector2, depth: Double, cupDepth: Double) -> Double {
    let cup = cupDepth * smoothStep((85 - place.y) / 30) * smoothStep((14 - depth) / 14)
    let across = (place.x + 24) / 16
    let along = (place.y - 112) / 42
    let arch = 16 * exp(-across * across - along * along)
    let pocket = 1.6 * smoothStep((13 - (place - Vector2(-17, 196)).length) / 7)
    return 3.2 + cup + arch - pocket
  }

  private static let corners: [(Double, Double)] = [
    (0, 0), (22, 6), (31, 25), (31, 60), (30, 100), (37, 150), (45, 190), (43, 220), (32, 248), (12, 266), (-10, 271),
    (-28, 261), (-38, 235), (-41, 200), (-36, 165), (-26, 120), (-25, 85), (-29, 50), (-31, 25), (-22, 6),
  ]
}
