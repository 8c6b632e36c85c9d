import OrthoticCore
import Testing

@Suite struct PLYReaderTests {
  private func text(vertices: String = "4", faces: String = "4", type: String = "float") -> String {
    ScanFixture.textPLY.replacing("element vertex 4", with: "element vertex \(vertices)")
      .replacing("element face 4", with: "element face \(faces)").replacing("float x", with: "\(type) x")
  }

  private func binary(vertices: String = "4", faces: String = "4") -> [UInt8] {
    let body = ScanFixture.binaryPLY.count - (4 * 12 + 4 * 13)
    let header = String(decoding: ScanFixture.binaryPLY[..<body], as: UTF8.self)
      .replacing("element vertex 4", with: "element vertex \(vertices)")
      .replacing("element face 4", with: "element face \(faces)")
    return Array(header.utf8) + ScanFixture.binaryPLY[body...]
  }

  @Test("reads element names in capitals") func capitals() throws {
    let capitals = text().replacing("element vertex", with: "element VERTEX").replacing("float x", with: "float X")
    #expect(try ScanReader.read(ScanFixture.file(capitals)).points == ScanFixture.points)
  }

  @Test("reads a cloud without faces") func readsACloud() throws {
    let cloud = text().split(separator: "\n").filter { !$0.contains("face") && !$0.contains("list") }
    let lines = cloud.filter { !$0.hasPrefix("3 ") }
    let scan = try ScanReader.read(ScanFixture.file(lines.joined(separator: "\r\n")))
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles.isEmpty)
  }

  @Test("cuts polygons into fans and leaves out short ones") func cutsPolygonsIntoFans() throws {
    var lines = text(faces: "3").split(separator: "\n").map(String.init)
    lines.replaceSubrange((lines.count - 4)..., with: ["4 0 1 2 3", "2 0 1", "0"])
    let scan = try ScanReader.read(ScanFixture.file(lines.joined(separator: "\n")))
    #expect(scan.triangles == [Triangle(0, 1, 2), Triangle(0, 2, 3)])
  }

  @Test("keeps non-finite coordinates") func keepsNonFiniteCoordinates() throws {
    let scan = try ScanReader.read(ScanFixture.file(text().replacing("1.5 0 0", with: "nan inf -inf")))
    #expect(scan.points[1].x.isNaN)
    #expect(scan.points[1].y == .infinity)
    #expect(scan.points[1].z == -.infinity)
  }

  @Test(
    "refuses impossible counts",
    arguments: ["0", "-1", "1.5", "x", "1000000000000000000", "9223372036854775807", "99999999999999999999"])
  func refusesImpossibleCounts(count: String) {
    #expect(ScanFixture.failure(text(vertices: count)) != nil)
    #expect(ScanFixture.failure(binary(vertices: count)) != nil)
    if count != "0" {
      #expect(ScanFixture.failure(text(faces: count)) != nil)
      #expect(ScanFixture.failure(binary(faces: count)) != nil)
    }
  }

  @Test("says which line a header breaks at") func saysWhichLine() {
    let error = ScanFixture.failure(text(vertices: "-1"))
    #expect(error?.place == .line(4))
    #expect(error?.problem == .malformed("the header says \"element vertex -1\""))
    #expect(ScanFixture.failure(text(type: "quux"))?.place == .line(5))
    #expect(ScanFixture.failure("ply\nformat ascii 1.0\n")?.problem == .malformed("the header ends early"))
  }

  @Test("says how many bytes are missing") func saysHowManyBytes() {
    let bytes = ScanFixture.binaryPLY
    let cut = ScanFixture.failure(Array(bytes.dropLast(60)))
    #expect(cut?.problem == .truncated(expected: bytes.count - 52, found: bytes.count - 60))
    #expect(cut?.expected == "4 rows of vertex, as the header says")
    let faceless = ScanFixture.failure(Array(bytes.dropLast(1)))
    #expect(faceless?.problem == .truncated(expected: bytes.count, found: bytes.count - 1))
  }

  @Test("refuses a face that names no vertex") func refusesAFace() {
    let error = ScanFixture.failure(text().replacing("3 2 0 3", with: "3 2 0 4"))
    #expect(error?.problem == .malformed("a face names vertex 4"))
    #expect(error?.place == .line(18))
    #expect(error?.expected == "0 to 3")
    #expect(ScanFixture.failure(text().replacing("3 2 0 3", with: "3 2 0 -1")) != nil)
    var bytes = ScanFixture.binaryPLY
    bytes[bytes.count - 4] = 4
    #expect(ScanFixture.failure(bytes)?.problem == .malformed("a face names vertex 4"))
    #expect(ScanFixture.failure(bytes)?.place == .byte(bytes.count - 4))
  }

  @Test("refuses vertices without coordinates") func refusesVerticesWithoutCoordinates() {
    #expect(
      ScanFixture.failure(text().replacing("float z", with: "float w"))?.problem
        == .malformed("the vertices have no x, y and z"))
    #expect(
      ScanFixture.failure("ply\nformat ascii 1.0\nend_header\n")?.problem
        == .malformed("the header declares no vertices"))
  }

  @Test("refuses words among the numbers") func refusesWordsAmong() {
    let error = ScanFixture.failure(text().replacing("0 -2.25 0", with: "0 oops 0"))
    #expect(error?.problem == .malformed("there is no number"))
    #expect(error?.place == .line(13))
  }

  @Test("reads many plain faces and an odd one among them") func readsManyPlainFaces() throws {
    var header = "ply\nformat binary_little_endian 1.0\nelement vertex 3\nproperty double x\nproperty double y\n"
    header += "property double z\nelement face 1001\nproperty list uchar uint vertex_indices\nend_header\n"
    var bytes = Array(header.utf8) + [UInt8](repeating: 0, count: 72)
    for face in 0..<1001 {
      let corners: [UInt32] = face == 500 ? [0, 1, 2, 0] : [0, 1, 2]
      bytes += [UInt8(corners.count)] + corners.flatMap(ScanFixture.littleEndian)
    }
    #expect(try ScanReader.read(ScanFixture.file(bytes)).triangles.count == 1002)
  }
}
