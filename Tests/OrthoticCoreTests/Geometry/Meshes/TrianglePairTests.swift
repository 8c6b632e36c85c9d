import OrthoticCore
import ParametricFoot
import Testing

@Suite struct TrianglePairTests {
  private typealias Corners = (Vector3, Vector3, Vector3)

  /// Whether two triangles with whole coordinates are apart, by separating axes in whole numbers: an independent way.
  private func isApart(_ a: Corners, _ b: Corners) -> Bool {
    struct Whole {
      var x: Int
      var y: Int
      var z: Int
      init(_ x: Int, _ y: Int, _ z: Int) { (self.x, self.y, self.z) = (x, y, z) }
      init(_ v: Vector3) { self.init(Int(v.x), Int(v.y), Int(v.z)) }
      func less(_ o: Whole) -> Whole { Whole(x - o.x, y - o.y, z - o.z) }
      func cross(_ o: Whole) -> Whole { Whole(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x) }
      func dot(_ o: Whole) -> Int { x * o.x + y * o.y + z * o.z }
    }
    let p = [Whole(a.0), Whole(a.1), Whole(a.2)]
    let q = [Whole(b.0), Whole(b.1), Whole(b.2)]
    let edgesP = [p[1].less(p[0]), p[2].less(p[1]), p[0].less(p[2])]
    let edgesQ = [q[1].less(q[0]), q[2].less(q[1]), q[0].less(q[2])]
    let n = edgesP[0].cross(edgesP[1])
    let m = edgesQ[0].cross(edgesQ[1])
    var axes = [n, m]
    for e in edgesP {
      axes.append(n.cross(e))
      for f in edgesQ { axes.append(e.cross(f)) }
    }
    for f in edgesQ { axes.append(m.cross(f)) }
    return axes.contains { axis in
      let s = p.map { axis.dot($0) }
      let t = q.map { axis.dot($0) }
      guard let sl = s.min(), let sh = s.max(), let tl = t.min(), let th = t.max() else { return false }
      return sh < tl || th < sl
    }
  }

  private func random(_ random: inout SplitMix64, _ reach: Int) -> Corners {
    func corner(_ random: inout SplitMix64) -> Vector3 {
      Vector3(
        Double(Int.random(in: -reach...reach, using: &random)), Double(Int.random(in: -reach...reach, using: &random)),
        Double(Int.random(in: -reach...reach, using: &random)))
    }
    while true {
      let t = (corner(&random), corner(&random), corner(&random))
      if (t.1 - t.0).cross(t.2 - t.0) != .zero { return t }
    }
  }

  @Test("meeting agrees with separating axes in whole numbers", arguments: [1, 2, 3, 6])
  func meetingAgreesWithSeparating(reach: Int) {
    var generator = SplitMix64(seed: UInt64(reach))
    var meeting = 0
    for _ in 0..<4000 {
      let a = random(&generator, reach)
      let b = random(&generator, reach)
      let meets = TrianglePair(a, b).meets
      #expect(meets == !isApart(a, b), "\(a) \(b)")
      meeting += meets ? 1 : 0
    }
    // The sample must hold both kinds.
    #expect(meeting > 200 && meeting < 3950)
  }

  @Test("triangles with a common corner meet beyond it only where they cross or overlap") func trianglesWithACommon() {
    let o = Vector3.zero
    let flat = (o, Vector3(4, 0, 0), Vector3(0, 4, 0))
    func meets(_ b: Vector3, _ c: Vector3) -> Bool { TrianglePair(flat, (o, b, c)).meetsBeyondFirstCorner }
    #expect(!meets(Vector3(-1, 0, 1), Vector3(0, -1, 1)))
    #expect(!meets(Vector3(1, 1, 1), Vector3(2, 1, 3)))
    #expect(meets(Vector3(1, 1, 1), Vector3(1, 1, -1)))
    #expect(meets(Vector3(9, 9, 9), Vector3(9, 9, -9)))
    #expect(!meets(Vector3(-1, -1, 1), Vector3(-1, -1, -1)))
    // In one plane: beside each other, along a common edge line, and overlapping.
    #expect(!meets(Vector3(-1, 0, 0), Vector3(0, -1, 0)))
    #expect(meets(Vector3(1, 1, 0), Vector3(-1, 1, 0)))
    #expect(meets(Vector3(1, 2, 0), Vector3(2, 1, 0)))
  }

  @Test("triangles with a common edge meet beyond it only where folded flat") func trianglesWithACommonEdge() {
    let o = Vector3.zero
    let x = Vector3(4, 0, 0)
    func meets(_ a: Vector3, _ b: Vector3) -> Bool { TrianglePair((o, x, a), (o, x, b)).meetsBeyondFirstEdge }
    #expect(meets(Vector3(1, 1, 0), Vector3(2, 3, 0)))
    #expect(!meets(Vector3(1, 1, 0), Vector3(2, -3, 0)))
    #expect(!meets(Vector3(1, 1, 0), Vector3(1, 1, 1e-300)))
  }

  @Test("the side of a plane is exact where doubles cancel") func sideOfAPlane() {
    // Points on a steep plane through awkward single-precision numbers, moved by the last bit.
    var generator = SplitMix64(seed: 5)
    for _ in 0..<300 {
      func value() -> Double { Double(Float.random(in: -200...200, using: &generator)) }
      let a = Vector3(value(), value(), value())
      let u = Vector3(value(), value(), 0)
      // d = a + u + (0, 0, h): coplanar with a, a + u and a + (0, 0, k), all on one vertical plane.
      let b = Vector3(a.x + u.x, a.y + u.y, value())
      let c = Vector3(a.x, a.y, value())
      let d = Vector3(a.x + u.x, a.y + u.y, value())
      #expect(OrientationPredicate.of(a, b, c, d) == 0)
      let moved = Vector3(d.x.nextUp, d.y, d.z)
      #expect(OrientationPredicate.of(a, b, c, moved) == -OrientationPredicate.of(b, a, c, moved))
      #expect(OrientationPredicate.of(a, b, c, moved) != 0)
    }
  }

  @Test("the tree finds the same pairs as comparing all boxes") func treeFindsTheSame() {
    var generator = SplitMix64(seed: 9)
    var mesh = Mesh()
    for index in 0..<300 {
      let at = Vector3(
        .random(in: 0...20, using: &generator), .random(in: 0...20, using: &generator),
        .random(in: 0...4, using: &generator))
      for _ in 0..<3 {
        mesh.vertices.append(
          at
            + Vector3(
              .random(in: -1...1, using: &generator), .random(in: -1...1, using: &generator),
              .random(in: -1...1, using: &generator)))
      }
      mesh.triangles.append(Triangle(UInt32(3 * index), UInt32(3 * index + 1), UInt32(3 * index + 2)))
    }
    let corners = mesh.triangles.map {
      (mesh.vertices[Int($0.a)], mesh.vertices[Int($0.b)], mesh.vertices[Int($0.c)])
    }
    let found = TriangleTree(mesh).pairs(keeping: .max) {
      TrianglePair(corners[Int($0)], corners[Int($1)]).verdict
    }
    let expected = (0..<300).flatMap { first in
      (first + 1..<300).filter { TrianglePair(corners[first], corners[$0]).meets }.map { first * 1000 + $0 }
    }
    let numbers = found.listed.map { Int(min($0.0, $0.1)) * 1000 + Int(max($0.0, $0.1)) }
    #expect(numbers.sorted() == expected.sorted())
    #expect(found.count == expected.count && found.isComplete)
    #expect(expected.count > 20)
  }

  @Test("a ray finds the nearest triangle it meets") func rayFindsTheNearest() throws {
    var mesh = Mesh()
    for layer in 0..<40 {
      let z = Double(layer)
      mesh.vertices += [Vector3(0, 0, z), Vector3(10, 0, z), Vector3(0, 10, z)]
      mesh.triangles.append(Triangle(UInt32(3 * layer), UInt32(3 * layer + 1), UInt32(3 * layer + 2)))
    }
    let tree = TriangleTree(mesh)
    let up = Vector3(0, 0, 1)
    let hit = try #require(tree.firstHit(from: Vector3(2, 3, 6.5), along: up, within: 100) { _ in true })
    #expect(hit.triangle == 7 && abs(hit.distance - 0.5) < 1e-12)
    let next = try #require(tree.firstHit(from: Vector3(2, 3, 6.5), along: up, within: 100) { $0 != 7 })
    #expect(next.triangle == 8)
    #expect(tree.firstHit(from: Vector3(2, 3, 6.5), along: up, within: 0.4) { _ in true } == nil)
    #expect(tree.firstHit(from: Vector3(7, 7, 6.5), along: up, within: 100) { _ in true } == nil)
    #expect(tree.firstHit(from: Vector3(2, 3, 50), along: up, within: 100) { _ in true } == nil)
  }
}
