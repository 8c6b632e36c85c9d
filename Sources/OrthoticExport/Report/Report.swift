#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore

/// One HTML file that shows designs to people: opens offline in any browser, asks the network for nothing.
///
/// ```
///   page      words filled in from `ReportText`, so that the file reads without its script too
///   data      the records, maps and meshes, as JSON in the file itself
///   script    draws maps, tables and the insole from the data
/// ```
public struct Report: Sendable {
  /// What brings the designs together.
  enum Kind: String, Sendable {
    /// One device.
    case design
    /// Several devices for one foot.
    case compare
    /// The devices of two feet.
    case pair
  }

  /// How many designs a page shows in 3D: two meshes are about a megabyte.
  private static let fullDesigns = 2

  /// What is shown, the first one in full at once.
  public var designs: [ReportDesign]

  /// Creates a report; at least one design.
  public init(_ designs: [ReportDesign]) {
    precondition(!designs.isEmpty, "a report shows something")
    self.designs = designs
  }

  /// What brings the designs together.
  var kind: Kind {
    if designs.count == 1 { return .design }
    return Set(designs.map(\.record.foot.side)).count > 1 ? .pair : .compare
  }

  private struct Payload: Encodable {
    let kind: String
    let designs: [ReportDesign.Page]
    let text: [String: String]
  }

  /// The file's text, UTF-8; about a megabyte a design shown in 3D.
  ///
  /// - Throws: `EncodingError` where a number of a record is not finite.
  public var html: String {
    get throws {
      let shown = designs
      let differences = differences
      let pages = Parallel.map(count: shown.count) {
        ReportDesign.Page(shown[$0], differences: differences[$0], isLight: $0 >= Self.fullDesigns)
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let payload = Payload(kind: kind.rawValue, designs: pages, text: ReportText.english)
      // A name from outside must not end the element that holds it.
      let data = Self.withoutTags(try encoder.encode(payload))
      let page = Self.filled(ReportWeb.page, ["noscript": plainTable])
      return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        script-src 'unsafe-inline'; img-src data:">
        <meta name="generator" content="\(MarkupText.escaped(generator))">
        <title>\(MarkupText.escaped(title))</title>
        <link rel="icon" href="data:,">
        <style>
        \(ReportWeb.style)</style>
        </head>
        <body>
        \(page)
        <script type="application/json" id="data">
        """ + data + "</script>\n<script>\n\"use strict\";\n(() => {\n" + ReportWeb.script
          + "})();\n</script>\n</body>\n</html>\n"
    }
  }

  /// How each design's peaks differ from the first's.
  ///
  /// Told only where all rest on one scan and one map: what the model does not know of a foot cancels for that foot alone.
  var differences: [[DifferenceRecord]?] {
    let measured = designs.map { design in
      design.record.inputs.filter { ["scan", "pressure"].contains($0.role) }.map(\.sha256)
    }
    guard kind == .compare, Set(measured).count == 1 else { return designs.map { _ in nil } }
    return DifferenceRecord.toFirst(designs.map(\.design.prediction.regions))
  }

  private var generator: String {
    designs.first.map { "\($0.record.program.name) \($0.record.program.version)" } ?? "orthotic"
  }

  private var title: String {
    let sides = designs.first.map { ReportText.english["side.\($0.record.foot.side)"] ?? $0.record.foot.side } ?? ""
    return kind == .pair
      ? ReportText.english["title.pair"] ?? "" : "\(sides) \(ReportText.english["title.insole"] ?? "")"
  }

  /// What a browser without scripts shows.
  private var plainTable: String {
    designs.map { design in
      let rows = design.record.prediction.regions.map { region in
        let cells = [region.before.peak, region.after.peak].map { "<td>\(Int(min($0, 1e6).rounded()))</td>" }.joined()
        return "<tr><th scope=\"row\">\(MarkupText.escaped(region.name))</th>\(cells)</tr>"
      }
      let heads = ["col.region", "col.before", "col.after"].map {
        "<th scope=\"col\">\(ReportText.english[$0] ?? "")</th>"
      }
      return "<table><caption>\(MarkupText.escaped(design.name))</caption><thead><tr>\(heads.joined())</tr></thead>"
        + "<tbody>\(rows.joined())</tbody></table>"
    }.joined()
  }

  /// A template with every `{name}` replaced: by `extra`, or by the word of that name.
  private static func filled(_ template: String, _ extra: [String: String]) -> String {
    var result = ""
    for (number, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard number > 0, let end = part.firstIndex(of: "}") else {
        result += (number > 0 ? "{" : "") + part
        continue
      }
      let name = String(part[..<end])
      result += extra[name] ?? ReportText.english[name].map(MarkupText.escaped) ?? "{\(name)}"
      result += part[part.index(after: end)...]
    }
    return result
  }

  /// JSON in which no `<` stands as itself.
  private static func withoutTags(_ json: Data) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == UInt8(ascii: "<") { bytes += Array("\\u003c".utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
