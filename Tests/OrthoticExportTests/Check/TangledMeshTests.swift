import OrthoticCore
import Testing

@testable import OrthoticExport

/// Meshes whose triangles cross, fan out or lie upon each other by the thousand.
@Suite struct TangledMeshTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static func loose(_ count: Int, corner: (Int, inout Dice) -> [Vector3]) -> Mesh {
    var dice = Dice(state: 7)
    var mesh = Mesh()
    for number in 0..<count {
      let first = UInt32(mesh.vertices.count)
      mesh.vertices += corner(number, &dice)
      mesh.triangles.append(Triangle(first, first + 1, first + 2))
    }
    return mesh
  }

  private static func point(_ dice: inout Dice) -> Vector3 {
    Vector3(
      .random(in: -100...100, using: &dice), .random(in: -100...100, using: &dice),
      .random(in: -100...100, using: &dice))
  }

  @Test("a facet that stands two thousand times is counted once for each repetition")
  func repeated() {
    let mesh = Self.loose(2000) { _, _ in [.zero, Vector3(1, 0, 0), Vector3(0, 1, 0)] }
    let report = MeshCheck(listed: 1000).report(on: mesh)
    #expect(report.duplicateFacets == 1999)
    #expect(report.selfIntersections == 1999 && report.isSearchComplete)
    #expect(report.defects.count { $0.kind == .duplicate } == 1000)
    #expect(report.defects.first { $0.kind == .selfIntersection }?.triangles == [0, 1])
    #expect(report.defects.allSatisfy { $0.triangles.count <= 100 })
  }

  @Test("repetitions are found whatever corner comes first and whichever way they face")
  func turnedRepetitions() {
    var mesh = MeshCheckTests.box(.zero, Vector3(3, 3, 3))
    mesh.triangles += [Triangle(2, 1, 0), Triangle(1, 0, 2), Triangle(5, 6, 4)]
    let parts = MeshParts(mesh, EdgeCensus(mesh))
    #expect(parts.duplicates.map(\.later) == [12, 13, 14])
    #expect(parts.duplicates.map(\.first) == [0, 0, 2])
  }

  @Test("some hundred crossing triangles are all compared")
  func fewCrossing() {
    let mesh = Self.loose(200) { _, dice in (0..<3).map { _ in Self.point(&dice) } }
    let report = MeshCheck(listed: .max).report(on: mesh)
    func corners(_ number: Int) -> (Vector3, Vector3, Vector3) {
      let own: [Vector3] = (0..<3).map { Self.single(mesh.vertices[3 * number + $0]) }
      return (own[0], own[1], own[2])
    }
    var expected = 0
    for first in 0..<200 {
      for second in first + 1..<200 where TrianglePair(corners(first), corners(second)).meets { expected += 1 }
    }
    #expect(report.selfIntersections == expected && expected > 1000)
    #expect(report.isSearchComplete)
    #expect(report.defects.count { $0.kind == .selfIntersection } == expected)
  }

  private static func single(_ point: Vector3) -> Vector3 {
    Vector3(Double(Float(point.x)), Double(Float(point.y)), Double(Float(point.z)))
  }

  @Test("of many thousand crossing triangles at least so many are counted, and a bounded number of pairs is looked at")
  func manyCrossing() {
    let count = isOptimised ? 40_000 : 6000
    let mesh = Self.loose(count) { _, dice in (0..<3).map { _ in Self.point(&dice) } }
    let clock = ContinuousClock()
    var report = MeshReport()
    let time = clock.measure { report = MeshCheck(listed: 1000).report(on: mesh) }
    #expect(!report.isSearchComplete && !report.isSound)
    #expect((report.selfIntersections ?? 0) > 1000)
    #expect(report.defects.count { $0.kind == .selfIntersection } == 1000)
    // All pairs would take minutes.
    #expect(time < .seconds(isOptimised ? 10 : 60))
  }

  @Test("a fan of many triangles round one corner takes its time, not the square of it")
  func fan() {
    let count = isOptimised ? 100_000 : 2500
    let mesh = Self.loose(count) { _, dice in [.zero, Vector3(100, 0, 0), Self.point(&dice)] }
    let report = MeshCheck(listed: 1000).report(on: mesh)
    #expect(report.nonManifoldEdges == 1)
    #expect(report.openEdges == 2 * count)
    #expect(report.defects.allSatisfy { $0.triangles.count <= 100 })
  }

  @Test("a flat fan of a thousand triangles is sound as the lid of a solid")
  func lid() {
    let report = MeshCheck().report(on: Self.drum(sides: 1000))
    #expect(report.isSound && report.isSearchComplete, "\(report.defects)")
    #expect(abs((report.minimumWall?.value ?? 0) - 5) < 1e-3)
  }

  @Test(
    "the long facets of a lid are all looked at among many small ones",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func lidAmongSmall() {
    var mesh = Self.drum(sides: 1500)
    for number in 0..<14_000 {
      let corner = Vector3(100 + Double(number % 120), Double(number / 120), 0)
      let first = UInt32(mesh.vertices.count)
      let reach = [Vector3(0, 0, 0), Vector3(0.5, 0, 0), Vector3(0, 0.5, 0), Vector3(0, 0, 0.5)]
      mesh.vertices += reach.map { corner + $0 }
      mesh.triangles += [(0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3)].map {
        Triangle(first + $0.0, first + $0.1, first + $0.2)
      }
    }
    let report = MeshCheck(listed: 10).report(on: mesh)
    #expect(report.isSearchComplete && report.selfIntersections == 0)
  }

  /// A flat drum whose lids are fans round their middles.
  private static func drum(sides: Int) -> Mesh {
    var mesh = Mesh(vertices: [Vector3(0, 0, 0), Vector3(0, 0, 5)])
    for side in 0..<sides {
      let turn = 2 * Double.pi * Double(side) / Double(sides)
      for z in [0.0, 5] { mesh.vertices.append(Vector3(50 * cosine(turn), 50 * cosine(turn - .pi / 2), z)) }
    }
    for side in 0..<sides {
      let low = UInt32(2 + 2 * side)
      let next = UInt32(2 + 2 * ((side + 1) % sides))
      mesh.triangles += [
        Triangle(0, next, low), Triangle(1, low + 1, next + 1), Triangle(low, next, next + 1),
        Triangle(low, next + 1, low + 1),
      ]
    }
    return mesh
  }

  /// Cosine by its series: enough for a circle.
  private static func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for step in 1...20 {
      term *= -angle * angle / Double(2 * step * (2 * step - 1))
      sum += term
    }
    return sum
  }

  @Test("bodies by the thousand are taken apart in proportion to their number")
  func bodies() {
    var mesh = Mesh()
    let cube = MeshCheckTests.box(.zero, Vector3(1, 1, 1))
    for number in 0..<3000 {
      let shift = UInt32(mesh.vertices.count)
      mesh.vertices += cube.vertices.map { $0 + Vector3(2 * Double(number), 0, 0) }
      mesh.triangles += cube.triangles.map { Triangle($0.a + shift, $0.b + shift, $0.c + shift) }
    }
    let bodies = mesh.bodies
    #expect(bodies.count == 3000)
    #expect(bodies.allSatisfy { $0.vertices.count == 8 && $0.triangles.count == 12 })
    #expect(bodies[2999].vertices.contains(Vector3(5998, 0, 0)))
  }
}
