/// Lifts the clipped plan to both surfaces and closes it with rings and a wall.
struct SolidAssembly {
  let builder: SolidBuilder
  let rim: TrimRim
  let clipped: ClippedGrid
  let top: HeightGrid
  let bottom: HeightGrid
  /// Boundary vertices of all loops one after the other, and the position after each on its loop.
  private var chain: [ClippedGrid.BoundaryVertex] = []
  private var following: [Int] = []
  private var loopStarts: [Int] = [0]
  /// Rings from the inset out to the rounded edge: the foot of a leaning wall, and steps over the bowl's slope above it.
  private let slopeRings: Int

  /// Wall height over which one row of quads is laid, in grid spacings: keeps wall triangles from becoming splinters.
  static let wallStep = 4.0
  /// Distance of the rings between a wall's foot and the rounded edge, mm.
  static let slopeStep = 1.3

  init(builder: SolidBuilder, rim: TrimRim, clipped: ClippedGrid, top: HeightGrid, bottom: HeightGrid)
    throws(SolidError)
  {
    self.builder = builder
    self.rim = rim
    self.clipped = clipped
    self.top = top
    self.bottom = bottom
    let widest = rim.widths.reduce(0) { max($0, $1) } - builder.edgeRadius
    slopeRings = builder.lean == nil ? 0 : 1 + max(Int((widest / Self.slopeStep).rounded(.up)), 1)
    for loop in clipped.loops {
      let start = chain.count
      for (index, member) in loop.enumerated() {
        chain.append(clipped.boundary[Int(member)])
        following.append(start + (index + 1 == loop.count ? 0 : index + 1))
      }
      loopStarts.append(chain.count)
    }
  }

  /// Computes all vertices and triangles.
  mutating func solid() throws(SolidError) -> Solid {
    let rings = slopeRings + builder.edgeRings
    let inner = clipped.points.count
    let around = chain.count
    let plan = inner + rings * around
    let rays = try edgeRays()
    let tallest = rays.reduce(0) { max($0, $1.topHeights[rings - 1] - $1.bottomHeights[rings - 1]) }
    let between = loopStarts.count > 1 && around > 0 ? rayDistance(rays) : 0
    let wallStep = max(Self.wallStep * top.layout.spacing, 2 * between)
    let wallRows = Int(min(max((tallest / wallStep).rounded(), 1), 64))

    var vertices: [Vector3] = []
    vertices.reserveCapacity(2 * plan + (wallRows - 1) * around)
    try liftInner(top, into: &vertices)
    for ring in 0..<rings { for ray in rays { vertices.append(Self.rounded(ray.points[ring], ray.topHeights[ring])) } }
    try liftInner(bottom, into: &vertices)
    for ring in 0..<rings {
      for ray in rays { vertices.append(Self.rounded(ray.points[ring], ray.bottomHeights[ring])) }
    }
    for row in 1..<max(wallRows, 1) {
      let share = Double(row) / Double(wallRows)
      for ray in rays {
        let height = ray.topHeights[rings - 1] * (1 - share) + ray.bottomHeights[rings - 1] * share
        vertices.append(Self.rounded(ray.points[rings - 1], height))
      }
    }

    var triangles = clipped.triangles
    triangles.reserveCapacity(2 * (clipped.triangles.count + 2 * rings * around) + 2 * wallRows * around)
    let edge = chain.map { UInt32($0.vertex) }
    func ring(_ number: Int) -> [UInt32] {
      number == 0 ? edge : (0..<around).map { UInt32(inner + (number - 1) * around + $0) }
    }
    for number in 1...rings { addStrip(from: ring(number - 1), to: ring(number), into: &triangles) }
    let planTriangles = triangles.count

    let outer = ring(rings)
    let wall = (0...wallRows).map { row -> [UInt32] in
      row == 0
        ? outer
        : row == wallRows
          ? outer.map { $0 + UInt32(plan) } : (0..<around).map { UInt32(2 * plan + (row - 1) * around + $0) }
    }
    for row in 0..<wallRows { addStrip(from: wall[row], to: wall[row + 1], into: &triangles) }

    let shift = UInt32(plan)
    for index in 0..<planTriangles {
      let triangle = triangles[index]
      triangles.append(Triangle(triangle.a + shift, triangle.c + shift, triangle.b + shift))
    }
    return Solid(
      mesh: Mesh(vertices: vertices, triangles: triangles), planVertices: plan, planTriangles: planTriangles,
      trimLoops: zip(loopStarts, loopStarts.dropFirst()).map { Array(outer[$0..<$1]) }, wallRings: wallRows - 1,
      labels: clipped.labels + [UInt8](repeating: 0, count: planTriangles - clipped.labels.count))
  }

  /// Mean distance between neighbouring rays on the trim line, mm.
  private func rayDistance(_ rays: [EdgeRay]) -> Double {
    var sum = 0.0
    for (index, next) in following.enumerated() {
      sum += (rays[next].edge - rays[index].edge).length
    }
    return sum / Double(following.count)
  }

  /// Single precision is what STL keeps: the proof is about the very coordinates that a file will hold.
  @inline(__always)
  private static func rounded(_ point: Vector2, _ height: Double) -> Vector3 {
    Vector3(Double(Float(point.x)), Double(Float(point.y)), Double(Float(height)))
  }

  private func liftInner(_ surface: HeightGrid, into vertices: inout [Vector3]) throws(SolidError) {
    for (point, node) in zip(clipped.points, clipped.nodes) {
      let height = node >= 0 ? surface.values[Int(node)] : surface.interpolated(at: point)
      guard height.isFinite else { throw SolidError(.missingHeight, at: point) }
      vertices.append(Self.rounded(point, height))
    }
  }

  /// A band of triangles between two rows of vertices around all loops, the outer row on the right or below.
  private func addStrip(from inner: [UInt32], to outer: [UInt32], into triangles: inout [Triangle]) {
    for index in following.indices {
      let next = following[index]
      triangles.append(Triangle(inner[index], outer[index], outer[next]))
      triangles.append(Triangle(inner[index], outer[next], inner[next]))
    }
  }

  /// What stands on one ray from the inset out to the trim line, by ring.
  private struct EdgeRay {
    var points: [Vector2] = []
    var topHeights: [Double] = []
    var bottomHeights: [Double] = []
    /// The point on the trim line.
    var edge: Vector2 { points.last ?? .zero }
  }

  private func edgeRays() throws(SolidError) -> [EdgeRay] {
    let slopes = try smoothedSlopes()
    var rays: [EdgeRay] = []
    rays.reserveCapacity(chain.count)
    for (index, vertex) in chain.enumerated() { rays.append(try ray(vertex, slope: slopes[index])) }
    return rays
  }

  private func ray(_ vertex: ClippedGrid.BoundaryVertex, slope: Double) throws(SolidError) -> EdgeRay {
    let start = clipped.points[Int(vertex.vertex)]
    let direction = rim.normal(side: Int(vertex.side), share: vertex.share)
    let width = rim.width(side: Int(vertex.side), share: vertex.share)
    let edgeStart = start + direction * (width - builder.edgeRadius)
    let crest = top.interpolated(at: edgeStart)
    let low = bottom.interpolated(at: start + direction * width)
    guard crest.isFinite, low.isFinite else { throw SolidError(.missingHeight, at: start) }
    let drop = crest - low - builder.bottomChamfer - builder.minimumRim
    guard drop > 0 else { throw SolidError(.surfacesCross(gap: crest - low), at: start) }
    let profile = RimProfile(
      width: builder.edgeRadius, slope: slope, rings: builder.edgeRings, drop: drop, style: builder.edge)

    // The wall's foot, even steps to the rounded edge, and its own rings.
    var ray = EdgeRay()
    let foot = max(width - WallLean.margin.strip, builder.edgeRadius)
    if slopeRings > 0 {
      for ring in 0..<slopeRings {
        let share = Double(ring) / Double(slopeRings - 1)
        let inside = ring + 1 == slopeRings ? builder.edgeRadius : foot + (builder.edgeRadius - foot) * share
        let point = start + direction * (width - inside)
        ray.points.append(point)
        ray.topHeights.append(ring + 1 == slopeRings ? crest : top.interpolated(at: point))
      }
    }
    for (offset, rise) in zip(profile.offsets, profile.rises) {
      ray.points.append(edgeStart + direction * offset)
      ray.topHeights.append(crest + rise)
    }
    let edge = (ray.topHeights.last ?? crest) - low
    let leaning = rim.isOuter(side: Int(vertex.side)) ? builder.lean?.height(underEdge: edge) ?? 0 : 0
    // What leans has no chamfer: its lower edge is blunt already.
    let upright = edge > 0 ? max(1 - leaning / edge * 2, 0) : 1
    for point in ray.points {
      let inside = (start + direction * width - point).dot(direction)
      let height = bottom.interpolated(at: point)
      let wall = leaning * max(1 - inside / foot, 0)
      ray.bottomHeights.append(height + max(wall, upright * max(0, builder.bottomChamfer - inside)))
    }
    guard ray.topHeights.allSatisfy(\.isFinite), ray.bottomHeights.allSatisfy(\.isFinite) else {
      throw SolidError(.missingHeight, at: start)
    }
    return ray
  }

  /// Rise of the top per millimetre outward at each ray, from inside only, smoothed along the line.
  private func smoothedSlopes() throws(SolidError) -> [Double] {
    let step = top.layout.spacing
    var slopes: [Double] = []
    slopes.reserveCapacity(chain.count)
    for vertex in chain {
      let direction = rim.normal(side: Int(vertex.side), share: vertex.share)
      let width = rim.width(side: Int(vertex.side), share: vertex.share)
      let start = clipped.points[Int(vertex.vertex)] + direction * (width - builder.edgeRadius)
      let slope = (top.interpolated(at: start) - top.interpolated(at: start - direction * step)) / step
      guard slope.isFinite else { throw SolidError(.missingHeight, at: start) }
      slopes.append(slope)
    }
    for _ in 0..<2 {
      let before = slopes
      for index in slopes.indices {
        let next = following[index]
        let afterNext = following[next]
        slopes[next] = (before[index] + 2 * before[next] + before[afterNext]) / 4
      }
    }
    return slopes
  }
}
