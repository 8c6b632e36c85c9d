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

  /// A named number, or a named list of numbers where `count` is the type of its length.
  struct Property: Equatable {
    var name: String
    var type: ScalarType
    var count: ScalarType?
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
