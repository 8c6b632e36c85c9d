import OrthoticCore
import Testing

@Suite struct TextSTLReaderTests {
  @Test("reads quoted names, capitals and exponents") func readsQuotedNamesCapitals() throws {
    let text = ScanFixture.textSTL.replacing("solid test", with: "SOLID \"left foot\"").replacing(
      "1.5", with: "1.5E+00"
    )
    .replacing("vertex", with: "VERTEX").replacing("\n", with: "\r\n")
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.points.count == 4)
    #expect(scan.points.contains(Vector3(1.5, 0, 0)))
  }

  @Test("joins several solids") func joinsSeveralSolids() throws {
    let scan = try ScanReader.read(ScanFixture.file(ScanFixture.textSTL + ScanFixture.textSTL))
    #expect(scan.points.count == 4)
    #expect(scan.triangles.count == 8)
  }

  @Test("says where a loop is broken") func saysWhereALoop() {
    let lines = ScanFixture.textSTL.split(separator: "\n").map(String.init)
    var three = lines
    three.remove(at: 5)
    #expect(ScanFixture.failure(three.joined(separator: "\n"))?.problem == .malformed("a loop has 2 vertices"))
    #expect(ScanFixture.failure(three.joined(separator: "\n"))?.place == .line(6))
    var four = lines
    four.insert(lines[5], at: 5)
    #expect(ScanFixture.failure(four.joined(separator: "\n"))?.problem == .malformed("a loop has a fourth vertex"))
    let word = lines.joined(separator: "\n").replacing("-2.25", with: "oops")
    #expect(ScanFixture.failure(word)?.problem == .malformed("there is no number"))
    #expect(ScanFixture.failure(word)?.place == .line(5))
  }

  @Test("says that the end is missing") func saysThatTheEnd() {
    let cut = ScanFixture.textSTL.replacing("endsolid test", with: "")
    #expect(ScanFixture.failure(cut)?.problem == .malformed("the text ends early after 4 triangles"))
    #expect(ScanFixture.failure("solid a\nendsolid a\n")?.problem == .malformed("the solid holds no triangle"))
  }
}
