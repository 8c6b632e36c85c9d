import OrthoticCore

/// Writes PLY, binary little endian: single-precision vertices, then triangles.
public enum PLYWriter {
  /// The file content for a mesh in mm; coordinates in single precision, facets in their order.
  public static func bytes(_ mesh: Mesh) -> [UInt8] {
    let header = """
      ply
      format binary_little_endian 1.0
      comment orthotic, unit mm
      element vertex \(mesh.vertices.count)
      property float x
      property float y
      property float z
      element face \(mesh.triangles.count)
      property list uchar int vertex_indices
      end_header

      """
    var bytes = Array(header.utf8)
    bytes.reserveCapacity(bytes.count + 12 * mesh.vertices.count + 13 * mesh.triangles.count)
    for vertex in mesh.vertices {
      for value in [vertex.x, vertex.y, vertex.z] { append((Float(value) + 0).bitPattern, to: &bytes) }
    }
    for triangle in mesh.triangles {
      bytes.append(3)
      append(triangle.a, to: &bytes)
      append(triangle.b, to: &bytes)
      append(triangle.c, to: &bytes)
    }
    return bytes
  }

  @inline(__always)
  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: word))
    bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    bytes.append(UInt8(truncatingIfNeeded: word >> 16))
    bytes.append(UInt8(truncatingIfNeeded: word >> 24))
  }
}
