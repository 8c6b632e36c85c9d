/// A number type of a binary format.
enum ScalarType: Equatable {
  case int8, uint8, int16, uint16, int32, uint32, float32, float64

  /// Bytes per number.
  var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .float64: 8
    }
  }

  /// Whether the numbers are whole.
  var isInteger: Bool { self != .float32 && self != .float64 }
}

extension ScalarType {
  /// The type of a name in a PLY header, in both spellings in use.
  init?(plyName: String) {
    switch plyName {
    case "char", "int8": self = .int8
    case "uchar", "uint8": self = .uint8
    case "short", "int16": self = .int16
    case "ushort", "uint16": self = .uint16
    case "int", "int32": self = .int32
    case "uint", "uint32": self = .uint32
    case "float", "float32": self = .float32
    case "double", "float64": self = .float64
    default: return nil
    }
  }

  /// The type of a letter and a size in a PCD header.
  init?(pcdLetter: String, size: Int) {
    switch (pcdLetter, size) {
    case ("I", 1): self = .int8
    case ("U", 1): self = .uint8
    case ("I", 2): self = .int16
    case ("U", 2): self = .uint16
    case ("I", 4): self = .int32
    case ("U", 4): self = .uint32
    case ("F", 4): self = .float32
    case ("F", 8): self = .float64
    default: return nil
    }
  }
}
