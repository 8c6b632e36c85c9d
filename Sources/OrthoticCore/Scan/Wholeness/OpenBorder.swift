/// A stretch of a foot's borders along which its mesh is open near the ground: what joined on there was cropped away or never scanned.
///
/// A scan of a whole foot may be open at the leg, or all round where the scanner stops looking; its borders near the ground are closed.
/// Shape does not tell a border that lost its outer 5 mm from one that is straight; the mesh does.
struct OpenBorder: Equatable, Sendable {
  /// Which end or border it is.
  var place: StraightCut.Place
  /// How far it runs, mm.
  var length: Double

  /// Height below which and distance from the outline within which open edges count, shares of the foot's length: rims of scans from
  /// below begin at 0.06.
  static let reach = (height: 0.05, inward: 0.02)
  /// Least run, share of the foot's length: holes as wide as a finger change no measure by much.
  static let leastRun = 0.08
  /// Shares of the length from either end that belong to it and not to a border.
  static let ends = (heel: 0.06, toes: 0.1)

  /// The open stretches of a mesh, the longest of each end and border.
  ///
  /// - Parameters:
  ///   - points: the corners of the mesh, standing on z = 0, x to the lateral side, y to the toes, mm.
  ///   - triangles: the facets over them.
  ///   - outline: silhouette of the sole.
  static func all(in points: [Vector3], _ triangles: [Triangle], outline: Outline, length: Double) -> [OpenBorder] {
    guard length > 0, !triangles.isEmpty else { return [] }
    let borders = SoleBorders(outline)
    let inward = reach.inward * length
    func isNear(_ point: Vector3) -> Bool {
      guard point.z < reach.height * length else { return false }
      guard point.y > borders.rear.y + inward, point.y < borders.front.y - inward,
        let (medial, lateral) = borders.borders(atY: point.y)
      else { return true }
      return point.x < medial + inward || point.x > lateral - inward
    }
    // Corners at the same place are one: some programs write a corner again for every facet or along seams.
    var numbers = [Int32](repeating: -1, count: points.count)
    var known: [Vector3: Int32] = [:]
    var places: [Vector3] = []
    for index in points.indices where isNear(points[index]) {
      let number = known[points[index]] ?? Int32(truncatingIfNeeded: places.count)
      if number == places.count {
        known[points[index]] = number
        places.append(points[index])
      }
      numbers[index] = number
    }
    // Both facets of an edge whose ends are near have a corner that is near, so an edge that stands alone is open.
    var edges: [UInt64] = []
    func add(_ a: Int32, _ b: Int32) {
      guard a >= 0, b >= 0, a != b else { return }
      edges.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
    }
    for triangle in triangles {
      let (a, b, c) = (numbers[Int(triangle.a)], numbers[Int(triangle.b)], numbers[Int(triangle.c)])
      add(a, b)
      add(b, c)
      add(c, a)
    }
    edges.sort()
    var runs: [StraightCut.Place: Double] = [:]
    var index = 0
    while index < edges.count {
      var next = index + 1
      while next < edges.count, edges[next] == edges[index] { next += 1 }
      if next == index + 1 {
        let (a, b) = (places[Int(edges[index] >> 32)], places[Int(edges[index] & 0xFFFF_FFFF)])
        let middle = (a.xy + b.xy) * 0.5
        runs[place(of: middle, borders, length), default: 0] += (a.xy - b.xy).length
      }
      index = next
    }
    return StraightCut.Place.allCases.compactMap { place in
      runs[place].flatMap { $0 >= leastRun * length ? OpenBorder(place: place, length: $0) : nil }
    }
  }

  private static func place(of point: Vector2, _ borders: SoleBorders, _ length: Double) -> StraightCut.Place {
    if point.y < borders.rear.y + ends.heel * length { return .heel }
    if point.y > borders.front.y - ends.toes * length { return .toes }
    guard let (medial, lateral) = borders.borders(atY: point.y) else { return .toes }
    return point.x < (medial + lateral) / 2 ? .medial : .lateral
  }

  /// What to tell the user.
  var finding: Finding {
    Finding(
      .warning, code: "scan-open",
      message:
        "the mesh is open near the ground at the \(place.rawValue), \(Int(length.rounded())) mm long: part of the foot is missing there, "
        + "and its \(place.measure) may be too short",
      remedy: "scan the whole foot, or do not crop so closely")
  }
}
