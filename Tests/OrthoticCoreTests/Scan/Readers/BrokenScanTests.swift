import OrthoticCore
import ParametricFoot
import Testing

/// Whatever the bytes, a reader gives a scan whose indices are sound, or an error that says where, what and how to go on.
@Suite struct BrokenScanTests {
  private func check(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
    let sides: [Side?] = bytes.starts(with: Array("PK".utf8)) ? [nil, .left] : [nil]
    for side in sides {
      do throws(InputError) {
        let scan = try ScanReader.read(ScanFixture.file(bytes), side: side)
        let count = UInt32(scan.points.count)
        #expect(count > 0, "\(what())")
        #expect(scan.triangles.allSatisfy { $0.a < count && $0.b < count && $0.c < count }, "\(what())")
      } catch {
        #expect(!error.expected.isEmpty && !error.remedy.isEmpty && error.source.hasPrefix("test"), "\(what())")
      }
    }
  }

  @Test("survives every prefix") func survivesEveryPrefix() {
    for (name, bytes) in ScanFixture.all {
      for size in 0..<bytes.count { check(Array(bytes[..<size]), "\(name) cut to \(size) bytes") }
    }
  }

  @Test(
    "refuses every prefix of a binary format",
    arguments: [
      ScanFixture.binaryPLY, ScanFixture.bigEndianPLY, ScanFixture.binarySTL, Array(ScanFixture.textSTL.utf8),
      ScanFixture.binaryPCD, ScanFixture.compressedPCD, ScanFixture.heightMap, ScanFixture.package,
    ])
  func refusesEveryPrefix(bytes: [UInt8]) {
    // The line end behind `endsolid test` and its last letters are all that ASCII STL can miss.
    let needed = bytes.starts(with: Array("solid test".utf8)) ? bytes.count - 6 : bytes.count
    for size in 0..<needed { #expect(ScanFixture.failure(Array(bytes[..<size]), side: .left) != nil, "\(size) bytes") }
  }

  @Test("survives every flipped bit") func survivesEveryFlippedBit() {
    for (name, bytes) in ScanFixture.all {
      for index in bytes.indices {
        var broken = bytes
        broken[index] ^= 1 << UInt8(index % 8)
        check(broken, "\(name) with a bit of byte \(index) flipped")
      }
    }
  }

  @Test("survives random bytes") func survivesRandomBytes() {
    var random = SplitMix64(seed: 7)
    for size in 0..<400 {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(bytes, "\(size) random bytes")
    }
  }

  @Test("survives seeded mutations") func survivesSeededMutations() {
    var random = SplitMix64(seed: 11)
    let files = ScanFixture.all
    for round in 0..<3000 {
      let (name, bytes) = files[round % files.count]
      check(Mutation.mutated(bytes, using: &random), "\(name), round \(round)")
    }
  }
}
