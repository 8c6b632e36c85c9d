#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The loaded cells of a pressure map as points: what registration moves about.
///
/// Points are measured from the centre of the first cell. Weights are contact rather than pressure: `p/(p + p½)`
/// saturates, so that a high peak under one toe does not pull the whole footprint.
struct Footprint: Sendable {
  /// Cell centres, mm.
  var points: [Vector2]
  /// Contact, 0 to 1, in the order of `points`.
  var contact: [Double]
  /// Area of one cell, mm².
  var cellArea: Double
  /// Pressure below which a cell counts as unloaded, kPa.
  var threshold: Double
  /// Pressure of half contact, kPa: half of the mean of the loaded cells.
  var halfPressure: Double
  /// Mean of the points by contact, mm.
  var centroid: Vector2
  /// Direction of the long axis, radians from +y anticlockwise, between −π/2 and π/2.
  var axis: Double
  /// Square root of the ratio of the second moments: 1 is round, a foot is above 2.
  var elongation: Double

  /// Share of the peak that noise may reach.
  ///
  /// Zeros of a device are exact, resampled maps carry a fringe: 2 % lies above the fringe and below any true contact.
  static let noiseShare = 0.02

  /// Most cells of a map that are taken as they are; finer grids say no more about a pose.
  private static let mostCells = 20_000

  /// Collects the loaded cells, or `nil` where there are fewer than three.
  init?(_ map: PressureMap) {
    var factor = 1
    while map.columns / factor * (map.rows / factor) > Self.mostCells { factor += 1 }
    self.init(cellsOf: factor > 1 ? map.coarsened(by: factor) : map, offset: Double(factor - 1) / 2, factor: factor)
  }

  private init?(cellsOf map: PressureMap, offset: Double, factor: Int) {
    let peak = map.peak
    let threshold = peak * Self.noiseShare
    var points: [Vector2] = []
    var pressures: [Double] = []
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let pressure = map.values[row * map.columns + column]
        guard pressure > threshold else { continue }
        // A block's middle lies between its cells' middles.
        let share = offset / Double(factor)
        points.append(
          Vector2((Double(column) + share) * map.cellWidth, (Double(row) + share) * map.cellLength))
        pressures.append(pressure)
      }
    }
    guard points.count >= 3, peak.isFinite else { return nil }
    halfPressure = pressures.reduce(0, +) / Double(pressures.count) / 2
    self.points = points
    let half = halfPressure
    contact = pressures.map { $0 / ($0 + half) }
    cellArea = map.cellArea
    self.threshold = threshold
    let moments = PlanarMoments(points: points, weights: contact)
    centroid = moments.centroid
    axis = moments.axis
    elongation = moments.elongation
  }

  /// Area of the loaded cells, mm².
  var area: Double { Double(points.count) * cellArea }
}

extension Footprint {
  /// Size of the loaded cells along a direction (radians from +y), mm, whole cells.
  func extent(along angle: Double) -> Double {
    let direction = Vector2(-sin(angle), cos(angle))
    var (low, high) = (Double.infinity, -Double.infinity)
    for point in points {
      let value = point.dot(direction)
      low = min(low, value)
      high = max(high, value)
    }
    return high >= low ? high - low + cellArea.squareRoot() : 0
  }
}
