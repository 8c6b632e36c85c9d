import OrthoticCore

/// Writes meshes to files.
public enum MeshFile {
  /// The file content for a mesh.
  public static func bytes(of mesh: Mesh, as format: MeshFormat) -> [UInt8] {
    switch format {
    case .stl: STLWriter.binary(mesh)
    case .stlASCII: STLWriter.ascii(mesh)
    }
  }

  /// Writes a mesh, whole or not at all; returns the bytes as written.
  @discardableResult
  public static func write(_ mesh: Mesh, to path: String, as format: MeshFormat) throws(OutputError) -> [UInt8] {
    let content = bytes(of: mesh, as: format)
    try AtomicFile.write(content, to: path)
    return content
  }
}
