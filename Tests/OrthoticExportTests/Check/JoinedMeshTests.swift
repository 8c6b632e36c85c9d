import OrthoticCore
import Testing

@testable import OrthoticExport

/// Vertices that only rounding keeps apart.
@Suite struct JoinedMeshTests {
  private static let box = MeshCheckTests.box(.zero, Vector3(60, 20, 5))

  /// The box with each facet its own corners, each of them off by a little.
  private static func torn(by gap: Double, _ mesh: Mesh = box) -> Mesh {
    var torn = Mesh()
    for (number, triangle) in mesh.triangles.enumerated() {
      let first = UInt32(torn.vertices.count)
      for (index, corner) in [triangle.a, triangle.b, triangle.c].enumerated() {
        let sign = (number + index) % 2 == 0 ? 1.0 : -1.0
        torn.vertices.append(mesh.vertices[Int(corner)] + Vector3(sign, -sign, sign) * (gap / 4))
      }
      torn.triangles.append(Triangle(first, first + 1, first + 2))
    }
    return torn
  }

  @Test("corners that differ by rounding are joined and counted", arguments: [1e-15, 1e-5, 2e-4])
  func rounding(gap: Double) {
    let torn = Self.torn(by: gap)
    let joined = torn.joinedAtOpenEdges
    #expect(MeshCheck().report(on: joined.mesh).isSound)
    #expect(joined.tolerance < 0.001)
    #expect(joined.joined > 0 && joined.joined <= 36 - 8)
    #expect(joined.mesh.bodies.count == 1)
  }

  @Test("a gap that rounding does not make stays open", arguments: [0.003, 0.1])
  func gaps(gap: Double) {
    let joined = Self.torn(by: 4 * gap).joinedAtOpenEdges
    #expect(joined.joined == 0)
    #expect(!MeshCheck().report(on: joined.mesh).watertight)
  }

  @Test("what is closed is left alone, bodies that touch among it")
  func closed() {
    let touching = MeshCheckTests.joined(Self.box, MeshCheckTests.box(Vector3(60, 0, 0), Vector3(80, 20, 5)))
    let joined = touching.joinedAtOpenEdges
    #expect(joined.joined == 0 && joined.mesh == touching)
    #expect(joined.mesh.bodies.count == 2)
  }

  @Test("equal corners of loose facets are no news")
  func equalCorners() {
    let joined = Self.torn(by: 0).joinedAtOpenEdges
    #expect(joined.joined == 0)
    #expect(joined.mesh.bodies.count == 1 && MeshCheck().report(on: joined.mesh).isSound)
  }

  @Test("no facet is made to collapse, and numbers that are none are passed over")
  func collapse() {
    var mesh = Self.torn(by: 1e-5)
    let first = UInt32(mesh.vertices.count)
    mesh.vertices += [Vector3(100, 0, 0), Vector3(100.0001, 0, 0), Vector3(100, 1, 0), Vector3(.nan, 0, 0)]
    mesh.triangles += [Triangle(first, first + 1, first + 2), Triangle(first, first + 1, first + 3)]
    let joined = mesh.joinedAtOpenEdges
    #expect(joined.mesh.triangles.allSatisfy { !$0.isCollapsed })
    #expect(joined.mesh.triangles.count == mesh.triangles.count)
  }
}
