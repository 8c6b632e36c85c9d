import OrthoticCore

/// Devices as a 3MF file that a slicer prints as it is: bodies with their materials, settings and a picture.
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

  /// One device: its own body first, then its zones.
  public struct Device: Sendable {
    /// Name that a slicer shows.
    public var name: String
    /// Name of the material that all of it is made of.
    public var material: String
    /// The bodies.
    public var bodies: [Body]
    /// Settings of the whole.
    public var settings: PrintSettings

    /// Creates a device.
    public init(name: String, material: String, bodies: [Body], settings: PrintSettings = PrintSettings()) {
      self.name = name
      self.material = material
      self.bodies = bodies
      self.settings = settings
    }
  }

  /// The devices, usually one or a pair.
  public var devices: [Device]
  /// Whose settings are written.
  public var dialect: SlicerDialect
  /// The bed that the devices are laid on; `nil` leaves them where they are.
  public var printer: Printer?
  /// A picture in PNG, or none.
  public var thumbnail: [UInt8]

  /// Creates a package.
  public init(
    _ devices: [Device], dialect: SlicerDialect = .prusa, printer: Printer? = nil, thumbnail: [UInt8] = []
  ) {
    self.devices = devices
    self.dialect = dialect
    self.printer = printer
    self.thumbnail = thumbnail
  }

  /// Colours of the device and of its zones, taken in turn: apart for people who see red and green alike too.
  private static let colors = ["#4C78A8", "#F2A33A", "#8FC4E8", "#B65D8E", "#E8D15A", "#5B5B5B"]

  /// The file content; every body is closed, in mm, its facets outward.
  public func bytes() -> [UInt8] {
    var materials: [ThreeMFWriter.Material] = []
    var parts: [ThreeMFWriter.Body] = []
    for (number, device) in devices.enumerated() {
      for body in device.bodies {
        let filled = body.settings.infill ?? device.settings.infill
        let named = filled.map { "\(device.material), \(Int(($0 * 100).rounded())) % infill" } ?? device.material
        let material = materials.firstIndex { $0.name == named } ?? materials.count
        if material == materials.count {
          materials.append(.init(name: named, color: Self.colors[material % Self.colors.count]))
        }
        parts.append(.init(name: body.name, mesh: body.mesh, material: material, device: number))
      }
    }
    let title = devices.map(\.name).joined(separator: ", ")
    var writer = ThreeMFWriter(
      bodies: parts, materials: materials, metadata: [("Title", title)] + dialect.metadata, thumbnail: thumbnail,
      grouping: dialect.grouping, namespaces: dialect.namespaces)
    writer.deviceNames = devices.map(\.name)
    if let printer { writer.placements = placements(on: printer) }
    if let part = dialect.part(devices: devices, numbers: writer.numbers) { writer.parts.append(part) }
    return writer.bytes()
  }

  /// Where each device stands: side by side about the middle of the bed.
  private func placements(on printer: Printer) -> [ThreeMFWriter.Placement] {
    let meshes = devices.map { device in
      Mesh(vertices: device.bodies.filter { !$0.isModifier }.flatMap(\.mesh.vertices))
    }
    let layout = BedLayout(meshes, printer: printer)
    return zip(meshes, layout.places).map { mesh, place in
      ThreeMFWriter.Placement(of: mesh, turn: layout.turn, middle: place)
    }
  }
}
