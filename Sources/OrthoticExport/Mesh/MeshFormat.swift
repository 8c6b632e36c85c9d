/// The mesh formats that can be written.
public enum MeshFormat: String, Sendable, CaseIterable {
  /// Binary STL.
  case stl
  /// ASCII STL.
  case stlASCII = "stl-ascii"

  /// The format that a path's ending asks for, or `nil` for none that can be written.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "stl": self = .stl
    default: return nil
    }
  }
}
