import OrthoticCore
import OrthoticExport
import ParametricFoot
import Testing

@Suite struct STLWriterTests {
  static let tetrahedron = Mesh(
    vertices: [Vector3(0, 0, 0), Vector3(10, 0, 0), Vector3(0, 10, 0), Vector3(0, 0, 10)],
    triangles: [Triangle(0, 2, 1), Triangle(0, 1, 3), Triangle(0, 3, 2), Triangle(1, 2, 3)])

  private func float(_ bytes: [UInt8], _ offset: Int) -> Float {
    Float(
      bitPattern: UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
        | UInt32(bytes[offset + 3]) << 24)
  }

  @Test("binary STL holds a header, the count, and fifty bytes per triangle") func binarySTLHolds() {
    let bytes = STLWriter.binary(Self.tetrahedron)
    #expect(bytes.count == 84 + 4 * 50)
    #expect(bytes[80] == 4 && bytes[81] == 0 && bytes[82] == 0 && bytes[83] == 0)
    #expect(!bytes.starts(with: "solid".utf8))
    // The first facet lies in z = 0 and faces down.
    #expect((0..<3).map { float(bytes, 84 + 4 * $0) } == [0, 0, -1])
    #expect((0..<3).map { float(bytes, 84 + 24 + 4 * $0) } == [0, 10, 0])
  }

  @Test("negative zero is written as zero") func negativeZeroIsWritten() {
    let bytes = STLWriter.binary(Self.tetrahedron.mirroredAcrossX)
    for offset in stride(from: 84, to: bytes.count, by: 50) {
      for value in 0..<12 where float(bytes, offset + 4 * value) == 0 {
        #expect(bytes[offset + 4 * value + 3] == 0)
      }
    }
  }

  @Test("ASCII STL names each corner with the shortest decimals") func asciiSTLNamesEach() {
    let mesh = Mesh(
      vertices: [Vector3(0.1, 0, 0), Vector3(1, 0, 0), Vector3(0, 1e-7, 2.5)], triangles: [Triangle(0, 1, 2)])
    let text = String(decoding: STLWriter.ascii(mesh), as: UTF8.self)
    #expect(text.hasPrefix("solid orthotic\n  facet normal "))
    #expect(text.contains("      vertex 0.1 0.0 0.0\n"))
    #expect(text.contains("      vertex 0.0 1e-07 2.5\n"))
    #expect(text.hasSuffix("  endfacet\nendsolid orthotic\n"))
  }
}
