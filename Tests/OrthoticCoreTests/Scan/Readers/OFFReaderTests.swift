import OrthoticCore
import Testing

@Suite struct OFFReaderTests {
  @Test("reads counts beside the keyword and comments") func readsCountsBeside() throws {
    let text = "OFF 4 1\n# a comment\n0 0 0\n1.5 0 0 # x\n\n0 -2.25 0\n0 0 3\n4 0 1 2 3 0.5 0.5 0.5\n"
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles == [Triangle(0, 1, 2), Triangle(0, 2, 3)])
  }

  @Test("reads a file without its word, and no table of points as one") func withoutWord() throws {
    let text = "4 1 0\n0 0 0\n1.5 0 0\n0 -2.25 0\n0 0 3\n4 0 1 2 3\n"
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.format == "OFF")
    #expect(scan.points == ScanFixture.points && scan.triangles == [Triangle(0, 1, 2), Triangle(0, 2, 3)])
    let table = "4 1 0\n0 0 0\n1.5 0 0\n0 -2.25 0\n0 0 3\n1 1 1\n"
    #expect(try ScanReader.read(ScanFixture.file(table)).points.count == 6)
  }

  @Test(
    "refuses broken files",
    arguments: [
      "OFF", "OFF\n", "OFF\n4 4", "OFF\n0 0 0\n", "OFF\n-1 4 0\n0 0 0", "OFF\n1000000000000000000 1 0\n0 0 0",
      "OFF\n3 1000000000000000000 0\n0 0 0\n1 0 0\n0 1 0\n", "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 3",
      "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 -1", "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1",
      "OFF\n3 0 0\n0 0\n1 0 0\n0 1 0",
      "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n-3 0 1 2", "OFF BINARY\n",
      "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n9223372036854775807 0 1",
    ])
  func refusesBrokenFiles(text: String) { #expect(ScanFixture.failure(text) != nil) }

  @Test("says which line is broken") func saysWhichLine() {
    let error = ScanFixture.failure("OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 7\n")
    #expect(error?.problem == .malformed("a face names vertex 7"))
    #expect(error?.place == .line(6))
    let early = ScanFixture.failure("OFF\n3 1 0\n0 0 0\n1 0 0\n")
    #expect(early?.problem == .malformed("the text ends early"))
    #expect(early?.expected == "3 vertices")
  }
}
