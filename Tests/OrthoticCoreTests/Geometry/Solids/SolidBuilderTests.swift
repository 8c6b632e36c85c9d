import OrthoticCore
import ParametricFoot
import Testing

@Suite struct SolidBuilderTests {
  /// A disc between two level surfaces.
  private func disc(radius: Double, thickness: Double, spacing: Double, shift: Vector2 = .zero) -> (
    Outline, HeightGrid, HeightGrid
  ) {
    let nodes = Int(2 * (radius + 4) / spacing) + 1
    let layout = GridLayout(
      origin: Vector2(-radius - 4, -radius - 4), spacing: spacing, columns: nodes, rows: nodes)
    let trim = OutlineOperationTests.circle(radius: radius, corners: Int(6.3 * radius), center: shift)
    return (
      trim, HeightGrid(layout: layout, filledWith: thickness), HeightGrid(layout: layout, filledWith: 0)
    )
  }

  @Test(
    "a disc with a rounded edge has the volume of its closed form", arguments: [(0, 3e-4), (0.001, 3e-4), (0.02, 2e-3)])
  func discWithARounded(tolerance: Double, error: Double) throws {
    let (trim, top, bottom) = disc(radius: 20, thickness: 4, spacing: 0.5)
    let builder = SolidBuilder(trim: trim, edgeRadius: 1, bottomChamfer: 0, tolerance: tolerance, edgeRings: 16)
    let solid = try builder.solid(top: top, bottom: bottom)
    // Pappus: the corner taken off the edge is a square less a quarter disc, of radius r, turned about the axis.
    let r = 1.0
    let area = r * r * (1 - .pi / 4)
    let centroid = 20 - r + r * (1.0 / 2 - .pi / 4 * 4 / (3 * .pi)) / (1 - .pi / 4)
    let exact = Double.pi * 400 * 4 - 2 * .pi * centroid * area
    // Chords of up to 0.6 mm on a 20 mm circle take (c / R)² / 6 = 1.5e-4 of the area; the rest is the arc's chords.
    #expect(abs(solid.mesh.signedVolume / exact - 1) < error)
  }

  @Test("every edge belongs to exactly two triangles in opposite directions") func everyEdgeBelongs() throws {
    let insole = AnalyticInsole(spacing: 1.5)
    let solid = try SolidBuilder(trim: insole.trim).solid(top: insole.top, bottom: insole.bottom)
    var balance: [UInt64: Int] = [:]
    var uses: [UInt64: Int] = [:]
    for t in solid.mesh.triangles {
      for (a, b) in [(t.a, t.b), (t.b, t.c), (t.c, t.a)] {
        let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        balance[key, default: 0] += a < b ? 1 : -1
        uses[key, default: 0] += 1
      }
    }
    #expect(balance.values.allSatisfy { $0 == 0 })
    #expect(uses.values.allSatisfy { $0 == 2 })
    // Closed, in one piece and without handles.
    #expect(solid.mesh.vertices.count - uses.count + solid.mesh.triangles.count == 2)
  }

  @Test("all vertices of a solid stay distinct in single precision") func allVertices() throws {
    let insole = AnalyticInsole(spacing: 1)
    let solid = try SolidBuilder(trim: insole.trim).solid(top: insole.top, bottom: insole.bottom)
    let distinct = Set(solid.mesh.vertices.map { SIMD3(Float($0.x), Float($0.y), Float($0.z)) })
    #expect(distinct.count == solid.mesh.vertices.count)
  }

  @Test("the wall stands on the trim line and no vertex lies outside it") func wallStands() throws {
    let insole = AnalyticInsole(spacing: 1)
    let solid = try SolidBuilder(trim: insole.trim).solid(top: insole.top, bottom: insole.bottom)
    let layout = insole.top.layout
    let depth = insole.trim.signedDistance(on: layout)
    for vertex in solid.mesh.vertices { #expect(depth.interpolated(at: vertex.xy) > -0.04) }
    for vertex in solid.trimLoops.joined() {
      #expect(abs(depth.interpolated(at: solid.mesh.vertices[Int(vertex)].xy)) < 0.03)
    }
  }

  @Test("the top keeps the heights of its grid away from the edge") func topKeepsTheHeights() throws {
    let insole = AnalyticInsole(spacing: 1)
    let solid = try SolidBuilder(trim: insole.trim, tolerance: 0).solid(top: insole.top, bottom: insole.bottom)
    let depth = insole.trim.signedDistance(on: insole.top.layout)
    for vertex in solid.mesh.vertices.prefix(solid.planVertices) where depth.interpolated(at: vertex.xy) > 1.1 {
      #expect(abs(vertex.z - insole.top.interpolated(at: vertex.xy)) < 1e-5)
    }
  }

  @Test("smooth random outlines give sound solids", arguments: 0..<18)
  func smoothRandomOutlinesGive(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let waves = (2...7).map { order -> (Double, Double, Double) in
      (
        Double(order), Double.random(in: -1...1, using: &random) * 12 / Double(order * order),
        Double.random(in: 0...6.28, using: &random)
      )
    }
    let shift = Vector2(.random(in: -1...1, using: &random), .random(in: -1...1, using: &random))
    let trim = Outline(
      points: (0..<220).map { index in
        let turn = 2 * Double.pi * Double(index) / 220
        let radius = 32 + waves.reduce(0) { $0 + $1.1 * cosine($1.0 * turn + $1.2) }
        return shift + Vector2(cosine(turn), sine(turn)) * radius
      })
    let layout = GridLayout(origin: Vector2(-50, -50), spacing: 0.9, columns: 112, rows: 112)
    let values = (0..<layout.count).map { index -> Double in
      let p = layout.position(index)
      return 6 + 2 * sine(p.x / 7) * cosine(p.y / 9) + 0.05 * p.x
    }
    let solid = try SolidBuilder(trim: trim, edgeRadius: 0.8, tolerance: seed % 3 == 0 ? 0 : 0.04).solid(
      top: HeightGrid(layout: layout, values: values),
      bottom: HeightGrid(layout: layout, values: values.map { $0 - 2.5 }))
    let proof = SolidProof(solid)
    #expect(proof.isSound)
    #expect(proof.smallestGap > 0.5)
    let layoutArea = trim.signedArea
    #expect(abs(solid.mesh.signedVolume / (layoutArea * 2.5) - 1) < 0.06)
  }

  @Test("an aperture goes right through", arguments: [0, 0.02]) func apertureGoesRightThrough(tolerance: Double) throws
  {
    let (trim, top, bottom) = disc(radius: 20, thickness: 4, spacing: 0.5)
    let hole = OutlineOperationTests.circle(radius: 6, corners: 60, center: Vector2(3, -2))
    let solid = try SolidBuilder(trim: trim, apertures: [hole], edgeRadius: 0.8, tolerance: tolerance).solid(
      top: top, bottom: bottom)
    #expect(solid.trimLoops.count == 2)
    let edges = solid.mesh.triangles.count * 3 / 2
    // Genus 1: Euler's number is 0.
    #expect(solid.mesh.vertices.count - edges + solid.mesh.triangles.count == 0)
    #expect(abs(solid.mesh.signedVolume - .pi * (400 - 36) * 4) < 60)
  }

  @Test("the mirrored solid has the same volume") func mirroredSolid() throws {
    let insole = AnalyticInsole(spacing: 1.5)
    let solid = try SolidBuilder(trim: insole.trim).solid(top: insole.top, bottom: insole.bottom)
    #expect(abs(solid.mesh.mirroredAcrossX.signedVolume - solid.mesh.signedVolume) < 1e-6)
  }

  @Test("a trim line outside the grid is refused with its place") func trimLineOutside() {
    let (_, top, bottom) = disc(radius: 10, thickness: 4, spacing: 1)
    let trim = OutlineOperationTests.circle(radius: 14, corners: 90)
    #expect { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) } throws: { error in
      (error as? SolidError)?.problem == .outlineOutsideGrid
    }
  }

  @Test("a surface that dips below the other is refused") func surfaceThatDipsBelow() {
    var (trim, top, bottom) = disc(radius: 10, thickness: 4, spacing: 1)
    for index in 0..<top.layout.count where top.layout.position(index).length < 2 { bottom.values[index] = 5 }
    #expect { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) } throws: { error in
      (error as? SolidError)?.problem == .surfacesCross(gap: -1)
    }
    trim.points.removeAll()
    #expect(throws: SolidError.self) { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) }
  }

  @Test("a missing height inside the trim line is refused") func missingHeightInside() {
    var (trim, top, bottom) = disc(radius: 10, thickness: 4, spacing: 1)
    top[14, 14] = .nan
    #expect { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) } throws: { error in
      (error as? SolidError)?.problem == .missingHeight
    }
    trim.points.append(Vector2(.nan, 0))
    #expect(throws: SolidError.self) { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) }
  }

  @Test("a corner sharper than its edge radius is refused") func cornerSharper() {
    let (_, top, bottom) = disc(radius: 20, thickness: 4, spacing: 0.5)
    let trim = OutlineOperationTests.circle(radius: 0.9, corners: 40)
    #expect(throws: SolidError.self) { try SolidBuilder(trim: trim).solid(top: top, bottom: bottom) }
  }

  @Test("a trim line that crosses itself is refused") func trimLineThatCrosses() {
    let (_, top, bottom) = disc(radius: 20, thickness: 4, spacing: 0.5)
    let eight = Outline(
      points: (0..<120).map { index in
        let turn = 2 * Double.pi * Double(index) / 120
        return Vector2(14 * sine(turn), 12 * sine(2 * turn))
      })
    #expect(throws: SolidError.self) { try SolidBuilder(trim: eight).solid(top: top, bottom: bottom) }
  }

  @Test("no point of the top is off by more than the tolerance", arguments: [0.2, 0.05]) func noPoint(tolerance: Double)
    throws
  {
    let layout = GridLayout(origin: Vector2(-40, -40), spacing: 0.5, columns: 161, rows: 161)
    func height(_ p: Vector2) -> Double { 8 + 3 * sine(p.x / 8) * cosine(p.y / 11) }
    let top = HeightGrid(layout: layout, values: (0..<layout.count).map { height(layout.position($0)) })
    let bottom = HeightGrid(layout: layout, filledWith: 0)
    let trim = OutlineOperationTests.circle(radius: 33, corners: 207)
    let builder = SolidBuilder(trim: trim, tolerance: tolerance)
    let solid = try builder.solid(top: top, bottom: bottom)
    var worst = 0.0
    for triangle in solid.mesh.triangles.prefix(solid.planTriangles) {
      let a = solid.mesh.vertices[Int(triangle.a)]
      let b = solid.mesh.vertices[Int(triangle.b)]
      let c = solid.mesh.vertices[Int(triangle.c)]
      for (u, v) in [(1.0 / 3, 1.0 / 3), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5), (0.7, 0.15), (0.15, 0.7), (0.15, 0.15)] {
        let p = a * (1 - u - v) + b * u + c * v
        if p.xy.length < 31.9 { worst = max(worst, abs(p.z - height(p.xy))) }
      }
    }
    #expect(worst < tolerance)
    // The tolerance is used, not merely kept, and saves triangles.
    #expect(worst > tolerance / 3)
    let uniform = try SolidBuilder(trim: trim, tolerance: 0).solid(top: top, bottom: bottom)
    #expect(solid.mesh.triangles.count * 5 < uniform.mesh.triangles.count)
    #expect(abs(solid.mesh.signedVolume / uniform.mesh.signedVolume - 1) < tolerance / 20)
  }

  @Test("a wall as thin as it may be is not made thinner by large triangles") func wallAsThin() throws {
    let layout = GridLayout(origin: Vector2(-30, -30), spacing: 0.5, columns: 121, rows: 121)
    let values = (0..<layout.count).map { index -> Double in
      let p = layout.position(index)
      return 2 + 1.5 * sine(p.x / 9) * sine(p.y / 7)
    }
    let bottom = HeightGrid(layout: layout, values: values.map { max($0 - 1.2, 0) })
    let top = HeightGrid(layout: layout, values: bottom.values.map { $0 + 1.2 })
    let trim = OutlineOperationTests.circle(radius: 25, corners: 157)
    let solid = try SolidBuilder(trim: trim, edgeRadius: 0.2, bottomChamfer: 0.05, minimumRim: 1.1, tolerance: 0.1)
      .solid(top: top, bottom: bottom)
    let thin =
      zip(solid.mesh.vertices, solid.mesh.vertices.dropFirst(solid.planVertices)).prefix(solid.planVertices)
      .filter { $0.0.xy.length < 24.7 }.map { $0.0.z - $0.1.z }.min() ?? 0
    #expect(thin > 1.2 - 0.01)
  }
}
