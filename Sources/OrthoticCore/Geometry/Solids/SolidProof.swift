/// Why a built solid cannot intersect itself, from its construction alone.
///
/// Top and bottom lie over one plan triangulation. If every plan triangle runs anticlockwise and the plan's boundary
/// consists of simple loops, each inside point of the plan is covered exactly once (the number of sheets over a point
/// is the boundary's winding number around it). If then the top is above the bottom at every plan vertex, it is so
/// everywhere, both being linear over the same triangles. The wall is vertical over the boundary between the two.
/// The check is exact: it is made on the coordinates as stored, rounded to single precision.
public struct SolidProof: Equatable, Sendable {
  /// Smallest area of a triangle seen from above, mm².
  public var smallestPlanArea: Double
  /// Smallest vertical distance between top and bottom at a plan vertex, mm.
  public var smallestGap: Double
  /// Smallest height of a wall quad, mm.
  public var smallestWallStep: Double
  /// Whether the trim loops are simple and apart from each other.
  public var loopsAreSimple: Bool
  /// Plan vertex of the smallest gap.
  public var thinnestPlace: Vector2

  /// Whether the solid is proved free of self-intersection.
  public var isSound: Bool {
    smallestPlanArea > 0 && smallestGap > 0 && smallestWallStep > 0 && loopsAreSimple
  }

  /// Examines a solid.
  public init(_ solid: Solid) {
    let vertices = solid.mesh.vertices
    let count = solid.planVertices
    var area = Double.infinity
    for triangle in solid.mesh.triangles.prefix(solid.planTriangles) {
      let a = vertices[Int(triangle.a)]
      let b = vertices[Int(triangle.b)]
      let c = vertices[Int(triangle.c)]
      // Differences of single-precision numbers of one device are exact in double precision, and so is each product.
      area = min(area, (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
    }
    smallestPlanArea = area / 2
    smallestGap = .infinity
    thinnestPlace = .zero
    for index in 0..<count {
      let gap = vertices[index].z - vertices[index + count].z
      if !(gap >= smallestGap) {
        smallestGap = gap
        thinnestPlace = vertices[index].xy
      }
    }
    smallestWallStep = .infinity
    let around = solid.trimLoops.reduce(0) { $0 + $1.count }
    for (index, upper) in solid.trimLoops.joined().enumerated() {
      var height = vertices[Int(upper)].z
      for ring in 0..<solid.wallRings {
        let next = vertices[2 * count + ring * around + index].z
        smallestWallStep = min(smallestWallStep, height - next)
        height = next
      }
      smallestWallStep = min(smallestWallStep, height - vertices[Int(upper) + count].z)
    }
    let lines = BoundaryLines(solid.trimLoops.map { $0.map { vertices[Int($0)].xy } })
    loopsAreSimple = lines.areSimple
  }

  /// Throws unless the solid is sound.
  func demand() throws(SolidError) {
    guard loopsAreSimple, smallestPlanArea > 0 else { throw SolidError(.outlineTooNarrow, at: thinnestPlace) }
    guard smallestGap > 0, smallestWallStep > 0 else {
      throw SolidError(.surfacesCross(gap: smallestGap), at: thinnestPlace)
    }
  }
}
