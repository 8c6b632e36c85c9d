import OrthoticCore

extension ThreeMFWriter {
  /// Elements of a mesh that are written and packed as one piece of work.
  private static let elementsPerPiece = 8192

  /// Something that becomes one piece of the model's text.
  private enum Stretch: Sendable {
    case text(String)
    case vertices(body: Int, Range<Int>)
    case triangles(body: Int, Range<Int>)
  }

  /// The model's text, written and packed piece by piece, side by side.
  func modelPieces(level: Int32) -> [DeflatedPiece] {
    let stretches = stretches
    return Parallel.map(count: stretches.count) { index in
      DeflatedPiece(text(of: stretches[index]), level: level)
    }
  }

  private var stretches: [Stretch] {
    // Object numbers: 1 for the materials, then one for each body.
    var all: [Stretch] = [.text(opening)]
    for (index, body) in bodies.enumerated() {
      let material = body.material.map { " pid=\"1\" pindex=\"\($0)\"" } ?? ""
      all.append(
        .text(
          "  <object id=\"\(index + 2)\" type=\"model\" name=\"\(Self.escaped(body.name))\"\(material)>\n"
            + "   <mesh>\n    <vertices>\n"))
      all += Self.pieces(body.mesh.vertices.count).map { .vertices(body: index, $0) }
      all.append(.text("    </vertices>\n    <triangles>\n"))
      all += Self.pieces(body.mesh.triangles.count).map { .triangles(body: index, $0) }
      all.append(.text("    </triangles>\n   </mesh>\n  </object>\n"))
    }
    let items = bodies.indices.map { "  <item objectid=\"\($0 + 2)\"/>\n" }.joined()
    all.append(.text(" </resources>\n <build>\n\(items) </build>\n</model>\n"))
    return all
  }

  private var opening: String {
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model unit=\"millimeter\" xml:lang=\"en-US\" "
      + "xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n"
    for (name, value) in metadata {
      text += " <metadata name=\"\(Self.escaped(name))\">\(Self.escaped(value))</metadata>\n"
    }
    text += " <resources>\n"
    if !materials.isEmpty {
      text += "  <basematerials id=\"1\">\n"
      for material in materials {
        text +=
          "   <base name=\"\(Self.escaped(material.name))\" displaycolor=\"\(Self.escaped(material.color))\"/>\n"
      }
      text += "  </basematerials>\n"
    }
    return text
  }

  private func text(of stretch: Stretch) -> [UInt8] {
    switch stretch {
    case .text(let text): return Array(text.utf8)
    case .vertices(let body, let range):
      var text = TextBuffer(capacity: 56 * range.count)
      for vertex in bodies[body].mesh.vertices[range] {
        text.append("<vertex x=\"")
        text.append(vertex.x)
        text.append("\" y=\"")
        text.append(vertex.y)
        text.append("\" z=\"")
        text.append(vertex.z)
        text.append("\"/>\n")
      }
      return text.bytes
    case .triangles(let body, let range):
      var text = TextBuffer(capacity: 52 * range.count)
      for triangle in bodies[body].mesh.triangles[range] {
        text.append("<triangle v1=\"")
        text.append(triangle.a)
        text.append("\" v2=\"")
        text.append(triangle.b)
        text.append("\" v3=\"")
        text.append(triangle.c)
        text.append("\"/>\n")
      }
      return text.bytes
    }
  }

  private static func pieces(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: elementsPerPiece).map { $0..<min($0 + elementsPerPiece, count) }
  }

  /// Text that may stand inside XML; characters that XML does not allow are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default: if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
