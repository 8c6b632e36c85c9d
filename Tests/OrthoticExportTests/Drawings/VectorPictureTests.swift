import Foundation
import OrthoticCore
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import OrthoticExport

/// Counts elements and refuses what is no XML.
private final class Elements: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) { counts[name, default: 0] += 1 }

  static func counts(in text: String) -> [String: Int]? {
    let parser = XMLParser(data: Data(text.utf8))
    let elements = Elements()
    parser.delegate = elements
    return parser.parse() ? elements.counts : nil
  }
}

@Suite struct VectorPictureTests {
  @Test("pressure maps and insole are sound SVG, the same each time, with a title for screen readers")
  func areSound() throws {
    let design = try SampleDesign.result.get()
    let maps = PressurePicture(design, title: "a < b & c").svg
    #expect(maps == PressurePicture(design, title: "a < b & c").svg)
    let counts = try #require(Elements.counts(in: maps))
    #expect(counts["svg"] == 1 && counts["title"] == 1 && counts["path", default: 0] > 40)
    let insole = try #require(Elements.counts(in: InsolePicture(design, width: 200).svg))
    #expect(insole["image"] == 1 && insole["text"] == 1)
  }

  @Test("the insole picture has its caption below the view") func insolePicture() throws {
    let design = try SampleDesign.result.get()
    let picture = InsolePicture(design, width: 200).drawn()
    #expect(picture.width == 200 && picture.height > 60)
    #expect(InsolePicture(Mesh(), width: 200).drawn().height > 0)
  }
}
