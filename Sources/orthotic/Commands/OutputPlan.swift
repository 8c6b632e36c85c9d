import OrthoticCore
import OrthoticExport

/// Where and how a design is written, settled before the long work begins.
struct OutputPlan: Equatable, Sendable {
  /// Path as the user gave it; `-` for standard output.
  var path: String
  /// Format by the path's ending and flags.
  var format: MeshFormat

  /// Writes a design's solid, whole or not at all, once its bytes, read again, are found to be a sound solid.
  ///
  /// That the surface does not cut itself is proved where it is made (`SolidProof`); without the proof it is looked for.
  ///
  /// Returns the bytes as written.
  @discardableResult
  func write(_ design: DesignResult) throws -> [UInt8] {
    let bytes = Self.bytes(of: design, as: format)
    let search = MeshCheck(measuresWall: false)
    guard design.proof.isSound || search.report(on: design.solid).isSound,
      MeshFile.isSound(bytes, as: format, of: design.solid)
    else { throw UnsoundSolid(report: search.report(on: design.solid)) }
    try AtomicFile.write(bytes, to: path)
    return bytes
  }

  /// A design's solid as a file.
  static func bytes(of design: DesignResult, as format: MeshFormat) -> [UInt8] {
    MeshFile.bytes(of: design.solid, as: format)
  }
}

/// A solid that is not what it should be by construction: our fault, and never written.
struct UnsoundSolid: Error, CustomStringConvertible {
  var report: MeshReport

  var description: String {
    "the solid is not sound (\(report.openEdges) open and \(report.nonManifoldEdges) non-manifold edges, "
      + "\(report.degenerateFacets) degenerate facets, \(report.selfIntersections ?? 0) self-intersections) and was not written; please report the case"
  }
}

extension ParsedArguments {
  /// The output that this command line asks for, or `nil` for none.
  ///
  /// - Throws: `UsageError` for an ending that cannot be written, `OutputError` where the place cannot be written to.
  func outputPlan() throws -> OutputPlan? {
    guard let path = text(.output) else { return nil }
    // What goes to standard output, or to a device, has no ending.
    guard let format = MeshFormat(path: path) ?? (path == "-" || path.hasPrefix("/dev/") ? .stl : nil) else {
      throw UsageError(
        "--output \(path.prefix(60)): expected a name that ends in .stl, .3mf, .obj, .ply or .off, such as --output insole.stl"
      )
    }
    let inputs = operands + texts(.pressure) + texts(.prescription)
    try OutputPlace.check(path, inputs: inputs.filter { $0 != "-" })
    return OutputPlan(path: path, format: format == .stl && isOn(.stlText) ? .stlASCII : format)
  }
}
