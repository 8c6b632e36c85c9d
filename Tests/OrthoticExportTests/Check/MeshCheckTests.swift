import OrthoticCore
import OrthoticExport
import ParametricFoot
import Testing

@Suite struct MeshCheckTests {
  /// A box between two corners.
  static func box(_ low: Vector3, _ high: Vector3) -> Mesh {
    let corners = [0, 1, 3, 2, 4, 5, 7, 6].map { bits in
      Vector3(bits & 1 == 0 ? low.x : high.x, bits & 2 == 0 ? low.y : high.y, bits & 4 == 0 ? low.z : high.z)
    }
    return Mesh(
      vertices: corners,
      triangles: [
        Triangle(0, 2, 1), Triangle(0, 3, 2), Triangle(4, 5, 6), Triangle(4, 6, 7), Triangle(0, 1, 5),
        Triangle(0, 5, 4),
        Triangle(1, 2, 6), Triangle(1, 6, 5), Triangle(2, 3, 7), Triangle(2, 7, 6), Triangle(3, 0, 4),
        Triangle(3, 4, 7),
      ])
  }

  static func joined(_ meshes: Mesh...) -> Mesh {
    var all = Mesh()
    for mesh in meshes {
      let shift = UInt32(all.vertices.count)
      all.vertices += mesh.vertices
      all.triangles += mesh.triangles.map { Triangle($0.a + shift, $0.b + shift, $0.c + shift) }
    }
    return all
  }

  static let cube = box(.zero, Vector3(10, 10, 10))

  private func insole() throws -> Mesh {
    let insole = AnalyticInsole(spacing: 4)
    return try SolidBuilder(trim: insole.trim, edgeRings: 3).solid(top: insole.top, bottom: insole.bottom).mesh
  }

  @Test("a box is sound and has its measures") func boxIsSound() {
    let report = MeshCheck().report(on: Self.box(Vector3(-1, 2, 3), Vector3(9, 7, 5)))
    #expect(report.isSound)
    #expect(report.watertight)
    #expect(report.volume == 100)
    #expect(report.area == 160)
    #expect(report.components == 1)
    #expect(report.selfIntersections == 0)
    #expect(report.bounds == Bounds([Vector3(-1, 2, 3), Vector3(9, 7, 5)]))
    #expect(report.minimumWall?.value == 2)
    #expect(report.defects.isEmpty)
  }

  @Test("a built insole is sound and its thinnest wall is under the pocket") func builtInsoleIsSound() throws {
    let report = MeshCheck().report(on: try insole())
    #expect(report.isSound)
    #expect(report.components == 1)
    let wall = try #require(report.minimumWall)
    // 3.2 mm less the pocket's 1.6 mm plus what is left of the arch there.
    #expect(wall.value > 1.6 && wall.value < 1.8)
    #expect((wall.at.xy - Vector2(-17, 196)).length < 13)
  }

  @Test("a missing facet leaves three open edges at its place") func missingFacetLeavesThree() {
    var mesh = Self.cube
    mesh.triangles.remove(at: 2)
    let report = MeshCheck().report(on: mesh)
    #expect(!report.watertight && !report.isSound)
    #expect(report.openEdges == 3)
    #expect(report.defects.filter { $0.kind == .openEdge }.allSatisfy { $0.at.z == 10 })
  }

  @Test("a reversed facet leaves three flipped edges") func reversedFacetLeavesThree() {
    var mesh = Self.cube
    let t = mesh.triangles[4]
    mesh.triangles[4] = Triangle(t.a, t.c, t.b)
    let report = MeshCheck().report(on: mesh)
    #expect(report.flippedEdges == 3 && report.openEdges == 0 && !report.isSound)
  }

  @Test("a solid turned inside out has negative volume") func solidTurnedInsideOut() {
    var mesh = Self.cube
    mesh.triangles = mesh.triangles.map { Triangle($0.a, $0.c, $0.b) }
    let report = MeshCheck().report(on: mesh)
    #expect(report.volume == -1000 && report.watertight && !report.isSound)
  }

  @Test("two boxes with a common edge are not manifold there") func twoBoxes() {
    let report = MeshCheck().report(on: Self.joined(Self.cube, Self.box(Vector3(10, 10, 0), Vector3(20, 20, 10))))
    #expect(report.nonManifoldEdges == 1 && !report.isSound)
    #expect(report.defects.first { $0.kind == .nonManifoldEdge }?.at == Vector3(10, 10, 5))
  }

  @Test("two boxes with a common corner are not manifold there") func twoBoxesWithACommon() {
    let report = MeshCheck().report(on: Self.joined(Self.cube, Self.box(Vector3(10, 10, 10), Vector3(20, 20, 20))))
    #expect(report.nonManifoldVertices == 1 && report.watertight && !report.isSound)
    #expect(report.components == 2)
    #expect(report.defects.first?.at == Vector3(10, 10, 10))
  }

  @Test("two boxes that overlap cut each other, two apart do not") func twoBoxesThatOverlap() {
    let apart = MeshCheck().report(on: Self.joined(Self.cube, Self.box(Vector3(11, 0, 0), Vector3(12, 1, 1))))
    #expect(apart.isSound && apart.components == 2)
    let overlap = MeshCheck().report(on: Self.joined(Self.cube, Self.box(Vector3(5, 5, 5), Vector3(15, 15, 15))))
    #expect((overlap.selfIntersections ?? 0) > 0 && overlap.watertight && !overlap.isSound)
  }

  @Test("boxes that touch face to face cut each other") func boxesThatTouchFace() {
    let report = MeshCheck().report(on: Self.joined(Self.cube, Self.box(Vector3(10, 2, 2), Vector3(12, 4, 4))))
    #expect((report.selfIntersections ?? 0) > 0)
  }

  @Test("a corner two micrometres off opens the seam") func cornerTwoMicrometresOff() {
    var mesh = Self.cube
    mesh.vertices.append(mesh.vertices[6] + Vector3(0, 0, 0.002))
    mesh.triangles[2] = Triangle(4, 5, 8)
    let report = MeshCheck().report(on: mesh)
    #expect(report.openEdges == 4 && !report.isSound)
  }

  @Test("a corner that is no number is told") func cornerThatIsNo() {
    var mesh = Self.cube
    mesh.vertices[3].y = .nan
    let report = MeshCheck().report(on: mesh)
    #expect(report.degenerateFacets > 0 && !report.isSound)
    #expect(report.defects.contains { $0.kind == .nonFinite })
    #expect(report.volume.isFinite)
  }

  @Test("a facet standing twice is told") func facetStandingTwice() {
    var mesh = Self.cube
    mesh.triangles.append(mesh.triangles[5])
    let report = MeshCheck().report(on: mesh)
    #expect(report.duplicateFacets == 1 && report.nonManifoldEdges == 3 && !report.isSound)
    #expect(report.defects.first { $0.kind == .duplicate }?.triangles == [12])
    let leaf = Mesh(vertices: Self.cube.vertices, triangles: [Triangle(0, 1, 2), Triangle(2, 1, 0)])
    #expect(MeshCheck().report(on: leaf).duplicateFacets == 1)
  }

  @Test("facets without area are told") func facetsWithoutArea() {
    var mesh = Self.cube
    // A corner moved onto another: two facets collapse, the rest stays closed.
    mesh.vertices[6] = mesh.vertices[5]
    let report = MeshCheck().report(on: mesh)
    #expect(report.degenerateFacets == 2 && !report.isSound)
    let needle = Mesh(
      vertices: [Vector3(0, 0, 0), Vector3(1, 1, 1), Vector3(3, 3, 3)], triangles: [Triangle(0, 1, 2)])
    #expect(MeshCheck().report(on: needle).degenerateFacets == 1)
  }

  @Test("a vertex pushed through the other side cuts the mesh") func vertexPushedThrough() throws {
    var mesh = try insole()
    let middle = mesh.vertices.indices.min {
      (mesh.vertices[$0].xy - Vector2(5, 60)).length < (mesh.vertices[$1].xy - Vector2(5, 60)).length
    }
    mesh.vertices[try #require(middle)].z -= 30
    let report = MeshCheck().report(on: mesh)
    #expect((report.selfIntersections ?? 0) > 0 && report.watertight && !report.isSound)
  }

  @Test("a sheet folded flat onto itself cuts itself") func sheetFoldedFlatOnto() {
    // A tetrahedron pressed into a plane: every facet lies on the others.
    let mesh = Mesh(
      vertices: [Vector3(0, 0, 0), Vector3(10, 0, 0), Vector3(0, 10, 0), Vector3(3, 3, 0)],
      triangles: [Triangle(0, 2, 1), Triangle(0, 1, 3), Triangle(0, 3, 2), Triangle(1, 2, 3)])
    #expect((MeshCheck().report(on: mesh).selfIntersections ?? 0) > 0)
  }

  @Test("a thin place between two sheets is found with its place") func thinPlaceBetweenTwo() throws {
    let mesh = Self.joined(Self.box(.zero, Vector3(30, 20, 3)), Self.box(Vector3(40, 0, 0), Vector3(60, 20, 0.8)))
    let wall = try #require(MeshCheck().report(on: mesh).minimumWall)
    #expect(abs(wall.value - 0.8) < 1e-6 && wall.at.x > 40)
  }

  @Test("a thin place under a steep pit that ends in one corner is found") func thinPlaceUnder() throws {
    var mesh = Self.box(.zero, Vector3(8, 8, 6))
    mesh.triangles.removeAll { [$0.a, $0.b, $0.c].allSatisfy { $0 >= 4 } }
    mesh.vertices.append(Vector3(4, 4, 0.6))
    mesh.triangles += [(4, 5), (5, 6), (6, 7), (7, 4)].map { Triangle($0.0, $0.1, 8) }
    let report = MeshCheck().report(on: mesh)
    #expect(report.isSound)
    // No facet of the pit faces the ground within 30°: their rays alone would find the sides, 8 mm apart.
    let wall = try #require(report.minimumWall)
    #expect(abs(wall.value - 0.6) < 1e-6 && wall.at.xy == Vector2(4, 4))
  }

  @Test("a quick check names what it did not measure") func quickCheckNamesWhat() throws {
    let report = MeshCheck.quick.report(on: Self.cube)
    #expect(report.selfIntersections == nil && report.minimumWall == nil && report.isSound)
  }

  @Test("an empty mesh is not watertight") func emptyMesh() {
    let report = MeshCheck().report(on: Mesh())
    #expect(!report.watertight && !report.isSound && report.bounds == nil)
  }

  @Test("the report does not depend on the number of threads") func reportDoesNotDepend() throws {
    var mesh = try insole()
    for index in stride(from: 40, to: mesh.vertices.count, by: 377) { mesh.vertices[index].z -= 12 }
    let before = Parallel.threads
    defer { Parallel.threads = before }
    Parallel.threads = 1
    let one = MeshCheck().report(on: mesh)
    Parallel.threads = 2
    #expect(MeshCheck().report(on: mesh) == one)
  }
}
