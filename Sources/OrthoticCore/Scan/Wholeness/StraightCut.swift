/// A place where a scan ends in a straight upright cut: what lies beyond was cropped away or never scanned.
///
/// A foot is round wherever it ends: its heel within 1.5 mm of the rearmost point is some 20 mm wide, its ball some 30. What was cut
/// off ends as wide as it is there.
struct StraightCut: Equatable, Sendable {
  /// Which end or border it is.
  enum Place: String, Sendable, CaseIterable {
    case heel, toes
    case medial = "medial border"
    case lateral = "lateral border"

    /// What is measured from there.
    var measure: String { self == .heel || self == .toes ? "length" : "width" }
  }

  /// Where.
  var place: Place
  /// How far the cut runs, mm.
  var length: Double

  /// Length of the foot that lengths in millimetres stand for here, mm: on others they grow and shrink with it, as its roundness does.
  static let usualLength = 260.0
  /// How near to the plane of the cut its points lie, mm.
  static let depth = 1.5
  /// How many times the noise reaches beyond a cut: the line through the outermost of thousands of points.
  static let noiseReach = 2.0
  /// Height below which an end of the surface is one of the sole alone, share of the foot's length: a foot has its sides above, so that
  /// only where it was cut nothing but its sole comes so near to the line.
  static let soleAlone = 0.03
  /// Width of the bins in which points are looked for along a cut, mm: clouds are this dense at least.
  static let bin = 5.0
  /// Least run of a cut, share of the foot's length, and the height that it has all along, the same.
  ///
  /// The back of a heel runs for 0.08
  /// by itself, toes in a sock for 0.17 but rounded above and below, the wall of an instep for 0.2.
  static func least(_ place: Place) -> (run: Double, height: Double) {
    switch place {
    case .heel: (0.135, 0)
    case .toes: (0.135, 0.055)
    case .medial, .lateral: (0.23, 0.1)
    }
  }
  /// Directions along the foot to this share of their length are ends.
  static let endDirection = 0.8
  /// Least chord of the hull that is looked at, share of the foot's length.
  static let leastChord = 0.08
  /// How far a hull may bend within one cut, mm.
  static let bend = 0.5

  /// The cuts of a foot.
  ///
  /// - Parameters:
  ///   - points: its surface, standing on z = 0, x to the lateral side, y to the toes, mm; some ten thousand suffice.
  ///   - length: its length, mm.
  ///   - noise: usual distance of its points from its surface, mm.
  ///   - isOnSupport: whether a floor or plate was cut away from under it, of which pieces at its borders may be left.
  static func all(in points: [Vector3], length: Double, noise: Double = 0, isOnSupport: Bool = false) -> [StraightCut] {
    guard length > 0 else { return [] }
    let size = length / usualLength
    let reach = noiseReach * noise
    let hull = Outline(hullOf: points.map(\.xy)).points
    guard hull.count > 3 else { return [] }
    var found: [StraightCut] = []
    for (a, b) in chords(of: hull, least: leastChord * length, bend: bend * size + reach / 2) {
      let along = (b - a).normalized
      // The hull runs anticlockwise: outside is to the right.
      let out = Vector2(along.y, -along.x)
      let isEnd = abs(out.y) > endDirection
      let place: Place = isEnd ? (out.y < 0 ? .heel : .toes) : out.x < 0 ? .medial : .lateral
      let least = least(place)
      guard
        let run = run(
          points, along: along, out: out, at: max(a.dot(out), b.dot(out)), depth: depth * size + reach, bin: bin * size,
          least: least.height * length, sole: isOnSupport ? -.infinity : soleAlone * length),
        run >= least.run * length
      else { continue }
      if let known = found.firstIndex(where: { $0.place == place }) {
        found[known].length = max(found[known].length, run)
      } else {
        found.append(StraightCut(place: place, length: run))
      }
    }
    return found
  }

  /// The chords of a convex hull that it follows closely, longest first from each corner, at least so long.
  private static func chords(of hull: [Vector2], least: Double, bend: Double) -> [(Vector2, Vector2)] {
    var chords: [(Vector2, Vector2)] = []
    var start = 0
    while start < hull.count {
      let a = hull[start]
      var end = start + 1
      while end + 1 - start < hull.count {
        let b = hull[(end + 1) % hull.count]
        let along = (b - a).normalized
        let isStraight = (start + 1...end).allSatisfy { abs(along.cross(hull[$0 % hull.count] - a)) < bend }
        guard isStraight else { break }
        end += 1
      }
      let b = hull[end % hull.count]
      if (b - a).length >= least { chords.append((a, b)) }
      // Chords overlap, so that a cut is met whole from one of its corners.
      start += 1
    }
    return chords
  }

  /// The longest unbroken run of points near a line, where in every bin of it they reach at least so high, or are of the sole alone.
  private static func run(
    _ points: [Vector3], along: Vector2, out: Vector2, at offset: Double, depth: Double, bin width: Double,
    least height: Double, sole: Double
  ) -> Double? {
    var bins: [Int: (low: Double, high: Double)] = [:]
    for point in points where offset - point.xy.dot(out) < depth {
      let bin = Int((point.xy.dot(along) / width).rounded(.down))
      let old = bins[bin] ?? (.infinity, -.infinity)
      bins[bin] = (min(old.low, point.z), max(old.high, point.z))
    }
    var longest = 0
    var current = 0
    var previous: Int?
    for bin in bins.keys.sorted() {
      guard let range = bins[bin], range.high - range.low >= height || range.high < sole else { continue }
      current = previous == bin - 1 ? current + 1 : 1
      longest = max(longest, current)
      previous = bin
    }
    return longest > 0 ? Double(longest) * width : nil
  }

  /// What to tell the user.
  var finding: Finding {
    Finding(
      .warning, code: "scan-cut",
      message:
        "the scan ends in a straight cut at the \(place.rawValue), \(Int(length.rounded())) mm long: part of the foot is missing there, and "
        + "its \(place.measure) is too short",
      remedy: "scan the whole foot, or do not crop so closely")
  }
}
