import OrthoticCore
import Testing

@Suite struct ScanArchiveReaderTests {
  @Test("reads the foot that the user names") func readsTheFoot() throws {
    for side in Side.allCases {
      let scan = try ScanReader.read(ScanFixture.file(ScanFixture.package), side: side)
      #expect(scan.declaredSide == side)
      #expect(scan.points.count == 5)
    }
  }

  @Test("asks which foot where both are there") func asksWhichFoot() {
    let error = ScanFixture.failure(ScanFixture.package)
    #expect(error?.problem == .ambiguous("holds both feet: A_Links_1.sca, A_Rechts_1.sca"))
    #expect(error?.remedy == "add \(.side) left or \(.side) right")
  }

  @Test("needs no side for one foot") func needsNoSide() throws {
    let archive = ZipFixture.archive([("x/Foot_Rechts_2.SCA", ScanFixture.heightMap)])
    #expect(try ScanReader.read(ScanFixture.file(archive)).declaredSide == .right)
    let unnamed = ZipFixture.archive([("foot.sca", ScanFixture.heightMap)], deflated: false)
    #expect(try ScanReader.read(ScanFixture.file(unnamed)).declaredSide == nil)
  }

  @Test("reads the package inside an order") func readsThePackageInside() throws {
    let order = ZipFixture.archive([("manifest.json", Array("{}".utf8)), ("A.ps2d", ScanFixture.package)])
    #expect(try ScanReader.read(ScanFixture.file(order), side: .left).declaredSide == .left)
  }

  @Test("follows archives no deeper than an order") func followsArchivesNoDeeper() {
    let order = ZipFixture.archive([("A.ps2d", ScanFixture.package)])
    #expect(ScanFixture.failure(ZipFixture.archive([("order.zip", order)]), side: .left) != nil)
    #expect(ScanFixture.failure(ZipFixture.archive([("order.bin", order)]), side: .left) != nil)
  }

  @Test("reads a single scan of any format") func readsASingleScan() throws {
    let archive = ZipFixture.archive([("folder/", []), ("folder/scan", ScanFixture.binaryPLY)])
    #expect(try ScanReader.read(ScanFixture.file(archive)).points == ScanFixture.points)
  }

  @Test("finds the one scan among what was packed with it", arguments: [true, false])
  func scanAmongOtherFiles(isFirst: Bool) throws {
    let others: [(name: String, content: [UInt8])] = [
      ("foot/texture.jpg", [0xff, 0xd8, 0xff, 0xe0]), ("foot/foot.mtl", Array("newmtl skin\nKd 1 1 1\n".utf8)),
      ("__MACOSX/foot/._foot.ply", ScanFixture.binaryPLY), (".hidden.ply", ScanFixture.binaryPLY),
      ("READ ME.txt", Array("scanned on 3 May\n".utf8)), ("inner.bin", ZipFixture.archive([("a", [1])])),
    ]
    let scan = ("foot/foot.ply", ScanFixture.binaryPLY)
    let archive = ZipFixture.archive(isFirst ? [scan] + others : others + [scan])
    #expect(try ScanReader.read(ScanFixture.file(archive)).points == ScanFixture.points)
  }

  @Test("refuses to choose between two scans") func twoScans() {
    let archive = ZipFixture.archive([("a.ply", ScanFixture.binaryPLY), ("b.obj", Array(ScanFixture.obj.utf8))])
    let error = ScanFixture.failure(archive)
    #expect(error?.problem == .ambiguous("is an archive of 2 files, more than one of them a scan"))
    #expect(error?.remedy == "unpack it and name the scan inside")
  }

  @Test("refuses other archives by name") func refusesOtherArchives() {
    #expect(
      ScanFixture.failure(ZipFixture.archive([("xl/workbook.xml", [1]), ("a", [2])]))?.problem
        == .unsupported("looks like a spreadsheet (.xlsx)"))
    guard case .ambiguous = ScanFixture.failure(ZipFixture.archive([("a.ply", [1]), ("b.ply", [2])]))?.problem else {
      Issue.record("an archive of two files passed")
      return
    }
  }

  @Test("names the file inside that is broken") func namesTheFileInside() {
    let archive = ZipFixture.archive([("foot.ply", Array(ScanFixture.binaryPLY.dropLast()))])
    #expect(ScanFixture.failure(archive)?.source == "test/foot.ply")
  }

  @Test("an entry whose content has another checksum than the directory states is refused", arguments: [true, false])
  func checksum(isDeflated: Bool) throws {
    let text = (0..<200).map { "\($0) \($0 % 7) 1\n" }.joined()
    var archive = ZipFixture.archive([("points.xyz", Array(text.utf8))], deflated: isDeflated)
    #expect(throws: Never.self) { try ScanReader.read(ScanFixture.file(archive)) }
    let place = try #require(archive.indices.first { archive[$0...].starts(with: Array("150 3 1".utf8)) })
    archive[place] = UInt8(ascii: "9")
    let error = #expect(throws: InputError.self) { try ScanReader.read(ScanFixture.file(archive)) }
    #expect(error?.description.contains("checksum") == true, "\(error?.description ?? "")")
  }
}
