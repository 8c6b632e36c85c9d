import OrthoticCore
import Testing

@Suite struct ScanReaderTests {
  @Test(arguments: [
    ("PLY binary little endian", ScanFixture.binaryPLY), ("PLY ascii", Array(ScanFixture.textPLY.utf8)),
    ("OBJ", Array(ScanFixture.obj.utf8)),
  ])
  func readsAMeshByContent(format: String, bytes: [UInt8]) throws {
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.format == format)
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles == ScanFixture.triangles)
  }

  @Test(arguments: [("STL binary", ScanFixture.binarySTL), ("STL ASCII", Array(ScanFixture.textSTL.utf8))])
  func weldsTheCornersOfSTL(format: String, bytes: [UInt8]) throws {
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.format == format)
    #expect(scan.points == [0, 2, 1, 3].map { ScanFixture.points[$0] })
    #expect(scan.triangles.first == Triangle(0, 1, 2))
    #expect(scan.triangles.count == 4)
  }

  @Test func readsAPointTable() throws {
    let scan = try ScanReader.read(ScanFixture.file(ScanFixture.cloud))
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles.isEmpty)
  }
}
