/// What a device can be written as: a closed mesh, or its surfaces as heights.
public enum DeviceFormat: Equatable, Sendable {
  /// A mesh format.
  case mesh(MeshFormat)
  /// The top as a PS2D package.
  case ps2d
  /// Both surfaces as a table.
  case heights

  /// Every name that `--format` takes.
  package static let names = MeshFormat.allCases.map(\.rawValue) + ["ps2d", "csv"]
  /// Every ending that names a format.
  package static let endings = ["stl", "3mf", "obj", "ply", "off", "ps2d", "csv"]

  /// The name that `--format` takes.
  public var name: String {
    switch self {
    case .mesh(let format): format.rawValue
    case .ps2d: "ps2d"
    case .heights: "csv"
    }
  }

  /// The format of a name.
  public init?(name: String) {
    switch name {
    case "ps2d": self = .ps2d
    case "csv": self = .heights
    default:
      guard let format = MeshFormat(rawValue: name) else { return nil }
      self = .mesh(format)
    }
  }

  /// The format that a path's ending asks for, or `nil` for none that can be written.
  public init?(path: String) {
    if let format = MeshFormat(path: path) {
      self = .mesh(format)
    } else if path.lowercased().hasSuffix(".ps2d") {
      self = .ps2d
    } else if path.lowercased().hasSuffix(".csv") {
      self = .heights
    } else {
      return nil
    }
  }
}
