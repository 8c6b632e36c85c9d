import Foundation
import Testing

@testable import OrthoticCore
@testable import OrthoticExport

@Suite struct ReportTests {
  private func html(_ names: [String] = ["one"]) throws -> String {
    let design = try SampleDesign.result.get()
    return try Report(
      names.map { ReportDesign(design, record: try SampleDesign.record(name: $0), name: $0) }
    ).html
  }

  @Test("is one file below 2 MB that asks the network for nothing")
  func isSelfContained() throws {
    let page = try html()
    #expect(page.utf8.count < 2_000_000)
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("default-src 'none'"))
    for sign in ["src=\"", "@import", "url(", "fetch(", "XMLHttpRequest", "import("] {
      #expect(!page.contains(sign), "\(sign)")
    }
    let addresses = page.components(separatedBy: "http").dropFirst().map { $0.prefix(25) }
    #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg") || $0.hasPrefix("-equiv") }, "\(addresses)")
  }

  @Test("is the same each time, and nothing in a name ends the element that holds it")
  func namesAreHarmless() throws {
    let page = try html(["</script><script>alert(1)</script>"])
    #expect(try html(["</script><script>alert(1)</script>"]) == page)
    #expect(!page.contains("alert(1)</script>"))
    #expect(page.components(separatedBy: "</script>").count == 3)
  }

  /// The page's data, design by design.
  private func data(in page: String) throws -> [[String: Any]] {
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8)) as? [String: Any])
    return try #require(data["designs"] as? [[String: Any]])
  }

  @Test("holds the record's own numbers")
  func holdsTheRecord() throws {
    let designs = try data(in: html())
    let record = try JSONSerialization.data(withJSONObject: try #require(designs.first?["record"]))
    #expect(try JSONDecoder().decode(DesignRecord.self, from: record) == SampleDesign.record(name: "one"))
  }

  @Test("has every word in one table: no place is left unfilled, no word is missing, none is there for nothing")
  func wordsAreInOneTable() throws {
    let page = try html()
    let script = ReportWeb.script
    let words = ReportText.english
    #expect(page.range(of: "\\{[a-z]+\\.[a-z.]+\\}", options: .regularExpression) == nil)
    let calls = try Regex("\\bt\\(\"([A-Za-z0-9.]+)\"(?! \\+)")
    for call in script.matches(of: calls) {
      let key = String(try #require(call.output[1].substring))
      #expect(words[key] != nil || key.hasSuffix("."), "\(key)")
    }
    let source = script + ReportWeb.page
    let computed = [
      "side.", "region.", "landmark.", "source.", "severity.", "rx.", "mode.", "verdict.", "view.",
      "expect.from.",
      "map.", "col.", "title.", "model.",
    ]
    for key in words.keys where !computed.contains(where: { key.hasPrefix($0) }) {
      #expect(source.contains("\"\(key)\"") || source.contains("{\(key)}"), "\(key) is used nowhere")
    }
    for region in FootRegion.allCases { #expect(words["region.\(region.rawValue)"] != nil) }
    for source in ["peakPicture", "recording", "bodyWeight"] { #expect(words["expect.from.\(source)"] != nil) }
    for mode in Prescription.OffloadMode.allCases { #expect(words["mode.\(mode.rawValue)"] != nil) }
  }

  @Test("knows one design, variants for one foot, and both feet apart")
  func kinds() throws {
    let design = try SampleDesign.result.get()
    var other = try SampleDesign.record()
    other.foot.side = "right"
    let left = ReportDesign(design, record: try SampleDesign.record())
    #expect(Report([left]).kind == .design)
    #expect(Report([left, left]).kind == .compare)
    #expect(Report([left, ReportDesign(design, record: other)]).kind == .pair)
  }

  @Test("holds how each variant differs from the first, with the band; not between two feet, nor between two maps")
  func differences() throws {
    let design = try SampleDesign.result.get()
    var lower = design
    for index in lower.prediction.regions.indices {
      lower.prediction.regions[index].after.peak *= 0.8
      lower.prediction.regions[index].change?.draws =
        design.prediction.regions[index].change?.draws.map {
          $0.map { 0.8 * $0 }
        } ?? []
    }
    let record = try SampleDesign.record()
    let designs = try data(
      in: try Report([ReportDesign(design, record: record), ReportDesign(lower, record: record, name: "lower")]).html)
    #expect(designs[0]["differences"] == nil)
    let shown = try JSONDecoder().decode(
      [DifferenceRecord].self,
      from: try JSONSerialization.data(withJSONObject: try #require(designs[1]["differences"])))
    let between = PeakDifference.between(design.prediction.regions, and: lower.prediction.regions)
    #expect(shown == between.map(DifferenceRecord.init))
    let heel = try #require(shown.first { $0.name == "heel" })
    let peak = try #require(design.prediction.regions.first { $0.region == .heel }).after.peak
    #expect(abs(try #require(heel.peak.nominal) + 0.2 * peak) <= 0.05 + 1e-9 && heel.change.nominal == -20)
    let (low, high) = (try #require(heel.peak.low), try #require(heel.peak.high))
    #expect(low < -0.2 * peak && high > -0.2 * peak)

    var otherMap = record
    otherMap.inputs.append(DesignRecord.Input(role: "pressure", bytes: [4]))
    var otherFoot = record
    otherFoot.foot.side = "right"
    for other in [otherMap, otherFoot] {
      let pages = try data(
        in: try Report([ReportDesign(design, record: record), ReportDesign(lower, record: other)]).html)
      #expect(pages.allSatisfy { $0["differences"] == nil })
    }
  }

  @Test("packs a field so that it comes back within half a step, and thins it on its own nodes")
  func packedFields() throws {
    let layout = GridLayout(origin: Vector2(-3, 2), spacing: 0.5, columns: 7, rows: 5)
    var grid = HeightGrid(layout: layout, values: (0..<layout.count).map { Double($0) * 0.37 - 4 })
    grid[2, 2] = .nan
    let packed = PackedGrid(grid, unit: 0.01, spacing: 1)
    #expect(packed.columns == 4 && packed.rows == 3 && packed.spacing == 1)
    let bytes = try #require(Data(base64Encoded: packed.values))
    for row in 0..<packed.rows {
      for column in 0..<packed.columns {
        let index = 2 * (row * packed.columns + column)
        let number = Int16(bitPattern: UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8)
        let value = grid[2 * column, 2 * row]
        if value.isNaN { #expect(number == .min) } else { #expect(abs(Double(number) * 0.01 - value) <= 0.005 + 1e-9) }
      }
    }
  }
}
