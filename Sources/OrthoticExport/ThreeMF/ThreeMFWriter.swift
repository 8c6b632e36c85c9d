import OrthoticCore

/// Writes 3MF: solids with their unit, names, materials and a picture, in one ZIP archive (3MF core specification 1.3).
///
/// ```
///   [Content_Types].xml     what the endings mean
///   _rels/.rels             which part is the model, which the picture
///   3D/3dmodel.model        units, materials, meshes, what to build
///   Metadata/thumbnail.png  a picture, if given
///   further parts           settings of a slicer, if given
/// ```
package struct ThreeMFWriter: Sendable {
  /// One solid.
  package struct Body: Sendable {
    /// Name that a slicer shows.
    package var name: String
    /// Closed mesh, mm, facets outward.
    package var mesh: Mesh
    /// Index into `materials`, or `nil`.
    package var material: Int?
    /// Number of the device that it belongs to, from 0.
    package var device: Int

    /// Creates a solid.
    package init(name: String, mesh: Mesh, material: Int? = nil, device: Int = 0) {
      self.name = name
      self.mesh = mesh
      self.material = material
      self.device = device
    }
  }

  /// A material by name and display colour.
  package struct Material: Sendable {
    /// Name that a slicer shows.
    package var name: String
    /// Display colour as `#RRGGBB`.
    package var color: String

    /// Creates a material.
    package init(name: String, color: String) {
      self.name = name
      self.color = color
    }
  }

  /// A further file in the archive.
  package struct Part: Sendable {
    /// Path inside the archive.
    package var path: String
    /// Content.
    package var bytes: [UInt8]

    /// Creates a part.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// How the solids of a device belong together.
  package enum Grouping: Sendable {
    /// Each is an object that is built by itself.
    case separate
    /// All are the facets of one object, one solid after the other.
    case oneMesh
    /// Each is an object, and one more object groups them.
    case components
  }

  /// Object numbers in the file.
  package struct Numbers: Equatable, Sendable {
    /// Each solid's object.
    package var bodies: [Int]
    /// What is built of each device: the first object of it.
    package var built: [Int]
  }

  /// Where what is built stands on the bed: a turn about the vertical, then a shift.
  package struct Placement: Equatable, Sendable {
    /// Twelve numbers as the specification lists them: three rows of the turn, then the shift.
    var numbers: [Double]
  }

  /// The solids in order.
  package var bodies: [Body]
  /// How they belong together.
  package var grouping: Grouping
  /// XML name spaces by prefix that metadata names use.
  package var namespaces: [(prefix: String, uri: String)]
  /// Names of the devices that group their solids; without one the title's.
  package var deviceNames: [String] = []
  /// Where each device stands; without one its coordinates are left as they are.
  package var placements: [Placement] = []
  /// Materials that bodies name.
  package var materials: [Material]
  /// Title, Description and the like, by the names of the specification.
  package var metadata: [(name: String, value: String)]
  /// A picture in PNG, or none.
  package var thumbnail: [UInt8]
  /// Further files.
  package var parts: [Part]
  /// Packing effort, 1 fast to 9 small.
  package var level: Int

  /// Creates a writer.
  package init(
    bodies: [Body], materials: [Material] = [], metadata: [(name: String, value: String)] = [],
    thumbnail: [UInt8] = [], parts: [Part] = [], grouping: Grouping = .separate,
    namespaces: [(prefix: String, uri: String)] = [], level: Int = 1
  ) {
    self.grouping = grouping
    self.namespaces = namespaces
    self.bodies = bodies
    self.materials = materials
    self.metadata = metadata
    self.thumbnail = thumbnail
    self.parts = parts
    self.level = min(max(level, 1), 9)
  }

  /// Creates a writer for a single solid.
  package init(solid: Mesh, name: String = "insole") {
    self.init(
      bodies: [Body(name: name, mesh: solid)], metadata: [("Title", name), ("Application", "orthotic")])
  }

  /// How many devices there are.
  var deviceCount: Int { bodies.reduce(0) { max($0, $1.device + 1) } }

  /// The numbers that objects have in the file.
  package var numbers: Numbers {
    // 1 are the materials.
    let devices = 0..<deviceCount
    let own = bodies.indices.map { $0 + 2 }
    switch grouping {
    case .separate:
      return Numbers(
        bodies: own, built: devices.map { device in bodies.firstIndex { $0.device == device }.map { $0 + 2 } ?? 2 })
    case .oneMesh: return Numbers(bodies: bodies.map { $0.device + 2 }, built: devices.map { $0 + 2 })
    case .components: return Numbers(bodies: own, built: devices.map { bodies.count + 2 + $0 })
    }
  }

  /// The file content.
  package func bytes() -> [UInt8] {
    let level = Int32(self.level)
    func packed(_ text: String) -> [DeflatedPiece] { [DeflatedPiece(Array(text.utf8), level: level)] }
    var archive = ZIPWriter(capacity: bodies.reduce(4096) { $0 + 12 * $1.mesh.triangles.count })
    archive.add("[Content_Types].xml", pieces: packed(contentTypes))
    archive.add("_rels/.rels", pieces: packed(relations))
    archive.add("3D/3dmodel.model", pieces: modelPieces(level: level))
    if !thumbnail.isEmpty {
      archive.add("Metadata/thumbnail.png", pieces: [DeflatedPiece(thumbnail, level: level)])
    }
    for part in parts { archive.add(part.path, pieces: [DeflatedPiece(part.bytes, level: level)]) }
    return archive.finished()
  }

  private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private var contentTypes: String {
    var endings = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("model", "application/vnd.ms-package.3dmanufacturing-3dmodel+xml"),
    ]
    if !thumbnail.isEmpty { endings.append(("png", "image/png")) }
    if parts.contains(where: { $0.path.hasSuffix(".config") }) { endings.append(("config", "text/xml")) }
    let lines = endings.map { " <Default Extension=\"\($0.0)\" ContentType=\"\($0.1)\"/>\n" }.joined()
    return Self.xml
      + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n\(lines)</Types>\n"
  }

  private var relations: String {
    var lines =
      " <Relationship Target=\"/3D/3dmodel.model\" Id=\"rel0\" "
      + "Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/>\n"
    if !thumbnail.isEmpty {
      lines +=
        " <Relationship Target=\"/Metadata/thumbnail.png\" Id=\"rel1\" "
        + "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\"/>\n"
    }
    return Self.xml
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n\(lines)</Relationships>\n"
  }
}
