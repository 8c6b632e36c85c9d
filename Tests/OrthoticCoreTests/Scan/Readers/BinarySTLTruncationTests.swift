import OrthoticCore
import Testing

@Suite struct BinarySTLTruncationTests {
  /// A file that says it has some facets and holds others.
  private func file(saying count: UInt32, holding facets: Int, coordinate: Float) -> InputFile {
    var bytes = [UInt8](repeating: 0, count: 80)
    func append(_ bits: UInt32) {
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(bits >> shift & 0xFF)) }
    }
    append(count)
    for _ in 0..<facets {
      for _ in 0..<12 { append(coordinate.bitPattern) }
      bytes += [0, 0]
    }
    return InputFile(name: "scan.stl", bytes: bytes)
  }

  @Test(
    "says how many bytes are missing from a binary STL that ends early", arguments: [UInt32(11), 1000, UInt32.max - 1])
  func truncated(count: UInt32) {
    let broken = file(saying: count, holding: 10, coordinate: 12.5)
    let error = #expect(throws: InputError.self) { try ScanReader.read(broken) }
    #expect(error?.problem == .truncated(expected: 84 + 50 * Int(count), found: 584))
    #expect(error?.place == .byte(584))
  }

  @Test("leaves alone what is no STL", arguments: [Float.nan, .infinity, 1e30, 1e-30])
  func otherContent(coordinate: Float) {
    let other = file(saying: 1000, holding: 10, coordinate: coordinate)
    let error = #expect(throws: InputError.self) { try ScanReader.read(other) }
    #expect(error?.problem == .unsupported("is no scan format known here"))
  }
}
