import OrthoticCore

/// A device as a 3MF file that a slicer prints as it is: bodies with their materials, settings and a picture.
public struct DevicePackage: Sendable {
  /// One body, or a volume in which settings change.
  public struct Body: Sendable {
    /// Name that a slicer shows.
    public var name: String
    /// Closed mesh, mm, facets outward.
    public var mesh: Mesh
    /// What the slicer shall do within it.
    public var settings: PrintSettings
    /// Whether it is no part of the device but changes the settings within itself.
    public var isModifier: Bool

    /// Creates a body.
    public init(name: String, mesh: Mesh, settings: PrintSettings = PrintSettings(), isModifier: Bool = false) {
      self.name = name
      self.mesh = mesh
      self.settings = settings
      self.isModifier = isModifier
    }
  }

  /// Name of the whole.
  public var name: String
  /// Name of the material that all is made of.
  public var material: String
  /// The bodies, the device's own first.
  public var bodies: [Body]
  /// Settings of the whole.
  public var settings: PrintSettings
  /// Whose settings are written.
  public var dialect: SlicerDialect
  /// The bed that the device is laid on; `nil` leaves it where it is.
  public var printer: Printer?
  /// A picture in PNG, or none.
  public var thumbnail: [UInt8]

  /// Creates a package.
  public init(
    name: String, material: String, bodies: [Body], settings: PrintSettings = PrintSettings(),
    dialect: SlicerDialect = .prusa, printer: Printer? = nil, thumbnail: [UInt8] = []
  ) {
    self.name = name
    self.material = material
    self.bodies = bodies
    self.settings = settings
    self.dialect = dialect
    self.printer = printer
    self.thumbnail = thumbnail
  }

  /// Colours of the device and of its zones, taken in turn: apart for people who see red and green alike too.
  private static let colors = ["#4C78A8", "#F2A33A", "#8FC4E8", "#B65D8E", "#E8D15A", "#5B5B5B"]

  /// The file content.
  public func bytes() -> [UInt8] {
    var materials: [ThreeMFWriter.Material] = []
    var parts: [ThreeMFWriter.Body] = []
    for body in bodies {
      let filled = body.settings.infill ?? settings.infill
      let named = filled.map { "\(material), \(Int(($0 * 100).rounded())) % infill" } ?? material
      let number = materials.firstIndex { $0.name == named } ?? materials.count
      if number == materials.count {
        materials.append(.init(name: named, color: Self.colors[number % Self.colors.count]))
      }
      parts.append(.init(name: body.name, mesh: body.mesh, material: number))
    }
    var writer = ThreeMFWriter(
      bodies: parts, materials: materials, metadata: [("Title", name)] + dialect.metadata, thumbnail: thumbnail,
      grouping: dialect.grouping, namespaces: dialect.namespaces)
    if let printer { writer.placement = placement(on: printer) }
    if let part = dialect.part(name: name, device: settings, bodies: bodies, numbers: writer.numbers) {
      writer.parts.append(part)
    }
    return writer.bytes()
  }

  /// The middle of the bed, turned as far as the device needs to fit; the top of no bed where it fits nowhere.
  private func placement(on printer: Printer) -> ThreeMFWriter.Placement {
    let own = bodies.filter { !$0.isModifier }
    let all = Mesh(vertices: own.flatMap(\.mesh.vertices))
    let turn = PrintPlacement(all, pose: .flat, printer: printer).turn
    return ThreeMFWriter.Placement(
      of: all, turn: turn, middle: Vector2(printer.bedWidth / 2, printer.bedDepth / 2))
  }
}
