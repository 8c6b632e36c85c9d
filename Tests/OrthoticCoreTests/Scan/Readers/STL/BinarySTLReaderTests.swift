import OrthoticCore
import ParametricFoot
import Testing

@Suite struct BinarySTLReaderTests {
  private func withCount(_ count: UInt32) -> [UInt8] {
    var bytes = ScanFixture.binarySTL
    bytes.replaceSubrange(80..<84, with: ScanFixture.littleEndian(count))
    return bytes
  }

  @Test("refuses counts that the file cannot hold") func refusesCounts() {
    #expect(ScanFixture.failure(withCount(5))?.problem == .truncated(expected: 334, found: 284))
    let most = ScanFixture.failure(withCount(.max - 1))
    #expect(most?.problem == .truncated(expected: 84 + 50 * Int(UInt32.max - 1), found: 284))
    #expect(most?.place == .byte(284))
  }

  @Test("counts the triangles itself where the header states none") func countsItself() throws {
    var bytes = ScanFixture.binarySTL
    bytes.replaceSubrange(80..<84, with: [0, 0, 0, 0])
    #expect(try ScanReader.read(ScanFixture.file(bytes)).triangles.count == 4)
    // All ones are what a program leaves that could not go back to write the count.
    #expect(try ScanReader.read(ScanFixture.file(withCount(.max))).triangles.count == 4)
    #expect(ScanFixture.failure(Array(bytes.dropLast())) != nil)
  }

  @Test("refuses a count of nothing") func refusesACount() {
    let error = ScanFixture.failure(Array(withCount(0)[..<84]))
    #expect(error?.problem == .malformed("the header declares 0 triangles"))
    #expect(error?.place == .byte(80))
  }

  @Test("tolerates bytes behind the last triangle") func toleratesBytesBehind() throws {
    let scan = try ScanReader.read(ScanFixture.file(ScanFixture.binarySTL + [1, 2, 3]))
    #expect(scan.triangles.count == 4)
  }

  @Test("welds negative zero and keeps NaN") func weldsNegativeZero() throws {
    var bytes = ScanFixture.binarySTL
    // The first corner is the origin, which other triangles name too.
    bytes.replaceSubrange(96..<100, with: ScanFixture.float(-0.0))
    #expect(try ScanReader.read(ScanFixture.file(bytes)).points.count == 4)
    bytes.replaceSubrange(96..<100, with: ScanFixture.float(.nan))
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.points.count == 5)
    #expect(scan.points[0].x.isNaN)
  }

  @Test("welds like a dictionary on random triangles") func weldsLikeADictionary() throws {
    var random = SplitMix64(seed: 3)
    var corners: [SIMD3<Float>] = []
    for _ in 0..<6000 {
      // Few different values, so that most corners meet others.
      corners.append(SIMD3((0..<3).map { _ in Float(Int.random(in: -6...6, using: &random)) / 8 }))
    }
    for _ in 0..<3000 { corners.append(SIMD3((0..<3).map { _ in Float.random(in: -1...1, using: &random) })) }
    corners.shuffle(using: &random)
    var bytes = [UInt8](repeating: 0, count: 80) + ScanFixture.littleEndian(UInt32(corners.count / 3))
    for start in stride(from: 0, to: corners.count, by: 3) {
      bytes += [UInt8](repeating: 0, count: 12)
      for corner in corners[start..<(start + 3)] {
        bytes += ScanFixture.float(Double(corner.x)) + ScanFixture.float(Double(corner.y))
        bytes += ScanFixture.float(Double(corner.z))
      }
      bytes += [0, 0]
    }
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    var numbers: [SIMD3<Float>: UInt32] = [:]
    var order: [SIMD3<Float>] = []
    let expected = corners.map { corner in
      if let number = numbers[corner] { return number }
      numbers[corner] = UInt32(order.count)
      order.append(corner)
      return UInt32(order.count - 1)
    }
    #expect(scan.triangles.flatMap { [$0.a, $0.b, $0.c] } == expected)
    #expect(scan.points == order.map { Vector3(Double($0.x), Double($0.y), Double($0.z)) })
  }
}
