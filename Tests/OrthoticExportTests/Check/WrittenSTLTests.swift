import OrthoticCore
import OrthoticExport
import Testing

@Suite struct WrittenSTLTests {
  private let cube = MeshCheckTests.cube

  @Test("what was just written is sound") func whatWasJustWritten() {
    let verdict = WrittenSTL(bytes: STLWriter.binary(cube), mesh: cube).verdict()
    #expect(verdict.isSound)
    #expect(verdict.volume == 1000)
  }

  @Test("one changed byte in any corner is noticed") func oneChangedByte() {
    let bytes = STLWriter.binary(cube)
    for facet in 0..<12 {
      for byte in stride(from: 12, to: 48, by: 5) {
        var changed = bytes
        changed[84 + 50 * facet + byte] ^= 1
        #expect(!WrittenSTL(bytes: changed, mesh: cube).verdict().isSound, "facet \(facet) byte \(byte)")
      }
    }
  }

  @Test("a lost byte or a wrong count is noticed") func lostByte() {
    var bytes = STLWriter.binary(cube)
    bytes[80] = 11
    #expect(!WrittenSTL(bytes: bytes, mesh: cube).verdict().isSound)
    #expect(!WrittenSTL(bytes: Array(STLWriter.binary(cube).dropLast()), mesh: cube).verdict().isSound)
    #expect(!WrittenSTL(bytes: [], mesh: Mesh()).verdict().isSound)
  }

  @Test("vertices that single precision makes one are noticed") func verticesThatSinglePrecision() {
    var mesh = cube
    mesh.vertices[6] = mesh.vertices[5] + Vector3(1e-9, 0, 0)
    let verdict = WrittenSTL(bytes: STLWriter.binary(mesh), mesh: mesh).verdict()
    #expect(!verdict.verticesDiffer && verdict.degenerateFacets > 0)
  }

  @Test("an open or inverted mesh is noticed") func openOrInvertedMesh() {
    var open = cube
    open.triangles.removeLast()
    #expect(WrittenSTL(bytes: STLWriter.binary(open), mesh: open).verdict().badEdges == 3)
    let inverted = Mesh(vertices: cube.vertices, triangles: cube.triangles.map { Triangle($0.a, $0.c, $0.b) })
    let verdict = WrittenSTL(bytes: STLWriter.binary(inverted), mesh: inverted).verdict()
    #expect(verdict.volume == -1000 && !verdict.isSound)
  }

  @Test("a corner that is no number is noticed") func cornerThatIsNo() {
    var mesh = cube
    mesh.vertices[2].x = .nan
    #expect(!WrittenSTL(bytes: STLWriter.binary(mesh), mesh: mesh).verdict().isSound)
  }
}
