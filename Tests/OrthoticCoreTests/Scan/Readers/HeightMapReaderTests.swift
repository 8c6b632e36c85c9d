import OrthoticCore
import Testing

@Suite struct HeightMapReaderTests {
  private func map(_ offset: Int, _ value: [UInt8]) -> [UInt8] {
    var bytes = ScanFixture.heightMap
    bytes.replaceSubrange(offset..<(offset + value.count), with: value)
    return bytes
  }

  @Test("places cells and leaves out the background") func placesCellsAndLeaves() throws {
    let scan = try ScanReader.read(ScanFixture.file(ScanFixture.heightMap))
    #expect(scan.format == "PS2D")
    #expect(scan.millimetresPerUnit == 1)
    let expected = [Vector3(1, 0, 0), Vector3(0.5, 0, 1), Vector3(0, 0, 2), Vector3(1, 0.5, 3), Vector3(0.5, 0.5, 4)]
    for (point, wanted) in zip(scan.points, expected) { #expect((point - wanted).length < 1e-6) }
    #expect(scan.points.count == 5)
    #expect(scan.triangles == [Triangle(0, 1, 4), Triangle(0, 4, 3)])
  }

  @Test("leaves out facets on walls") func leavesOutFacets() throws {
    let scan = try ScanReader.read(ScanFixture.file(map(512, ScanFixture.littleEndian(UInt16(900)))))
    #expect(scan.points.count == 5)
    #expect(scan.triangles.isEmpty)
  }

  @Test(
    "refuses impossible headers",
    arguments: [
      (12, ScanFixture.littleEndian(UInt32(0))), (12, ScanFixture.littleEndian(UInt32.max)),
      (12, [UInt8](repeating: 255, count: 8)),
      (16, ScanFixture.littleEndian(UInt32(3))), (32, ScanFixture.float(0)), (36, ScanFixture.float(.nan)),
      (40, ScanFixture.float(-1)), (40, ScanFixture.float(.infinity)),
    ])
  func refusesImpossibleHeaders(offset: Int, value: [UInt8]) {
    #expect(ScanFixture.failure(map(offset, value)) != nil)
  }

  @Test("says how many bytes are missing") func saysHowManyBytes() {
    let bytes = ScanFixture.heightMap
    #expect(ScanFixture.failure(bytes.dropLast(1))?.problem == .truncated(expected: 524, found: 523))
    #expect(ScanFixture.failure(bytes.prefix(100))?.problem == .truncated(expected: 512, found: 100))
  }

  @Test("refuses a map of nothing") func refusesAMap() {
    let bytes = ScanFixture.heightMap.prefix(512) + [UInt8](repeating: 255, count: 12)
    #expect(ScanFixture.failure(bytes)?.problem == .malformed("holds no point"))
  }
}
