import OrthoticCore
import OrthoticExport

/// Where and how a design is written, settled before the long work begins.
struct OutputPlan: Equatable, Sendable {
  /// Path as the user gave it; `-` for standard output.
  var path: String
  /// Format by the path's ending and flags.
  var format: MeshFormat

  /// Writes a design's solid, whole or not at all.
  func write(_ design: DesignResult) throws {
    try MeshFile.write(design.solid, to: path, as: format)
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
      throw UsageError("--output \(path.prefix(60)): expected a name that ends in .stl, such as --output insole.stl")
    }
    let inputs = operands + texts(.pressure) + texts(.prescription)
    try OutputPlace.check(path, inputs: inputs.filter { $0 != "-" })
    return OutputPlan(path: path, format: format == .stl && isOn(.stlText) ? .stlASCII : format)
  }
}
