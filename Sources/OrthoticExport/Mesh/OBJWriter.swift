import OrthoticCore

/// Writes Wavefront OBJ: vertices and triangles as text, vertices counted from 1.
public enum OBJWriter {
  /// The file content.
  public static func bytes(_ mesh: Mesh) -> [UInt8] {
    var text = TextBuffer(capacity: 40 * mesh.vertices.count + 24 * mesh.triangles.count + 64)
    text.append("# orthotic, unit mm\n")
    for vertex in mesh.vertices {
      text.append("v ")
      text.append(vertex.x)
      text.append(" ")
      text.append(vertex.y)
      text.append(" ")
      text.append(vertex.z)
      text.append("\n")
    }
    for triangle in mesh.triangles {
      text.append("f ")
      text.append(triangle.a + 1)
      text.append(" ")
      text.append(triangle.b + 1)
      text.append(" ")
      text.append(triangle.c + 1)
      text.append("\n")
    }
    return text.bytes
  }
}
