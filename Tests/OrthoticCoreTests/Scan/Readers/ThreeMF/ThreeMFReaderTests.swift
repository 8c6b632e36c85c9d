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
}
