import OrthoticCore

/// Writes meshes to files.
public enum MeshFile {
  /// The file content for a mesh.
  public static func bytes(of mesh: Mesh, as format: MeshFormat) -> [UInt8] {
    switch format {
    case .stl: STLWriter.binary(mesh)
    case .stlASCII: STLWriter.ascii(mesh)
    case .threeMF: ThreeMFWriter(solid: mesh).bytes()
    case .obj: OBJWriter.bytes(mesh)
    case .ply: PLYWriter.bytes(mesh)
    case .off: OFFWriter.bytes(mesh)
    }
  }

  /// Writes a mesh, whole or not at all; returns the bytes as written.
  @discardableResult
  public static func write(_ mesh: Mesh, to path: String, as format: MeshFormat) throws(OutputError) -> [UInt8] {
    let content = bytes(of: mesh, as: format)
    try AtomicFile.write(content, to: path)
    return content
  }

  /// Whether a file's content, read again, is the sound solid that it was made from.
  ///
  /// Closed, manifold, outward, no triangle without area, and no two vertices that single precision makes one. Binary
  /// STL is compared corner by corner; the others are read as a scan would be.
  public static func isSound(_ bytes: [UInt8], as format: MeshFormat, of mesh: Mesh) -> Bool {
    switch format {
    case .stl:
      return WrittenSTL(bytes: bytes, mesh: mesh).verdict().isSound
    case .stlASCII, .obj, .ply, .off, .threeMF:
      guard let scan = try? ScanReader.read(InputFile(name: "mesh.\(format.rawValue)", bytes: bytes)) else {
        return false
      }
      let report = MeshCheck.quick.report(on: Mesh(vertices: scan.points, triangles: scan.triangles))
      return report.isSound && report.triangles == mesh.triangles.count && report.vertices == mesh.vertices.count
    }
  }
}
