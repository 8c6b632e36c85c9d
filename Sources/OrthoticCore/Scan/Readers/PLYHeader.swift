/// What the header of a PLY file promises.
struct PLYHeader: Equatable {
  /// How the body is written.
  enum Encoding: String {
    /// Text.
    case ascii
    /// Binary, least significant byte first.
    case littleEndian = "binary_little_endian"
    /// Binary, most significant byte first.
    case bigEndian = "binary_big_endian"
  }

  /// A number type.
  enum Scalar: Equatable {
    case int8, uint8, int16, uint16, int32, uint32, float32, float64

    /// The type of a name, in both spellings in use.
    init?(name: String) {
      switch name {
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

  /// A named number, or a named list of numbers where `count` is the type of its length.
  struct Property: Equatable {
    var name: String
    var type: Scalar
    var count: Scalar?
  }

  /// A table: vertices, faces or something else.
  struct Element: Equatable {
    var name: String
    var count: Int
    var properties: [Property]

    /// Bytes per row in a binary body, or `nil` where lists make rows differ.
    var stride: Int? {
      properties.contains { $0.count != nil } ? nil : properties.reduce(0) { $0 + $1.type.size }
    }
  }

  /// How the body is written.
  var encoding: Encoding
  /// The tables in the order of the body.
  var elements: [Element]
  /// First byte of the body.
  var bodyStart: Int

  /// The vertex table.
  var vertices: Element? { elements.first { $0.name == "vertex" } }

  /// Number of vertices.
  var vertexCount: Int { vertices?.count ?? 0 }
}
