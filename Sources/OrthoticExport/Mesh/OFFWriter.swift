import OrthoticCore

/// Writes OFF, the plain text format of geometry programs such as CGAL.
public enum OFFWriter {
  /// The file content for a mesh in mm; coordinates in single precision, facets in their order.
  public static func bytes(_ mesh: Mesh) -> [UInt8] {
    var text = TextBuffer(capacity: 40 * mesh.vertices.count + 24 * mesh.triangles.count + 64)
    text.append("OFF\n\(mesh.vertices.count) \(mesh.triangles.count) 0\n")
    for vertex in mesh.vertices { text.appendLine("", vertex) }
    for triangle in mesh.triangles { text.appendLine("3 ", triangle.a, triangle.b, triangle.c) }
    return text.bytes
  }
}
