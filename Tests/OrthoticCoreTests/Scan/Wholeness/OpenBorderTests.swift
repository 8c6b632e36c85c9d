import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct OpenBorderTests {
  private static let mesh = ParametricFoot.normalRight.mesh(spacing: 2)
  private static let length = ParametricFoot.normalRight.truth.length

  /// The open borders of the foot's mesh as far as its corners are kept; the outline is that of the kept corners near the ground.
  private func open(in mesh: Mesh = Self.mesh, keeping isKept: (Vector3) -> Bool) -> [OpenBorder] {
    let facets = mesh.triangles.filter { [$0.a, $0.b, $0.c].allSatisfy { isKept(mesh.vertices[Int($0)]) } }
    // Of each row the outermost corners.
    var edges: [Int: (low: Vector2, high: Vector2)] = [:]
    for point in mesh.vertices where isKept(point) && point.z < 40 {
      let old = edges[Int(point.y / 4)] ?? (point.xy, point.xy)
      edges[Int(point.y / 4)] = (old.low.x < point.x ? old.low : point.xy, old.high.x > point.x ? old.high : point.xy)
    }
    let rows = edges.keys.sorted()
    let outline = rows.compactMap { edges[$0]?.high } + rows.reversed().compactMap { edges[$0]?.low }
    return OpenBorder.all(in: mesh.vertices, facets, outline: Outline(points: outline), length: Self.length)
  }

  @Test("a whole foot is open at the leg only, and one scanned from below all round but high up") func whole() {
    #expect(open { _ in true } == [])
    #expect(open { $0.z < 30 } == [])
  }

  @Test("what was cut off shows at its border") func cuts() {
    let low = Self.mesh.vertices.filter { $0.z < 40 }.map(\.x)
    let (medial, lateral) = (low.min() ?? 0, low.max() ?? 0)
    #expect(open { $0.x > medial + 5 }.map(\.place) == [.medial])
    #expect(open { $0.x < lateral - 5 }.map(\.place) == [.lateral])
    #expect(open { $0.y > 8 }.map(\.place) == [.heel])
    #expect(open { $0.y < Self.length - 15 }.map(\.place) == [.toes])
  }

  @Test("a small hole is none, and one in the middle of the sole") func holes() {
    let border = Self.mesh.vertices.filter { abs($0.y - 60) < 2 && $0.z < 10 }.max { $0.x < $1.x } ?? .zero
    #expect(open { ($0 - border).length > 7 } == [])
    #expect(open { ($0 - border).length > 45 }.map(\.place) == [.lateral])
    #expect(open { ($0.xy - Vector2(0, 60)).length > 8 } == [])
  }

  @Test("corners written again for every facet are the same place") func unjoined() {
    let vertices = Self.mesh.triangles.flatMap { [$0.a, $0.b, $0.c].map { Self.mesh.vertices[Int($0)] } }
    let triangles = Self.mesh.triangles.indices.map {
      Triangle(UInt32(3 * $0), UInt32(3 * $0 + 1), UInt32(3 * $0 + 2))
    }
    #expect(open(in: Mesh(vertices: vertices, triangles: triangles)) { _ in true } == [])
  }

  @Test("clouds and nothing have no open edges") func nothing() {
    let outline = Outline(hullOf: [Vector2(0, 0), Vector2(90, 0), Vector2(45, 260)])
    #expect(OpenBorder.all(in: [Vector3(0, 0, 0)], [], outline: outline, length: 260) == [])
    #expect(OpenBorder.all(in: [], [], outline: Outline(points: []), length: 0) == [])
  }
}
