import OrthoticCore

/// Writes Wavefront OBJ: vertices and triangles as text, vertices counted from 1.
public enum OBJWriter {
  /// The file content for a mesh in mm; coordinates in single precision, facets in their order.
  public static func bytes(_ mesh: Mesh) -> [UInt8] {
    var text = TextBuffer(capacity: 40 * mesh.vertices.count + 24 * mesh.triangles.count + 64)
    text.append("# orthotic, unit mm\n")
    for vertex in mesh.vertices { text.appendLine("v ", vertex) }
    for triangle in mesh.triangles { text.appendLine("f ", triangle.a + 1, triangle.b + 1, triangle.c + 1) }
    return text.bytes
  }
}
