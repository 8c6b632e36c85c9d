import OrthoticCore
import OrthoticExport
import Testing

@Suite struct DevicePackageTests {
  /// Two boxes that share a face, and a volume around the second.
  private static let base = MeshCheckTests.box(.zero, Vector3(40, 60, 4))
  // Mirrored, so that the face between the two is split along the same diagonal.
  private static let plug = MeshCheckTests.box(Vector3(-50, 0, 0), Vector3(-40, 60, 4)).mirroredAcrossX
  private static let around = MeshCheckTests.box(Vector3(10, 10, -1), Vector3(20, 20, 5))

  private func device(_ name: String) -> DevicePackage.Device {
    .init(
      name: name, material: "tpu-85a-25",
      bodies: [
        .init(name: "insole", mesh: Self.base),
        .init(name: "mt2", mesh: Self.plug, settings: PrintSettings(infill: 0.1, walls: 2, filament: 2)),
        .init(name: "heel", mesh: Self.around, settings: PrintSettings(infill: 0.5), isModifier: true),
      ], settings: PrintSettings(infill: 0.25))
  }

  private func package(_ dialect: SlicerDialect) -> DevicePackage {
    DevicePackage([device("insole")], dialect: dialect, printer: Printer())
  }

  private func file(_ package: DevicePackage, _ name: String) throws -> String {
    let archive = try ZipArchive(InputFile(name: "a.3mf", bytes: package.bytes()))
    let entry = try #require(archive.entries.first { $0.name == name })
    return String(decoding: try archive.content(of: entry).bytes, as: UTF8.self)
  }

  @Test("PrusaSlicer finds its volumes as ranges of facets, each with its settings") func prusaslicerFindsItsVolumes()
    throws
  {
    let text = try file(package(.prusa), "Metadata/Slic3r_PE_model.config")
    #expect(text.contains("<object id=\"2\" instances_count=\"1\">"))
    #expect(text.contains("type=\"object\" key=\"fill_density\" value=\"25%\""))
    #expect(text.contains("<volume firstid=\"12\" lastid=\"23\">"))
    #expect(text.contains("type=\"volume\" key=\"fill_density\" value=\"10%\""))
    #expect(text.contains("key=\"perimeters\" value=\"2\"") && text.contains("key=\"extruder\" value=\"2\""))
    #expect(text.contains("key=\"volume_type\" value=\"ParameterModifier\""))
    let model = try file(package(.prusa), "3D/3dmodel.model")
    #expect(model.contains("slic3rpe:Version3mf") && model.components(separatedBy: "<object ").count == 2)
    // Corners of the second body are counted on from the first's, and its facets name their material.
    #expect(model.contains("<triangle v1=\"8\" v2=\"9\" v3=\"10\" pid=\"1\" p1=\"1\"/>"))
  }

  @Test("OrcaSlicer and Bambu Studio find an object for each part, grouped", arguments: [SlicerDialect.orca, .bambu])
  func orcaslicerAndBambuStudio(dialect: SlicerDialect) throws {
    let text = try file(package(dialect), "Metadata/model_settings.config")
    #expect(text.contains("<object id=\"5\">") && text.contains("<part id=\"3\" subtype=\"normal_part\">"))
    #expect(text.contains("<part id=\"4\" subtype=\"modifier_part\">"))
    #expect(text.contains("key=\"sparse_infill_density\" value=\"10%\"") && text.contains("key=\"wall_loops\""))
    let model = try file(package(dialect), "3D/3dmodel.model")
    #expect(model.contains("<component objectid=\"4\"/>") && model.contains("<item objectid=\"5\" "))
  }

  @Test("the bodies read back without the volumes that only change settings", arguments: SlicerDialect.allCases)
  func bodiesReadBack(dialect: SlicerDialect) throws {
    var package = package(dialect)
    // Without a slicer's file nothing says what is no body.
    if dialect == .none { package.devices[0].bodies.removeLast() }
    #expect(MeshFile.isSound3MF(package.bytes(), of: [Self.base, Self.plug]))
    #expect(!MeshFile.isSound3MF(package.bytes(), of: [Self.base]))
    #expect(!MeshFile.isSound3MF(package.bytes(), of: [Self.plug, Self.base]))
    let scan = try ScanReader.read(InputFile(name: "a.3mf", bytes: package.bytes()))
    let bounds = try #require(Bounds(scan.points))
    // The middle of the bed, to a whole millimetre; the plug makes 50 mm of width.
    #expect(abs(bounds.center.x - 128) <= 0.5 && abs(bounds.center.y - 128) <= 0.5 && bounds.minimum.z == 0)
  }

  @Test("a pair stands side by side on one plate, each with its own bodies", arguments: [SlicerDialect.prusa, .orca])
  func pairStandsSide(dialect: SlicerDialect) throws {
    let pair = DevicePackage([device("left"), device("right")], dialect: dialect, printer: Printer())
    let solids = [Self.base, Self.plug]
    #expect(MeshFile.isSound3MF(pair.bytes(), of: solids + solids))
    let scan = try ScanReader.read(InputFile(name: "a.3mf", bytes: pair.bytes()))
    let bounds = try #require(Bounds(scan.points))
    // Two of 50 mm and a gap of 5 mm.
    #expect(abs(bounds.size.x - 105) <= 1.01 && abs(bounds.size.y - 60) <= 1.01)
    let text = try file(pair, dialect == .prusa ? "Metadata/Slic3r_PE_model.config" : "Metadata/model_settings.config")
    #expect(text.components(separatedBy: "<object ").count == 3)
  }

  @Test("bodies that touch make one solid without the faces between them") func bodiesThatTouchMake() {
    let both = MeshCheckTests.joined(Self.base, Self.plug)
    #expect(both.bodies.map(\.signedVolume) == [Self.base, Self.plug].map(\.signedVolume))
    let outer = both.withoutSharedFaces
    #expect(outer.triangles.count == 20)
    let report = MeshCheck.quick.report(on: outer)
    #expect(report.isSound && report.components == 1 && report.volume == 50.0 * 60 * 4)
    #expect(Self.base.withoutSharedFaces == Self.base)
  }

  @Test("stiffness turns into infill by its square root, within what prints") func stiffnessTurnsIntoInfill() {
    #expect(PrintMaterial.infill(0.4, stiffness: 0.25) == 0.2)
    #expect(PrintMaterial.infill(0.5, stiffness: 4) == 1)
    #expect(PrintMaterial.infill(0.1, stiffness: 0.01) == 0.05)
    #expect(PrintMaterial(MaterialTable.standard) == PrintMaterial(density: 1.22, infill: 0.25))
    for material in MaterialTable.all { #expect(PrintMaterial(material).density > 0.04) }
  }
}
