/// The models of a 3MF archive: all that it wants built, in one mesh.
///
/// Which part is the model says the package (`_rels/.rels`); objects may lie in parts of their own, as the production
/// extension has it that Bambu Studio and OrcaSlicer write. Objects are meshes or groups of placed objects; what is built
/// are placed objects too, mirrored ones turned right side out. Materials, pictures and settings of slicers are passed
/// over, and so are support objects and volumes in which a slicer only changes its settings.
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

    /// Whether it turns a solid inside out.
    var isMirror: Bool {
      let x = Vector3(rows[0], rows[1], rows[2])
      return x.dot(Vector3(rows[3], rows[4], rows[5]).cross(Vector3(rows[6], rows[7], rows[8]))) < 0
    }
  }

  /// An object's name, and the part of the package that it lies in.
  private struct Name: Hashable {
    var part: String
    var id: String
  }

  private struct Part {
    var object: Name
    var placement: Placement
  }

  private struct Object {
    var name: Name
    /// Printed beside the model, and open or crossing as it likes.
    var isSupport: Bool
    var mesh = Mesh()
    var parts: [Part] = []
  }

  private let archive: ZipArchive
  private let root: String
  /// The part that messages speak of.
  private var file: InputFile
  private var objects: [Object] = []
  private var byName: [Name: Int] = [:]
  private var items: [Part] = []
  private var unit = "millimeter"
  /// Bytes of all parts that were read: what copies of their objects may come to goes by it.
  private var size = 0

  /// Groups within groups beyond this are a loop.
  private static let deepest = 16
  /// More parts than any plate holds.
  private static let mostParts = 10_000
  /// Corners that copies of a small model may come to.
  private static let fewCorners = 4000
  /// Bytes of the model that stand for each corner, copies included: an object with its facets takes a hundred, so that a
  /// plate may hold each of its objects six times.
  private static let bytesPerCorner = 16
  /// More model parts than any package has.
  private static let mostModels = 1000

  /// The path of the model in a package, or `nil` where the archive is no 3MF.
  static func modelPath(in archive: ZipArchive) throws(InputError) -> String? {
    if let entry = archive.entries.first(where: { $0.name.lowercased() == "_rels/.rels" }) {
      var tags = XMLTagScanner(try archive.content(of: entry, limit: 1 << 24).bytes)
      while tags.next() {
        if tags.isNamed("Relationship"), tags.text("Type")?.hasSuffix("/3dmodel") == true,
          let target = tags.text("Target"),
          let entry = Self.entry(target, in: archive)
        {
          return entry.name
        }
      }
    }
    return archive.entries.first { $0.name.lowercased() == "3d/3dmodel.model" }?.name
  }

  private static func entry(_ path: String, in archive: ZipArchive) -> ZipArchive.Entry? {
    let wanted = path.drop { $0 == "/" }.lowercased()
    return archive.entries.first { $0.name.drop { $0 == "/" }.lowercased() == wanted }
  }

  /// Reads the model of a package, and the parts that it names.
  static func read(
    _ archive: ZipArchive, model: String, without modifiers: ThreeMFModifiers = ThreeMFModifiers()
  ) throws(InputError) -> Scan {
    var reader = ThreeMFReader(archive: archive, root: model)
    try reader.readParts()
    for index in reader.objects.indices {
      modifiers.remove(from: &reader.objects[index].mesh, ofObject: reader.objects[index].name.id)
    }
    var mesh = Mesh()
    var visits = 0
    let holdsModels = reader.objects.contains { !$0.isSupport && !$0.mesh.triangles.isEmpty }
    for item in reader.items { try reader.add(item, [], &visits, leavingSupport: holdsModels, to: &mesh) }
    return Scan(
      name: reader.file.name, format: "3MF", points: mesh.vertices, triangles: mesh.triangles,
      millimetresPerUnit: try reader.millimetres())
  }

  private init(archive: ZipArchive, root: String) {
    self.archive = archive
    self.root = root
    file = archive.file
  }

  /// Reads the model and, one after the other, the parts that it and they speak of.
  private mutating func readParts() throws(InputError) {
    var waiting = [root]
    var known: Set<String> = [root.lowercased()]
    var model: InputFile?
    while let path = waiting.popLast() {
      guard let entry = Self.entry(path, in: archive) else {
        throw archive.file.error(
          .malformed("the 3MF model speaks of \(path.prefix(80)), which is not in the archive"),
          expected: "all parts of the model", remedy: "export the model again")
      }
      file = try archive.content(of: entry)
      model = model ?? file
      size += file.bytes.count
      guard size <= Inflation.limit(packedSize: archive.file.bytes.count) else {
        throw archive.file.error(
          .implausible(
            "the 3MF model unpacks to more than \(Inflation.limit(packedSize: archive.file.bytes.count) >> 20) MB"),
          expected: "a model", remedy: "export the model again")
      }
      let first = objects.count
      try scanTags(path)
      for object in objects[first...] {
        for part in object.parts + (path == root ? items : [])
        where known.insert(part.object.part.lowercased()).inserted {
          guard known.count <= Self.mostModels else { throw repeats() }
          waiting.append(part.object.part)
        }
      }
      if first == objects.count {
        for part in path == root ? items : [] where known.insert(part.object.part.lowercased()).inserted {
          guard known.count <= Self.mostModels else { throw repeats() }
          waiting.append(part.object.part)
        }
      }
    }
    if let model { file = model }
    for (index, object) in objects.enumerated() where byName[object.name] == nil { byName[object.name] = index }
    guard !items.isEmpty else {
      throw file.error(
        .malformed("the 3MF model builds nothing"), expected: "an item with a mesh", remedy: "export the model again")
    }
  }

  /// Reads one part; what its build section wants counts in the root only.
  private mutating func scanTags(_ path: String) throws(InputError) {
    var tags = XMLTagScanner(file.bytes)
    var current: Object?
    let own = path.drop { $0 == "/" }.lowercased()
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
        let isSupport = ["support", "solidsupport"].contains(tags.text("type") ?? "model")
        current = tags.isClosing ? nil : Object(name: Name(part: own, id: tags.text("id") ?? ""), isSupport: isSupport)
      } else if tags.isNamed("component") {
        if !tags.isEnd { current?.parts.append(try part(tags, own)) }
      } else if tags.isNamed("item") {
        if path == root, !tags.isEnd { items.append(try part(tags, own)) }
      } else if tags.isNamed("model"), path == root, let named = tags.text("unit") {
        unit = named
      }
    }
    if let finished = current { objects.append(finished) }
  }

  private func corner(_ number: Double?, _ count: Int) -> UInt32? {
    guard let number, number >= 0, number < Double(count), number == number.rounded() else { return nil }
    return UInt32(number)
  }

  private func part(_ tags: XMLTagScanner, _ own: String) throws(InputError) -> Part {
    guard let id = tags.text("objectid") else { throw malformed("a part that names no object", tags) }
    let path = (tags.prefixedText("path") ?? own).drop { $0 == "/" }.lowercased()
    let object = Name(part: path, id: id)
    guard tags.attribute("transform") != nil else { return Part(object: object, placement: Placement()) }
    guard let rows = tags.numbers("transform"), rows.count == 12 else {
      throw malformed("a transform that is not 12 numbers", tags)
    }
    return Part(object: object, placement: Placement(rows: rows))
  }

  /// Adds a part and, for a group, its parts; placements apply from the innermost outward.
  private func add(
    _ part: Part, _ outer: [Placement], _ visits: inout Int, leavingSupport: Bool, to mesh: inout Mesh
  ) throws(InputError) {
    visits += 1
    guard outer.count < Self.deepest, let object = byName[part.object].map({ objects[$0] }) else {
      throw file.error(
        .malformed("the 3MF model builds object \(part.object.id.prefix(40)), which is not there or holds itself"),
        expected: "objects that are listed before", remedy: "export the model again")
    }
    if object.isSupport, leavingSupport { return }
    let placements = [part.placement] + outer
    let shift = mesh.vertices.count
    // Copies of copies could ask for any size.
    guard visits <= Self.mostParts,
      shift + object.mesh.vertices.count <= max(Self.fewCorners, size / Self.bytesPerCorner)
    else { throw repeats() }
    for vertex in object.mesh.vertices {
      mesh.vertices.append(placements.reduce(vertex) { $1.placed($0) })
    }
    let isMirrored = placements.count(where: \.isMirror) % 2 == 1
    for triangle in object.mesh.triangles {
      let (a, b, c) = (triangle.a + UInt32(shift), triangle.b + UInt32(shift), triangle.c + UInt32(shift))
      mesh.triangles.append(isMirrored ? Triangle(a, c, b) : Triangle(a, b, c))
    }
    for inner in object.parts {
      try add(inner, placements, &visits, leavingSupport: leavingSupport, to: &mesh)
    }
  }

  private func repeats() -> InputError {
    file.error(
      .implausible("the 3MF model repeats its objects beyond measure"),
      expected: "at most \(Self.mostParts) parts, and a corner for every \(Self.bytesPerCorner) bytes of the model",
      remedy: "export the model again")
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
