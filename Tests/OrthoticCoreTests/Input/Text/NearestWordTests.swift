import Testing

@testable import OrthoticCore

@Suite struct NearestWordTests {
  @Test(
    "counts single-letter changes",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("heel", "heel", 0), ("heel", "hele", 1), ("hel", "heel", 1), ("Heel", "heel", 0),
      ("kitten", "sitting", 3), ("arch", "march", 1),
    ])
  func distance(first: String, second: String, changes: Int) {
    #expect(NearestWord.distance(first, second) == changes)
    #expect(NearestWord.distance(second, first) == changes)
  }

  @Test("names the nearest candidate, or none where none is near")
  func nearest() {
    let flags = ["heel-cup", "heel-lift", "arch-height", "thickness"]
    #expect(NearestWord.nearest(to: "arch-hight", in: flags) == "arch-height")
    #expect(NearestWord.nearest(to: "heelcup", in: flags) == "heel-cup")
    #expect(NearestWord.nearest(to: "thick", in: flags) == "thickness")
    #expect(NearestWord.nearest(to: "zebra", in: flags) == nil)
    #expect(NearestWord.nearest(to: "", in: flags) == nil)
    #expect(NearestWord.nearest(to: String(repeating: "x", count: 1_000_000), in: flags) == nil)
  }

  @Test(
    "names the word of a list that was most likely meant",
    arguments: [
      ("symptoms", "heel-pain,numbnes", "numbness"), ("zone", "forfoot:soft", "forefoot"),
      ("zone", "heel:soft,toes:frm", "firm"), ("sink", "navicular:2, heal:1", "heel"),
      ("offload-mode", "pokcet", "pocket"),
      ("monofilament", "halux", "hallux"), ("zone", "heel:soft", nil), ("heel-cup", "12x", nil),
    ])
  func lists(flag: String, text: String, meant: String?) throws {
    let element = try #require(PrescriptionVocabulary.elements.first { $0.flag == flag })
    #expect(element.kind.misspelt(in: text)?.meant == meant)
  }
}
