import OrthoticCore
import Testing

@Suite struct PointTableReaderTests {
  private let expected = [Vector3(1.5, -2, 3), Vector3(4, 5.25, 6), Vector3(7, 8, 9e-2)]

  @Test(
    "reads tables in every spelling",
    arguments: [
      "1.5 -2 3\n4 5.25 6\n7 8 9e-2", "1.5\t-2\t3\r\n4\t5.25\t6\r\n7\t8\t9e-2\r\n", "1.5,-2,3\n4,5.25,6\n7,8,9e-2\n",
      "1.5, -2, 3\n4, 5.25, 6\n7, 8, 9e-2\n", "1.5;-2;3\n4;5.25;6\n7;8;9e-2\n", "1,5;-2;3\n4;5,25;6\n7;8;9e-2\n",
      "1,5 -2 3\n4 5,25 6\n7 8 9e-2\n", "  1.5 -2 3 \n\n# note\n4 5.25 6\n7 8 9e-2\n\n",
      "X,Y,Z\n1.5,-2,3\n4,5.25,6\n7,8,9e-2\n",
      "//X Y Z\n1.5 -2 3\n4 5.25 6\n7 8 9e-2\n", "3\n1.5 -2 3 0 1 2 3\n4 5.25 6 0 1 2 3\n7 8 9e-2 0 1 2 3\n",
      "\u{feff}1.5 -2 3\n4 5.25 6\n7 8 9e-2\n", "1.5 -2 3 0 0 1\n4 5.25 6 0 0 1\n7 8 9e-2 0 0 1\n",
      "id;x [mm];y [mm];z [mm]\n1;1,5;-2;3\n2;4;5,25;6\n3;7;8;9e-2\n",
      "1.5 -2 3\n4 5.25 6\n7 8 9e-2\n\u{1a}",
      "2\n1.5 -2 3\n4 5.25 6\n1\n7 8 9e-2\n", "Y;X;Z\n-2;1.5;3\n5.25;4;6\n8;7;9e-2\n",
    ])
  func readsTablesInEvery(text: String) throws {
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.points == expected)
  }

  @Test("takes zero bytes behind the text for its end") func zeroBytes() throws {
    let text = (0..<500).map { "\($0).5 -2 3\n" }.joined()
    #expect(try ScanReader.read(ScanFixture.file(text + "\u{0}\u{0}")).points.count == 500)
  }

  @Test("leaves out a column that only counts") func leavesOutAColumn() throws {
    let text = (1...6).map { "\($0) \($0).5 2 -3\n" }.joined()
    #expect(try ScanReader.read(ScanFixture.file(text)).points[2] == Vector3(3.5, 2, -3))
    // A first column that does not count is x.
    let other = (1...6).map { "\($0 * $0) \($0).5 2 -3\n" }.joined()
    #expect(try ScanReader.read(ScanFixture.file(other)).points[2] == Vector3(9, 3.5, 2))
  }

  @Test("keeps non-finite coordinates") func keepsNonFiniteCoordinates() throws {
    let scan = try ScanReader.read(
      ScanFixture.file("1 2 3\nnan NaN nan\n1 inf 3\n-nan(ind) nan -1.#IND00\n1.#QNAN 1.#INF00 2\n1 2 3\n"))
    #expect(scan.points.count == 6)
    #expect(scan.points[3].x.isNaN && scan.points[3].z.isNaN && scan.points[4].x.isNaN)
    #expect(scan.points[4].y == .infinity && scan.points[4].z == 2)
    #expect(scan.points[1].x.isNaN)
    #expect(scan.points[2].y == .infinity)
  }

  @Test(
    "says which row is broken",
    arguments: [
      ("1 2 3\n4 5\n7 8 9\n", 2), ("1 2 3\n4 5 6\n\n7 oops 9\n", 4), ("1,2,3\n4,,6\n", 2), ("1 2 3\n4 5 6x\n", 2),
    ])
  func saysWhichRow(text: String, line: Int) {
    let error = ScanFixture.failure(text)
    #expect(error?.problem == .malformed("a row has no three numbers"))
    #expect(error?.place == .line(line))
  }

  @Test(
    "refuses counts that the rows contradict",
    arguments: ["0", "-1", "4", "1000000000000000000", "9223372036854775807"])
  func refusesCounts(count: String) {
    #expect(ScanFixture.failure("\(count)\n1 2 3\n4 5 6\n7 8 9\n") != nil)
  }
}
