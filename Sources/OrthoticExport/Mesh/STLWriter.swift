import OrthoticCore

/// Writes STL, the format that every slicer reads: loose triangles in single precision, no unit (millimetres by custom).
///
/// ```
///   80 bytes   header, not starting with "solid"
///    4 bytes   number of triangles n, little endian
///   n × 50     normal, three corners (12 floats), two bytes of nothing
/// ```
/// The same vertex is the same bits in each of its triangles, so that readers can weld them exactly; negative zero is
/// written as zero for the same reason.
public enum STLWriter {
  /// ASCII STL of a mesh in mm, with the shortest decimals that read back as the same floats.
  public static func ascii(_ mesh: Mesh, name: String = "orthotic") -> [UInt8] {
    let corners = mesh.vertices.map { SIMD3<Float>(Float($0.x) + 0, Float($0.y) + 0, Float($0.z) + 0) }
    let lines = corners.map { Array("      vertex \($0.x) \($0.y) \($0.z)\n".utf8) }
    var bytes = Array("solid \(name)\n".utf8)
    bytes.reserveCapacity(mesh.triangles.count * 230)
    let open = Array("    outer loop\n".utf8)
    let close = Array("    endloop\n  endfacet\n".utf8)
    for triangle in mesh.triangles {
      let n = normal(corners[Int(triangle.a)], corners[Int(triangle.b)], corners[Int(triangle.c)])
      bytes += "  facet normal \(n.x) \(n.y) \(n.z)\n".utf8
      bytes += open
      bytes += lines[Int(triangle.a)]
      bytes += lines[Int(triangle.b)]
      bytes += lines[Int(triangle.c)]
      bytes += close
    }
    bytes += "endsolid \(name)\n".utf8
    return bytes
  }

  /// Unit normal by the right-hand rule; zero for a triangle without area.
  @inline(__always)
  static func normal(_ a: SIMD3<Float>, _ b: SIMD3<Float>, _ c: SIMD3<Float>) -> SIMD3<Float> {
    let u = b - a
    let v = c - a
    let x = u.y * v.z - u.z * v.y
    let y = u.z * v.x - u.x * v.z
    let z = u.x * v.y - u.y * v.x
    let length = (x * x + y * y + z * z).squareRoot()
    guard length > 0 else { return SIMD3(0, 0, 0) }
    return SIMD3(x / length + 0, y / length + 0, z / length + 0)
  }
}
