import OrthoticCore
import Testing

@Suite struct OBJReaderTests {
  private let vertices = "v 0 0 0\nv 1.5 0 0 0.2 0.3 0.4\nv 0 -2.25 0\nv 0 0 3\n"

  @Test(
    "reads faces in every spelling",
    arguments: [
      "f 1 2 3", "f 1/1 2/2 3/3", "f 1//1 2//2 3//3", "f 1/1/1 2/2/2 3/3/3", "f -4 -3 -2", "f -4//1 2/ -2",
      "f 1 2 3 # a",
      "f 1 2 \\\n 3",
    ])
  func readsFacesInEvery(face: String) throws {
    let text = "# comment\r\nmtllib a.mtl\no foot\nvt 0 0\nvn 0 0 1\n\(vertices)g sole\nusemtl skin\ns off\n\(face)\n"
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles == [Triangle(0, 1, 2)])
  }

  @Test("reads a vertex that goes on in the next line") func continuedVertex() throws {
    let text = vertices.replacing("v 1.5 0 0", with: "v 1.5 \\\r\n 0 \\\n0")
    #expect(try ScanReader.read(ScanFixture.file(text)).points == ScanFixture.points)
  }

  @Test("cuts polygons into fans") func cutsPolygonsIntoFans() throws {
    let scan = try ScanReader.read(ScanFixture.file(vertices + "f 1 2 3 4"))
    #expect(scan.triangles == [Triangle(0, 1, 2), Triangle(0, 2, 3)])
  }

  @Test("reads a face before its vertices") func readsAFaceBefore() throws {
    #expect(try ScanReader.read(ScanFixture.file("f 1 2 3\n" + vertices)).triangles == [Triangle(0, 1, 2)])
  }

  @Test("reads negative numbers from where they stand") func readsNegativeNumbers() throws {
    let scan = try ScanReader.read(ScanFixture.file("v 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\n" + vertices))
    #expect(scan.triangles == [Triangle(0, 1, 2)])
  }

  @Test(
    "refuses a face that names no vertex",
    arguments: ["f 1 2 5", "f 1 2 -5", "f 1 2 0", "f 1 2 99999999999999999999", "f 1 2 x", "f 1 2 4294967297"])
  func refusesAFace(face: String) {
    let error = ScanFixture.failure(vertices + face + "\n")
    #expect(error?.place == .line(5))
    guard case .malformed = error?.problem else {
      Issue.record("\(face) passed")
      return
    }
  }

  @Test("refuses a vertex without three numbers", arguments: ["v 1 2", "v 1 2\nv 1 2 3", "v 1 two 3", "v"])
  func refusesAVertex(vertex: String) {
    #expect(ScanFixture.failure(vertices + vertex) != nil)
  }

  @Test("refuses a file without vertices") func refusesAFile() {
    #expect(ScanFixture.failure("o nothing\n")?.problem == .malformed("holds no point"))
  }
}
