import OrthoticCore
import Testing

@Suite struct ScanReaderTests {
  @Test(
    "reads a mesh by content",
    arguments: [
      ("PLY binary little endian", ScanFixture.binaryPLY), ("PLY binary big endian", ScanFixture.bigEndianPLY),
      ("PLY ascii", Array(ScanFixture.textPLY.utf8)), ("OBJ", Array(ScanFixture.obj.utf8)),
      ("OFF", Array(ScanFixture.off.utf8)),
    ])
  func readsAMesh(format: String, bytes: [UInt8]) throws {
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.format == format)
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles == ScanFixture.triangles)
  }

  @Test(
    "welds the corners of STL",
    arguments: [("STL binary", ScanFixture.binarySTL), ("STL ASCII", Array(ScanFixture.textSTL.utf8))])
  func weldsTheCorners(format: String, bytes: [UInt8]) throws {
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.format == format)
    #expect(scan.points == [0, 2, 1, 3].map { ScanFixture.points[$0] })
    #expect(scan.triangles.first == Triangle(0, 1, 2))
    #expect(scan.triangles.count == 4)
  }

  @Test(
    "reads a cloud by content",
    arguments: [
      ("point table", Array(ScanFixture.cloud.utf8)), ("PCD ascii", Array(ScanFixture.textPCD.utf8)),
      ("PCD binary", ScanFixture.binaryPCD), ("PCD binary_compressed", ScanFixture.compressedPCD),
    ])
  func readsACloud(format: String, bytes: [UInt8]) throws {
    let scan = try ScanReader.read(ScanFixture.file(bytes))
    #expect(scan.format == format)
    #expect(scan.points == ScanFixture.points)
    #expect(scan.triangles.isEmpty)
  }

  @Test(
    "refuses other kinds by name",
    arguments: [
      ([0x89, 0x50, 0x4e, 0x47, 0x0d], "a PNG picture"), ([0xff, 0xd8, 0xff, 0xe0], "a JPEG picture"),
      (Array("%PDF-1.7".utf8), "a PDF document"),
      (Array("[General]\r\nDescription=pedcad Importfile\r\n".utf8), "a pedcad pressure file (.apd)"),
      (Array("DATA_TYPE MOVIE\nROWS 60\n".utf8), "a Tekscan pressure file"),
      (Array("Frame 0 (0.00 ms)\n0.0\t0.0\t0.0\n".utf8), "an RSscan footscan pressure file"),
      (Array("2\n1\n0 0 0\n1 0 0\n0 1 0\n0 0 1\n".utf8), "a Leica PTX scan"),
      (Array("file name:  a.sol\nsensor type:  y\n".utf8), "a novel pedar pressure file (.asc)"),
    ] as [([UInt8], String)])
  func refusesOtherKinds(bytes: [UInt8], name: String) {
    #expect(ScanFixture.failure(bytes)?.problem == .unsupported("looks like \(name)"))
  }

  @Test(
    "refuses models of other programs by name",
    arguments: [
      ("#VRML V2.0 utf8\nShape {}\n", "a VRML model (.wrl)"), ("{\"asset\":{\"version\":\"2.0\"}}", "a glTF model"),
      ("<?xml version=\"1.0\"?>\n<COLLADA>\n", "a COLLADA model (.dae)"),
      ("<X3D version=\"3.0\"></X3D>", "an X3D model"),
      ("<?xml version=\"1.0\"?>\n<a/>\n", "an XML file"), ("<amf unit=\"inch\"></amf>", "an AMF model"),
      ("iso-10303-21;\nheader;\n", "a STEP model"), ("  0\nSECTION\n  2\nHEADER\n", "a DXF drawing"),
      (String(repeating: " ", count: 72) + "S      1\n", "an IGES model"),
      ("; FBX 7.3.0 project file\n", "an FBX model"),
      ("# Blender\nnewmtl Skin\nKd 1 1 1\n", "the materials of an OBJ scan (.mtl)"),
      ("ncols 100\nnrows 300\ncellsize 1\n1 2 3 4 5\n", "a grid of heights"),
    ])
  func refusesModelsOfOther(text: String, name: String) {
    #expect(ScanFixture.failure(text)?.problem == .unsupported("looks like \(name)"))
  }

  @Test("reads the UTF-16 of Windows programs", arguments: [true, false])
  func readsUTF16(isLittleEndian: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      ("\u{feff}" + text).utf16.flatMap { unit in
        isLittleEndian ? [UInt8(unit & 0xff), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xff)]
      }
    }
    #expect(try ScanReader.read(ScanFixture.file(encoded(ScanFixture.cloud))).points == ScanFixture.points)
    #expect(try ScanReader.read(ScanFixture.file(encoded("# über\r\n" + ScanFixture.obj))).points == ScanFixture.points)
    #expect(ScanFixture.failure(encoded("Frame 0 (0.00 ms)\n"))?.remedy.settings.contains(.pressure) == true)
    for length in 1...5 { #expect(ScanFixture.failure(Array(encoded("1 2").prefix(length))) != nil) }
  }

  @Test("finds the format behind many lines of comments") func manyComments() throws {
    let comments = String(repeating: "# a scanner that likes to talk\n", count: 200)
    #expect(try ScanReader.read(ScanFixture.file(comments + ScanFixture.obj)).format == "OBJ")
  }

  @Test("refuses a grid of pressures and names the flag") func refusesAGrid() {
    let row = [String](repeating: "0", count: 20).joined(separator: ",")
    let error = ScanFixture.failure([String](repeating: row, count: 40).joined(separator: "\n"))
    #expect(error?.problem == .unsupported("looks like a grid of pressures, 20 numbers per row"))
    #expect(error?.remedy.settings.contains(.pressure) == true)
    let small = [String](repeating: "0 0 5 10 0", count: 12).joined(separator: "\n")
    #expect(ScanFixture.failure(small)?.problem == .unsupported("looks like a grid of pressures, 5 numbers per row"))
  }

  @Test("refuses what is unknown") func refusesWhatIsUnknown() {
    for bytes in [Array("hello".utf8), [0, 1, 2, 3], [UInt8](repeating: 0xee, count: 500)] {
      #expect(ScanFixture.failure(bytes)?.problem == .unsupported("is no scan format known here"))
    }
    #expect(ScanFixture.failure([])?.problem == .empty)
  }
}
