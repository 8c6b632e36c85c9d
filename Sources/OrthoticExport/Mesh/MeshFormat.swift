/// The mesh formats that can be written.
public enum MeshFormat: String, Sendable, CaseIterable {
  /// Binary STL.
  case stl
  /// ASCII STL.
  case stlASCII = "stl-ascii"
  /// 3MF: with unit and name, packed.
  case threeMF = "3mf"
  /// Wavefront OBJ.
  case obj
  /// PLY, binary.
  case ply
  /// OFF, text.
  case off

  /// The format that a path's ending asks for, or `nil` for none that can be written.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "stl": self = .stl
    case "3mf": self = .threeMF
    case "obj": self = .obj
    case "ply": self = .ply
    case "off": self = .off
    default: return nil
    }
  }
}
