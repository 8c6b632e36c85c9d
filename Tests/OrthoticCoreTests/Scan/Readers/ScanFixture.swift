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

  static var bigEndianPLY: [UInt8] {
    var bytes = Array(
      """
      ply
      format binary_big_endian 1.0
      obj_info doubles, extra properties, another order, a list among the vertices
      element vertex 4
      property uchar red
      property double z
      property double x
      property list uchar short rings
      property double y
      element edge 1
      property int vertex1
      property int vertex2
      element face 4
      property float quality
      property list uint ushort vertex_index
      end_header

      """.utf8)
    func double(_ value: Double) -> [UInt8] { littleEndian(value.bitPattern).reversed() }
    for point in points { bytes += [255] + double(point.z) + double(point.x) + [2, 1, 2, 3, 4] + double(point.y) }
    bytes += [UInt8](repeating: 7, count: 8)
    for triangle in triangles {
      bytes += [0, 0, 0, 0, 0, 0, 0, 3]
      for corner in [triangle.a, triangle.b, triangle.c] { bytes += littleEndian(UInt16(corner)).reversed() }
    }
    return bytes
  }

  static var off: String {
    var text = "COFF # colours\n4 4 6\n"
    for point in points { text += "\(point.x) \(point.y) \(point.z) 255 0 0 255\n" }
    for triangle in triangles { text += "3 \(triangle.a) \(triangle.b) \(triangle.c)\n" }
    return text
  }

  static func pcdHeader(_ encoding: String) -> String {
    """
    # .PCD v0.7 - Point Cloud Data file format
    VERSION 0.7
    FIELDS rgb x y z normal
    SIZE 1 4 8 4 4
    TYPE U F F F F
    COUNT 1 1 1 1 2
    WIDTH 4
    HEIGHT 1
    VIEWPOINT 0 0 0 1 0 0 0
    POINTS 4
    DATA \(encoding)

    """
  }

  static var textPCD: String {
    pcdHeader("ascii") + points.map { "9 \($0.x) \($0.y) \($0.z) 0 1\n" }.joined()
  }

  static var binaryPCD: [UInt8] {
    var bytes = Array(pcdHeader("binary").utf8)
    for point in points {
      bytes += [9] + float(point.x) + littleEndian(point.y.bitPattern) + float(point.z) + float(0) + float(1)
    }
    return bytes
  }

  static var compressedPCD: [UInt8] {
    var content: [UInt8] = [9, 9, 9, 9]
    for point in points { content += float(point.x) }
    for point in points { content += littleEndian(point.y.bitPattern) }
    for point in points { content += float(point.z) }
    content += [UInt8](repeating: 0, count: 32)
    // The first byte, its repetition, then literal runs, then the zeros as one overlapping reference.
    var packed: [UInt8] = [0, 9, 1 << 5, 0]
    let literal = Array(content[4..<(content.count - 31)])
    for start in stride(from: 0, to: literal.count, by: 32) {
      let run = literal[start..<min(start + 32, literal.count)]
      packed += [UInt8(run.count - 1)] + run
    }
    packed += [7 << 5, 31 - 9, 0]
    return Array(pcdHeader("binary_compressed").utf8) + littleEndian(UInt32(packed.count))
      + littleEndian(UInt32(content.count)) + packed
  }

  /// 3 × 2 cells of 0.5 mm, 0.01 mm per unit; the last cell is background.
  static var heightMap: [UInt8] {
    var bytes = Array("PCSC001\r\n\u{1a}".utf8) + [0, 0]
    bytes += littleEndian(UInt32(3)) + littleEndian(UInt32(2))
    bytes += [UInt8](repeating: 0, count: 32 - bytes.count) + float(0.5) + float(0.5) + float(0.01)
    bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
    for value: UInt16 in [0, 100, 200, 300, 400, 65535] { bytes += littleEndian(value) }
    return bytes
  }

  static var package: [UInt8] {
    ZipFixture.archive([("A_Links_1.sca", heightMap), ("A_Rechts_1.sca", heightMap), ("A_Links_1.his", [1, 2, 3])])
  }

  /// A sound file of every kind.
  static var all: [(name: String, bytes: [UInt8])] {
    [
      ("binary PLY", binaryPLY), ("big endian PLY", bigEndianPLY), ("text PLY", Array(textPLY.utf8)),
      ("binary STL", binarySTL), ("text STL", Array(textSTL.utf8)), ("OBJ", Array(obj.utf8)), ("OFF", Array(off.utf8)),
      ("text PCD", Array(textPCD.utf8)), ("binary PCD", binaryPCD), ("compressed PCD", compressedPCD),
      ("height map", heightMap), ("package", package), ("point table", Array(cloud.utf8)),
      ("PTS", Array("4\n\(cloud)".utf8)), ("titled table", Array("id;x;y;z\n1;0,5;1,5;2\n2;3;4;5\n".utf8)),
      ("archive", ZipFixture.archive([("foot.ply", binaryPLY)], deflated: false)),
    ]
  }
}
