#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far up its sides a scan shows a foot, all along its borders.
///
/// A foot is widest and longest where its sides stand upright, some 10 mm above the ground at the toes and 20 at the heel. A scan that
/// ends below that, a thin slice of the sole, ends all round on a slope and reads too short and too narrow.
struct SoleRim: Equatable, Sendable {
  /// Height that the surface reaches at its borders, mm: the middle one of both borders' stretches.
  var height: Double
  /// Slope of the surface there, degrees, the middle one.
  var slope: Double

  /// Length of a stretch of a border and distance from it within which the surface is looked at, shares of the foot's length.
  static let stretch = (length: 0.02, depth: 0.0075)
  /// Least height of a whole foot's rim, share of its length.
  ///
  /// Slices of the parametric feet 17 mm high have 0.064 and read up to 2.2 mm too short; whole scans 0.073 to 0.15.
  static let leastHeight = 0.067
  /// Height below which a rim is looked at for its slope, share of the length, and the least slope there, degrees.
  ///
  /// Slices of 20 mm have 67 to 75, whole scans 79 to 83, those of 12 mm 46 to 54.
  static let sloping = (height: 0.09, slope: 70.0)
  /// Height below which the sole cannot be designed for, share of the length: of slices 8 mm high heels read 10 mm too narrow.
  static let usableHeight = 0.031

  /// Looks at both borders; `nil` where there are too few points.
  ///
  /// - Parameters:
  ///   - points: its surface, standing, x to the lateral side, y to the toes, mm; some ten thousand suffice.
  ///   - length: its length, mm.
  init?(_ points: [Vector3], length: Double) {
    guard length > 0, points.count > 100 else { return nil }
    let bin = Self.stretch.length * length
    let depth = Self.stretch.depth * length
    let along = 0..<length
    let stretches = Int(1 / Self.stretch.length) + 1
    var heights: [Double] = []
    var slopes: [Double] = []
    for side in [1.0, -1] {
      var edges = [Double](repeating: -.infinity, count: stretches)
      var ranges = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: stretches)
      for point in points where along.contains(point.y) {
        let stretch = Int(point.y / bin)
        edges[stretch] = max(edges[stretch], side * point.x)
      }
      for point in points where along.contains(point.y) {
        let stretch = Int(point.y / bin)
        guard side * point.x > edges[stretch] - depth else { continue }
        ranges[stretch] = (min(ranges[stretch].low, point.z), max(ranges[stretch].high, point.z))
      }
      for range in ranges where range.high.isFinite {
        heights.append(range.high)
        slopes.append(atan2(range.high - range.low, depth) * 180 / .pi)
      }
    }
    guard heights.count >= 20, let height = heights.median, let slope = slopes.median else { return nil }
    self.init(height: height, slope: slope, length: length)
  }

  private init(height: Double, slope: Double, length: Double) {
    self.height = height
    self.slope = slope
    share = height / length
  }

  /// Height, share of the foot's length.
  private var share: Double

  /// Whether the scan ends below the foot's widest places.
  var isShallow: Bool {
    share < Self.leastHeight || share < Self.sloping.height && slope < Self.sloping.slope
  }

  /// Whether it ends so low that the sole's size cannot be told.
  var isTooShallow: Bool { share < Self.usableHeight }

  /// What it is, for a message.
  var inWords: String {
    "it shows only the lowest \(Int(height.rounded())) mm of the foot, which is wider and longer above"
  }

  /// What to tell the user.
  var finding: Finding {
    Finding(
      .warning, code: "scan-shallow",
      message:
        "the scan ends \(Int(height.rounded())) mm above the ground: the foot is wider and longer above, and left and right are hard to tell",
      remedy: "scan the sides of the foot too, or say \(.footLength) and \(.side)")
  }
}
