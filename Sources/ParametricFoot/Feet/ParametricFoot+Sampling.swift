import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ParametricFoot {
  /// The foot's surface as a triangle mesh in the canonical frame, every vertex exactly on the closed form.
  ///
  /// As in real scans, a few edges between the toes may be shared by four facets.
  ///
  /// - Parameters:
  ///   - spacing: distance between neighbouring vertices, mm.
  ///   - height: where the scan ends above the ground, mm; open there. 40 leaves the sole and its walls.
  public func mesh(spacing: Double, upTo height: Double = 92) -> Mesh {
    SurfaceNet(self, spacing: spacing, ceiling: height).mesh()
  }

  /// Points drawn evenly by area from the surface, in the canonical frame.
  ///
  /// - Parameters:
  ///   - count: number of points.
  ///   - seed: equal seeds give equal points.
  ///   - height: where the scan ends above the ground, mm.
  ///   - noise: standard deviation added to every coordinate, mm.
  ///   - outliers: share of points thrown up to 50 mm off the surface.
  ///   - spacing: vertex distance of the mesh that the draw is made from, mm.
  public func cloud(
    count: Int, seed: UInt64, upTo height: Double = 92, noise: Double = 0, outliers: Double = 0, spacing: Double = 2
  ) -> [Vector3] {
    let surface = mesh(spacing: spacing, upTo: height)
    var generator = SplitMix64(seed: seed)
    var sums: [Double] = []
    sums.reserveCapacity(surface.triangles.count)
    var total = 0.0
    for triangle in surface.triangles {
      let a = surface.vertices[Int(triangle.a)]
      total += (surface.vertices[Int(triangle.b)] - a).cross(surface.vertices[Int(triangle.c)] - a).length
      sums.append(total)
    }
    guard total > 0 else { return [] }
    // One draw per equal share of area: even, and without the clumps of independent draws.
    var points: [Vector3] = []
    points.reserveCapacity(count)
    var facet = 0
    for index in 0..<count {
      let target = (Double(index) + generator.unit()) / Double(count) * total
      while facet < sums.count - 1, sums[facet] < target { facet += 1 }
      let triangle = surface.triangles[facet]
      let a = surface.vertices[Int(triangle.a)]
      var (u, v) = (generator.unit(), generator.unit())
      if u + v > 1 { (u, v) = (1 - u, 1 - v) }
      points.append(
        a + (surface.vertices[Int(triangle.b)] - a) * u + (surface.vertices[Int(triangle.c)] - a) * v)
    }
    let drawn = points
    points = Parallel.map(count: (drawn.count + 1023) / 1024) { chunk in
      drawn[(chunk * 1024)..<min(drawn.count, chunk * 1024 + 1024)].map { projected($0) }
    }.flatMap { $0 }
    return points.map { disturbed($0, noise: noise, outliers: outliers, with: &generator) }
  }

  /// A scan of the foot as a scanner would hand it over: mirrored for a left foot, posed, in the pose's unit.
  public func scan(_ mesh: Mesh, pose: ScanPose = .upright, name: String = "parametric") -> Scan {
    let sided = parameters.side == .left ? mesh.mirroredAcrossX : mesh
    return Scan(
      name: name, format: "parametric foot", points: sided.vertices.map { pose($0) }, triangles: sided.triangles)
  }

  /// A point cloud of the foot as a scanner would hand it over.
  public func scan(_ points: [Vector3], pose: ScanPose = .upright, name: String = "parametric") -> Scan {
    scan(Mesh(vertices: points), pose: pose, name: name)
  }

  private func disturbed(
    _ point: Vector3, noise: Double, outliers: Double, with generator: inout SplitMix64
  ) -> Vector3 {
    // Drawn even where unused, so that noise and outliers do not change each other's draws.
    let shake = Vector3(generator.normal(), generator.normal(), generator.normal()) * noise
    let direction = Vector3(generator.normal(), generator.normal(), generator.normal()).normalized
    let distance = 50 * generator.unit()
    return point + (generator.unit() < outliers ? direction * distance : shake)
  }
}
