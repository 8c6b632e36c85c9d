#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore
import OrthoticExport
import Testing

@Suite struct ThreeMFWriterTests {
  /// The files of an archive, read by the directory at its end and unpacked, checksums verified, as gzip.
  private func files(_ archive: [UInt8]) throws -> [(name: String, content: String)] {
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
    }
    let end = archive.count - 22
    try #require(number(end, 4) == 0x0605_4b50)
    var files: [(String, String)] = []
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      try #require(number(entry, 4) == 0x0201_4b50)
      let packed = number(entry + 20, 4)
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: archive[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      try #require(number(local, 4) == 0x0403_4b50)
      // Both headers say the same.
      #expect(archive[(local + 4)..<(local + 30)].elementsEqual(archive[(entry + 6)..<(entry + 32)]))
      let start = local + 30 + nameLength
      // The same data as a gzip file: header, content, checksum and size.
      let gzip =
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + archive[start..<(start + packed)]
        + archive[(entry + 16)..<(entry + 20)] + archive[(entry + 24)..<(entry + 28)]
      let path = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString).gz"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try AtomicFile.write(gzip, to: path)
      files.append((name, String(decoding: try InputFile.load(path: path).bytes, as: UTF8.self)))
      entry += 46 + nameLength
    }
    return files
  }

  @Test("the archive holds the parts that the specification asks for") func archiveHoldsTheParts() throws {
    let writer = ThreeMFWriter(
      bodies: [.init(name: "insole <left>", mesh: MeshCheckTests.cube, material: 0)],
      materials: [.init(name: "TPU & Co", color: "#336699")], metadata: [("Title", "A \"test\"")])
    let files = try files(writer.bytes())
    #expect(files.map(\.name) == ["[Content_Types].xml", "_rels/.rels", "3D/3dmodel.model"])
    #expect(files[0].content.contains("Extension=\"model\""))
    #expect(files[1].content.contains("Target=\"/3D/3dmodel.model\""))
    let model = files[2].content
    #expect(model.contains("<model unit=\"millimeter\""))
    #expect(model.contains("<metadata name=\"Title\">A &quot;test&quot;</metadata>"))
    #expect(model.contains("<base name=\"TPU &amp; Co\" displaycolor=\"#336699\"/>"))
    #expect(model.contains("<object id=\"2\" type=\"model\" name=\"insole &lt;left&gt;\" pid=\"1\" pindex=\"0\">"))
    #expect(model.contains("<vertex x=\"10.0\" y=\"0.0\" z=\"10.0\"/>"))
    #expect(model.components(separatedBy: "<triangle ").count == 13)
    #expect(model.hasSuffix("<item objectid=\"2\"/>\n </build>\n</model>\n"))
  }

  @Test("a large mesh is packed in pieces and reads back whole") func largeMeshIsPacked() throws {
    var mesh = Mesh()
    for index in 0..<20_000 { mesh.vertices.append(Vector3(Double(index), 0.5, -1)) }
    for index in 0..<19_998 { mesh.triangles.append(Triangle(UInt32(index), UInt32(index + 1), UInt32(index + 2))) }
    let model = try #require(try files(ThreeMFWriter(solid: mesh).bytes()).last).content
    #expect(model.components(separatedBy: "<vertex ").count == 20_001)
    #expect(model.components(separatedBy: "<triangle ").count == 19_999)
    #expect(model.contains("<triangle v1=\"19997\" v2=\"19998\" v3=\"19999\"/>"))
  }

  @Test("a picture and further parts are declared") func pictureAndFurtherParts() throws {
    let writer = ThreeMFWriter(
      bodies: [], thumbnail: [1, 2, 3], parts: [.init(path: "Metadata/settings.config", bytes: [65])])
    let files = try files(writer.bytes())
    #expect(files[0].content.contains("image/png") && files[0].content.contains("Extension=\"config\""))
    #expect(files[1].content.contains("metadata/thumbnail"))
    #expect(files.last?.content == "A")
  }

  @Test("the bytes do not depend on the number of threads") func bytesDoNotDepend() {
    let before = Parallel.threads
    defer { Parallel.threads = before }
    Parallel.threads = 1
    let one = ThreeMFWriter(solid: MeshCheckTests.cube).bytes()
    Parallel.threads = 2
    #expect(ThreeMFWriter(solid: MeshCheckTests.cube).bytes() == one)
  }
}
