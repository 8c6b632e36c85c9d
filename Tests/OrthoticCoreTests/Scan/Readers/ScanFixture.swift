import OrthoticCore

/// A small mesh written in every format by a few lines of test code.
enum ScanFixture {
  /// Four corners with coordinates that float32 holds exactly.
  static let points = [Vector3(0, 0, 0), Vector3(1.5, 0, 0), Vector3(0, -2.25, 0), Vector3(0, 0, 3)]
  /// The tetrahedron over them.
  static let triangles = [Triangle(0, 2, 1), Triangle(0, 1, 3), Triangle(1, 2, 3), Triangle(2, 0, 3)]

  static func file(_ text: String) -> InputFile { InputFile(name: "test", bytes: Array(text.utf8)) }
  static func file(_ bytes: [UInt8]) -> InputFile { InputFile(name: "test", bytes: bytes) }

  static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func float(_ value: Double) -> [UInt8] { littleEndian(Float(value).bitPattern) }

  static var binaryPLY: [UInt8] {
    var bytes = Array(
      """
      ply
      format binary_little_endian 1.0
      element vertex 4
      property float x
      property float y
      property float z
      element face 4
      property list uchar int vertex_indices
      end_header

      """.utf8)
    for point in points { bytes += float(point.x) + float(point.y) + float(point.z) }
    for triangle in triangles {
      bytes += [3] + littleEndian(triangle.a) + littleEndian(triangle.b) + littleEndian(triangle.c)
    }
    return bytes
  }

  static var textPLY: String {
    """
    ply
    format ascii 1.0
    comment made by a test
    element vertex 4
    property float x
    property float y
    property float z
    element face 4
    property list uchar int vertex_indices
    end_header
    0 0 0
    1.5 0 0
    0 -2.25 0
    0 0 3
    3 0 2 1
    3 0 1 3
    3 1 2 3
    3 2 0 3

    """
  }

  static var binarySTL: [UInt8] {
    var bytes = Array("solid is a lie".utf8)
    bytes += [UInt8](repeating: 0, count: 80 - bytes.count) + littleEndian(UInt32(triangles.count))
    for triangle in triangles {
      bytes += [UInt8](repeating: 0, count: 12)
      for corner in [triangle.a, triangle.b, triangle.c] {
        let point = points[Int(corner)]
        bytes += float(point.x) + float(point.y) + float(point.z)
      }
      bytes += [0, 0]
    }
    return bytes
  }

  static var textSTL: String {
    var text = "solid test\n"
    for triangle in triangles {
      text += "facet normal 0 0 1\n outer loop\n"
      for corner in [triangle.a, triangle.b, triangle.c] {
        let point = points[Int(corner)]
        text += "  vertex \(point.x) \(point.y) \(point.z)\n"
      }
      text += " endloop\nendfacet\n"
    }
    return text + "endsolid test\n"
  }

  static var obj: String {
    var text = "# made by a test\n"
    for point in points { text += "v \(point.x) \(point.y) \(point.z)\n" }
    for triangle in triangles { text += "f \(triangle.a + 1) \(triangle.b + 1) \(triangle.c + 1)\n" }
    return text
  }

  static var cloud: String { points.map { "\($0.x) \($0.y) \($0.z)\n" }.joined() }
}
