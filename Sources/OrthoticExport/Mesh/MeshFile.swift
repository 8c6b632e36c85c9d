import OrthoticCore

/// Writes meshes to files.
public enum MeshFile {
  /// The file content for a mesh in mm; none of the formats but 3MF and the comments of OBJ and PLY name the unit.
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

  /// Writes a mesh in mm to a file, whole or not at all; `-` is standard output.
  ///
  /// - Returns: The bytes as written.
  /// - Throws: `OutputError` with the path, the system's reason and a remedy; what stood at the path is then unchanged.
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
    case .threeMF: return isSound3MF(bytes, of: [mesh])
    case .stlASCII, .obj, .ply, .off:
      guard let scan = try? ScanReader.read(InputFile(name: "mesh.\(format.rawValue)", bytes: bytes)) else {
        return false
      }
      let report = MeshCheck.quick.report(on: Mesh(vertices: scan.points, triangles: scan.triangles))
      return report.isSound && report.triangles == mesh.triangles.count && report.vertices == mesh.vertices.count
    }
  }

  /// Whether a 3MF file, read again, holds some bodies, each of them sound and with its facets.
  ///
  /// In the order of the bodies; volumes that only change settings are no bodies.
  package static func isSound3MF(_ bytes: [UInt8], of bodies: [Mesh]) -> Bool {
    guard let scan = try? ScanReader.read(InputFile(name: "device.3mf", bytes: bytes)) else { return false }
    let found = Mesh(vertices: scan.points, triangles: scan.triangles).bodies
    guard found.count == bodies.count else { return false }
    return zip(found, bodies).allSatisfy { found, body in
      let report = MeshCheck.quick.report(on: found)
      return report.isSound && report.triangles == body.triangles.count && report.vertices == body.vertices.count
        && abs(report.volume - body.signedVolume) <= 1e-5 * abs(body.signedVolume)
    }
  }
}
