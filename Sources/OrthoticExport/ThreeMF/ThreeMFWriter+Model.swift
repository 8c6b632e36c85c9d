import OrthoticCore

extension ThreeMFWriter {
  /// Elements of a mesh that are written and packed as one piece of work.
  private static let elementsPerPiece = 8192

  /// Something that becomes one piece of the model's text.
  private enum Stretch: Sendable {
    case text(String)
    case vertices(body: Int, Range<Int>)
    /// Facets with what their corners' numbers are raised by, and their material where it is not their object's.
    case triangles(body: Int, Range<Int>, shift: UInt32, material: Int?)
  }

  /// The model's text, written and packed piece by piece, side by side.
  func modelPieces(level: Int32) -> [DeflatedPiece] {
    let stretches = stretches
    return Parallel.map(count: stretches.count) { index in
      DeflatedPiece(text(of: stretches[index]), level: level)
    }
  }

  private var stretches: [Stretch] {
    var all: [Stretch] = [.text(opening)]
    let numbers = numbers
    var items = ""
    func build(_ number: Int, device: Int) {
      let transform = device < placements.count ? " transform=\"\(placements[device].text)\"" : ""
      items += "  <item objectid=\"\(number)\"\(transform)/>\n"
    }
    switch grouping {
    case .separate:
      for index in bodies.indices {
        all += object(numbers.bodies[index], named: bodies[index].name, [index])
        build(numbers.bodies[index], device: bodies[index].device)
      }
    case .oneMesh:
      for device in 0..<deviceCount {
        all += object(numbers.built[device], named: name(ofDevice: device), members(ofDevice: device))
        build(numbers.built[device], device: device)
      }
    case .components:
      for index in bodies.indices { all += object(numbers.bodies[index], named: bodies[index].name, [index]) }
      for device in 0..<deviceCount {
        let parts = members(ofDevice: device).map { "    <component objectid=\"\(numbers.bodies[$0])\"/>\n" }
        all.append(
          .text(
            "  <object id=\"\(numbers.built[device])\" type=\"model\" name=\"\(MarkupText.escaped(name(ofDevice: device)))\">\n"
              + "   <components>\n\(parts.joined())   </components>\n  </object>\n"))
        build(numbers.built[device], device: device)
      }
    }
    all.append(.text(" </resources>\n <build>\n\(items) </build>\n</model>\n"))
    return all
  }

  private func members(ofDevice device: Int) -> [Int] { bodies.indices.filter { bodies[$0].device == device } }

  /// Name of what is built as one.
  private func name(ofDevice device: Int) -> String {
    if device < deviceNames.count { return deviceNames[device] }
    return metadata.first { $0.name == "Title" }?.value ?? bodies.first?.name ?? ""
  }

  /// One object made of some bodies' facets.
  private func object(_ number: Int, named name: String, _ members: [Int]) -> [Stretch] {
    let own = members.first.flatMap { bodies[$0].material }
    let material = own.map { " pid=\"1\" pindex=\"\($0)\"" } ?? ""
    var all: [Stretch] = [
      .text(
        "  <object id=\"\(number)\" type=\"model\" name=\"\(MarkupText.escaped(name))\"\(material)>\n"
          + "   <mesh>\n    <vertices>\n")
    ]
    for index in members {
      all += Self.pieces(bodies[index].mesh.vertices.count).map { .vertices(body: index, $0) }
    }
    all.append(.text("    </vertices>\n    <triangles>\n"))
    var shift: UInt32 = 0
    for index in members {
      let differs = bodies[index].material != own
      all += Self.pieces(bodies[index].mesh.triangles.count).map {
        .triangles(body: index, $0, shift: shift, material: differs ? bodies[index].material : nil)
      }
      shift += UInt32(bodies[index].mesh.vertices.count)
    }
    all.append(.text("    </triangles>\n   </mesh>\n  </object>\n"))
    return all
  }

  private var opening: String {
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model unit=\"millimeter\" xml:lang=\"en-US\" "
      + "xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\""
    for space in namespaces { text += " xmlns:\(space.prefix)=\"\(space.uri)\"" }
    text += ">\n"
    for (name, value) in metadata {
      text += " <metadata name=\"\(MarkupText.escaped(name))\">\(MarkupText.escaped(value))</metadata>\n"
    }
    text += " <resources>\n"
    if !materials.isEmpty {
      text += "  <basematerials id=\"1\">\n"
      for material in materials {
        text +=
          "   <base name=\"\(MarkupText.escaped(material.name))\" displaycolor=\"\(MarkupText.escaped(material.color))\"/>\n"
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
    case .triangles(let body, let range, let shift, let material):
      let end = material.map { "\" pid=\"1\" p1=\"\($0)\"/>\n" } ?? "\"/>\n"
      var text = TextBuffer(capacity: 52 * range.count)
      for triangle in bodies[body].mesh.triangles[range] {
        text.append("<triangle v1=\"")
        text.append(triangle.a + shift)
        text.append("\" v2=\"")
        text.append(triangle.b + shift)
        text.append("\" v3=\"")
        text.append(triangle.c + shift)
        text.append(end)
      }
      return text.bytes
    }
  }

  private static func pieces(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: elementsPerPiece).map { $0..<min($0 + elementsPerPiece, count) }
  }
}
