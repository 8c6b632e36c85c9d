/// The model part of a 3MF archive: all that it wants built, in one mesh.
///
/// Objects are meshes or groups of placed objects; what is built are placed objects too. Materials, pictures and
/// settings of slicers are passed over, and so are volumes in which a slicer only changes its settings.
struct ThreeMFReader {
  /// Where an object is put: three rows of a turn and a shift, as the file lists them.
  private struct Placement {
    var rows: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]

    func placed(_ p: Vector3) -> Vector3 {
      Vector3(
        p.x * rows[0] + p.y * rows[3] + p.z * rows[6] + rows[9],
        p.x * rows[1] + p.y * rows[4] + p.z * rows[7] + rows[10],
        p.x * rows[2] + p.y * rows[5] + p.z * rows[8] + rows[11])
    }
  }

  private struct Part {
    var object: String
    var placement: Placement
  }

  private struct Object {
    var name: String
    var mesh = Mesh()
    var parts: [Part] = []
  }

  private let file: InputFile
  private var objects: [Object] = []
  private var items: [Part] = []
  private var unit = "millimeter"

  /// Groups within groups beyond this are a loop.
  private static let deepest = 16
  /// More parts than any plate holds.
  private static let mostParts = 10_000

  /// Reads the model part.
  static func read(
    _ file: InputFile, without modifiers: ThreeMFModifiers = ThreeMFModifiers()
  ) throws(InputError) -> Scan {
    var reader = ThreeMFReader(file: file)
    try reader.scanTags()
    for index in reader.objects.indices {
      modifiers.remove(from: &reader.objects[index].mesh, ofObject: reader.objects[index].name)
    }
    var mesh = Mesh()
    var visits = 0
    for item in reader.items { try reader.add(item, [], &visits, to: &mesh) }
    return Scan(
      name: file.name, format: "3MF", points: mesh.vertices, triangles: mesh.triangles,
      millimetresPerUnit: try reader.millimetres())
  }

  private init(file: InputFile) { self.file = file }

  private mutating func scanTags() throws(InputError) {
    var tags = XMLTagScanner(file.bytes)
    var current: Object?
    while tags.next() {
      if tags.isNamed("vertex") {
        guard current != nil, let x = tags.number("x"), let y = tags.number("y"), let z = tags.number("z") else {
          throw malformed("a vertex without x, y and z", tags)
        }
        current?.mesh.vertices.append(Vector3(x, y, z))
      } else if tags.isNamed("triangle") {
        guard let count = current?.mesh.vertices.count, let a = corner(tags.number("v1"), count),
          let b = corner(tags.number("v2"), count), let c = corner(tags.number("v3"), count)
        else { throw malformed("a triangle without three vertices that were listed", tags) }
        current?.mesh.triangles.append(Triangle(a, b, c))
      } else if tags.isNamed("object") {
        if let finished = current { objects.append(finished) }
        current = tags.isClosing ? nil : Object(name: tags.text("id") ?? "")
      } else if tags.isNamed("component") {
        current?.parts.append(try part(tags))
      } else if tags.isNamed("item") {
        items.append(try part(tags))
      } else if tags.isNamed("model"), let named = tags.text("unit") {
        unit = named
      }
    }
    if let finished = current { objects.append(finished) }
    guard !items.isEmpty else {
      throw file.error(
        .malformed("the 3MF model builds nothing"), expected: "an item with a mesh", remedy: "export the model again")
    }
  }

  private func corner(_ number: Double?, _ count: Int) -> UInt32? {
    guard let number, number >= 0, number < Double(count), number == number.rounded() else { return nil }
    return UInt32(number)
  }

  private func part(_ tags: XMLTagScanner) throws(InputError) -> Part {
    guard let object = tags.text("objectid") else { throw malformed("a part that names no object", tags) }
    guard tags.attribute("transform") != nil else { return Part(object: object, placement: Placement()) }
    guard let rows = tags.numbers("transform"), rows.count == 12 else {
      throw malformed("a transform that is not 12 numbers", tags)
    }
    return Part(object: object, placement: Placement(rows: rows))
  }

  /// Adds a part and, for a group, its parts; placements apply from the innermost outward.
  private func add(_ part: Part, _ outer: [Placement], _ visits: inout Int, to mesh: inout Mesh) throws(InputError) {
    visits += 1
    guard outer.count < Self.deepest, let object = objects.first(where: { $0.name == part.object }) else {
      throw file.error(
        .malformed("the 3MF model builds object \(part.object), which is not there or holds itself"),
        expected: "objects that are listed before", remedy: "export the model again")
    }
    let placements = [part.placement] + outer
    let shift = mesh.vertices.count
    // Copies of copies could ask for any size.
    guard visits <= Self.mostParts, shift + object.mesh.vertices.count <= file.bytes.count else {
      throw file.error(
        .implausible("the 3MF model repeats its objects beyond measure"), expected: "a single solid or a few",
        remedy: "export the model again")
    }
    for vertex in object.mesh.vertices {
      mesh.vertices.append(placements.reduce(vertex) { $1.placed($0) })
    }
    for triangle in object.mesh.triangles {
      mesh.triangles.append(
        Triangle(triangle.a + UInt32(shift), triangle.b + UInt32(shift), triangle.c + UInt32(shift)))
    }
    for inner in object.parts { try add(inner, placements, &visits, to: &mesh) }
  }

  private func millimetres() throws(InputError) -> Double {
    switch unit {
    case "micron": return 0.001
    case "millimeter": return 1
    case "centimeter": return 10
    case "inch": return 25.4
    case "foot": return 304.8
    case "meter": return 1000
    default:
      throw file.error(
        .malformed("the 3MF model has the unit “\(unit.prefix(40))”"),
        expected: "micron, millimeter, centimeter, inch, foot or meter", remedy: "export the model again")
    }
  }

  private func malformed(_ what: String, _ tags: XMLTagScanner) -> InputError {
    file.error(
      .malformed("the 3MF model has \(what)"), at: .byte(tags.start), expected: "the 3MF core specification's model",
      remedy: "export the model again")
  }
}
