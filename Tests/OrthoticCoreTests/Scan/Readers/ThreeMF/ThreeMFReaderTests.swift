import OrthoticCore
import Testing

@Suite struct ThreeMFReaderTests {
  private static let mesh = """
    <mesh><vertices><vertex x="0" y="0" z="0"/><vertex x='1.5' y="0" z="0" />
    <vertex x="0" y="1e1" z="0"/><vertex x="0" y="0" z="2"/></vertices>
    <!-- <triangle v1="9"/> --><triangles><triangle v1="0" v2="2" v3="1"/><triangle v1="0" v2="1" v3="3" pid="1"/>
    </triangles></mesh>
    """

  private func read(_ model: String) throws -> Scan {
    let archive = ZipFixture.archive([("_rels/.rels", [60]), ("3D/3dmodel.model", Array(model.utf8))])
    return try ScanReader.read(ScanFixture.file(archive))
  }

  private func failure(_ model: String) -> InputError? {
    do {
      _ = try read(model)
      return nil
    } catch {
      return error as? InputError
    }
  }

  @Test("a single mesh is read with its unit") func singleMeshIsRead() throws {
    let scan = try read(
      "<?xml version=\"1.0\"?><model unit=\"inch\"><resources><object id=\"4\">\(Self.mesh)</object></resources>"
        + "<build><item objectid=\"4\"/></build></model>")
    #expect(scan.points == [Vector3(0, 0, 0), Vector3(1.5, 0, 0), Vector3(0, 10, 0), Vector3(0, 0, 2)])
    #expect(scan.triangles == [Triangle(0, 2, 1), Triangle(0, 1, 3)])
    #expect(scan.millimetresPerUnit == 25.4)
    #expect(scan.format == "3MF")
  }

  @Test("groups and placements are followed from the inside out") func groupsAndPlacements() throws {
    let scan = try read(
      "<m:model xmlns:m=\"x\"><m:object id=\"a\">\(Self.mesh)</m:object><m:object id=\"b\"><m:components>"
        + "<m:component objectid=\"a\" transform=\"0 1 0 -1 0 0 0 0 1 10 0 0\"/></m:components></m:object>"
        + "<m:build><m:item objectid=\"b\" transform=\"2 0 0 0 2 0 0 0 2 0 0 5\"/><m:item objectid=\"a\"/></m:build>"
        + "</m:model>")
    #expect(scan.points.count == 8 && scan.triangles.count == 4)
    // (1.5, 0, 0) turned by 90° is (0, 1.5, 0), shifted (10, 1.5, 0), doubled and raised (20, 3, 5).
    #expect(scan.points[1] == Vector3(20, 3, 5))
    #expect(scan.triangles[2] == Triangle(4, 6, 5))
  }

  @Test(
    "a broken model is refused",
    arguments: [
      "", "<model></model>", "<model><build><item objectid=\"1\"/></build></model>",
      "<model><object id=\"1\"><mesh><vertex x=\"1\" y=\"2\"/></mesh></object></model>",
      "<model><object id=\"1\"><mesh><vertex x=\"1\" y=\"2\" z=\"q\"/></mesh></object></model>",
      "<model><object id=\"1\"><mesh><triangle v1=\"0\" v2=\"1\" v3=\"2\"/></mesh></object></model>",
      "<model><object id=\"1\"><triangle v1=\"-1\" v2=\"1e30\" v3=\"nan\"/></object></model>",
      "<vertex x=\"1\" y=\"2\" z=\"3\"/>", "<model unit=\"league\"><object id=\"1\"/><item objectid=\"1\"/></model>",
      "<model><object id=\"1\"></object><item objectid=\"1\" transform=\"1 0 0\"/></model>", "<", "<a", "<a b=\"", "</",
      "<>",
      "<!--",
      "<model><object id=\"1\"><components><component objectid=\"1\"/></components></object><item objectid=\"1\"/>",
    ]) func brokenModelIsRefused(model: String)
  {
    #expect(failure(model) != nil)
  }

  @Test("groups of groups cannot run away") func groupsOfGroupsCannot() {
    var model = "<model><object id=\"0\">\(Self.mesh)</object>"
    for level in 1...14 {
      let parts = String(repeating: "<component objectid=\"\(level - 1)\"/>", count: 10)
      model += "<object id=\"\(level)\">\(parts)</object>"
    }
    #expect(failure(model + "<item objectid=\"14\"/></model>") != nil)
  }

  private static let relationships =
    "<?xml version=\"1.0\"?><Relationships><Relationship Target=\"/other/x.png\" Type=\"thumbnail\"/><Relationship "
    + "Target=\"/3D/a.model\" Id=\"r\" Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/></Relationships>"

  private func read(parts: [(String, String)]) throws -> Scan {
    let files = parts.map { (name: $0.0, content: Array($0.1.utf8)) }
    return try ScanReader.read(ScanFixture.file(ZipFixture.archive(files)))
  }

  @Test("objects in parts of their own are found, and the package says which part is the model")
  func production() throws {
    let inner = "<model unit=\"inch\"><resources><object id=\"1\">\(Self.mesh)</object></resources><build/></model>"
    let outer =
      "<model unit=\"millimeter\" xmlns:p=\"x\"><resources><object id=\"1\"><components><component "
      + "p:path=\"/3D/Objects/object_1.model\" objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 5 0 0\"></component></components>"
      + "</object></resources><build><item objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 0 7 0\"/>"
      + "<item objectid=\"1\" q:path=\"/3d/objects/OBJECT_1.model\"/></build></model>"
    let scan = try read(parts: [
      ("_rels/.rels", Self.relationships), ("3D/Objects/object_1.model", inner), ("3D/a.model", outer),
    ])
    #expect(scan.millimetresPerUnit == 1)
    #expect(scan.points.count == 8 && scan.points[0] == Vector3(5, 7, 0) && scan.points[4] == .zero)
    let error = #expect(throws: InputError.self) {
      try read(parts: [("_rels/.rels", Self.relationships), ("3D/a.model", outer)])
    }
    #expect(error?.description.contains("object_1.model, which is not in the archive") == true)
  }

  @Test("parts that name each other end, and so do parts that name themselves")
  func circles() {
    func part(_ other: String) -> String {
      "<model><resources><object id=\"1\"><components><component p:path=\"/3D/\(other).model\" objectid=\"1\"/></components>"
        + "</object></resources><build><item objectid=\"1\"/></build></model>"
    }
    #expect(throws: InputError.self) {
      try read(parts: [("_rels/.rels", Self.relationships), ("3D/a.model", part("b")), ("3D/b.model", part("a"))])
    }
    #expect(throws: InputError.self) { try read(parts: [("3D/3dmodel.model", part("3dmodel"))]) }
  }

  @Test("mirrored items face outward, twice mirrored ones too")
  func mirrored() throws {
    let mirror = "-1 0 0 0 1 0 0 0 1 0 0 0"
    let scan = try read(
      "<model><object id=\"1\">\(Self.mesh)</object><object id=\"2\"><components><component objectid=\"1\" "
        + "transform=\"\(mirror)\"/></components></object><build><item objectid=\"1\" transform=\"\(mirror)\"/>"
        + "<item objectid=\"2\" transform=\"\(mirror)\"/></build></model>")
    #expect(scan.triangles.prefix(2) == [Triangle(0, 1, 2), Triangle(0, 3, 1)])
    #expect(scan.triangles.suffix(2) == [Triangle(4, 6, 5), Triangle(4, 5, 7)])
  }

  @Test(
    "support is left out beside a model, and taken where there is nothing else", arguments: ["support", "solidsupport"])
  func support(type: String) throws {
    func model(_ first: String) -> String {
      "<model><object id=\"1\" type=\"\(first)\">\(Self.mesh)</object><object id=\"2\" type=\"\(type)\">\(Self.mesh)</object>"
        + "<build><item objectid=\"1\"/><item objectid=\"2\"/></build></model>"
    }
    #expect(try read(model("model")).triangles.count == 2)
    #expect(try read(model("surface")).triangles.count == 2)
    #expect(try read(model(type)).triangles.count == 4)
  }
}
