import OrthoticCore
import Testing

@Suite struct PCDReaderTests {
  @Test("keeps the holes of an organized cloud") func keepsTheHoles() throws {
    let text = ScanFixture.textPCD.replacing("9 1.5 0.0 0.0", with: "9 nan nan nan")
    let scan = try ScanReader.read(ScanFixture.file(text))
    #expect(scan.points.count == 4)
    #expect(scan.points[1].x.isNaN)
  }

  @Test("counts points by width and height") func countsPointsByWidth() throws {
    let text = ScanFixture.textPCD.replacing("POINTS 4\n", with: "").replacing(
      "WIDTH 4\nHEIGHT 1", with: "WIDTH 2\nHEIGHT 2")
    #expect(try ScanReader.read(ScanFixture.file(text)).points == ScanFixture.points)
  }

  @Test("refuses impossible counts", arguments: ["0", "-1", "5", "1000000000000000000", "9223372036854775807", "x"])
  func refusesImpossibleCounts(count: String) {
    for bytes in [Array(ScanFixture.textPCD.utf8), ScanFixture.binaryPCD, ScanFixture.compressedPCD] {
      let header = String(decoding: bytes, as: UTF8.self).utf8.count == bytes.count
      guard let range = bytes.firstRange(of: Array("POINTS 4".utf8)) else { continue }
      let broken = bytes[..<range.lowerBound] + Array("POINTS \(count)".utf8) + bytes[range.upperBound...]
      #expect(ScanFixture.failure(Array(broken)) != nil, "\(count) points, text: \(header)")
    }
  }

  @Test(
    "refuses broken headers",
    arguments: [
      ("FIELDS rgb x y z normal", "FIELDS rgb x y w normal"), ("SIZE 1 4 8 4 4", "SIZE 1 4 8 4"),
      ("SIZE 1 4 8 4 4", "SIZE 1 4 3 4 4"), ("COUNT 1 1 1 1 2", "COUNT 1 1 1 1 -2"), ("DATA ascii", "DATA zipped"),
      ("COUNT 1 1 1 1 2", "COUNT 1 0 1 1 2"), ("TYPE U F F F F", "TYPE U Q F F F"), ("VIEWPOINT", "VEWPOINT"),
    ])
  func refusesBrokenHeaders(line: String, broken: String) {
    #expect(ScanFixture.failure(ScanFixture.textPCD.replacing(line, with: broken)) != nil)
  }

  @Test("says how many bytes are missing") func saysHowManyBytes() {
    let bytes = ScanFixture.binaryPCD
    #expect(
      ScanFixture.failure(bytes.dropLast(3))?.problem == .truncated(expected: bytes.count, found: bytes.count - 3))
  }

  @Test("refuses damaged packing") func refusesDamagedPacking() {
    let bytes = ScanFixture.compressedPCD
    let start = ScanFixture.pcdHeader("binary_compressed").utf8.count
    var states = bytes
    states[start + 4] += 1
    #expect(ScanFixture.failure(states)?.problem == .malformed("the body states 101 bytes for 4 points"))
    var reaches = bytes
    // A reference to before the first byte.
    reaches[start + 11] = 200
    #expect(ScanFixture.failure(reaches)?.problem == .malformed("the packed points are damaged"))
  }
}

extension ScanFixture {
  static func failure(_ bytes: ArraySlice<UInt8>) -> InputError? { failure(Array(bytes)) }
}
