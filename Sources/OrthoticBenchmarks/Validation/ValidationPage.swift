import OrthoticCore
import OrthoticExport

/// Writes the page that sets our numbers beside known and published ones:
/// `swift run -c release OrthoticBenchmarks validation [DATA]`, from the package's folder.
///
/// DATA holds `scans` and `pressure`; without it the recording's section says that it was left out.
enum ValidationPage {
  static let group = BenchmarkGroup(name: "validation") { arguments in
    let data = arguments.first
    let sections = [
      introduction, KnownAnswers.section(), KnownAnswers.conditions(), peers(), PublishedResults.section(),
      InfluenceTable.section(), ModelDifference.section(), RecordingStudy.section(data: data),
      BandCoverage.section(data: data),
    ]
    do {
      try AtomicFile.write(Array(sections.joined(separator: "\n").utf8), to: path)
      print("wrote \(path)")
    } catch {
      print("\(path): \(error)")
    }
  }

  private static let path = "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
  private static let peerPath = "Tests/Acceptance/peers/results.md"

  private static let introduction = """
    # Validation

    Our numbers beside every analytic and published one that the contact model is measured by, misses included.

    This page is written by a program, not by hand: `swift run -c release OrthoticBenchmarks validation FOLDER` (the
    folder of real scans and recordings may be left out). One set of parameters, the defaults, stands behind all of it.

    """

  /// What the script of the independent codes wrote down.
  private static func peers() -> String {
    let file = try? InputFile.load(path: peerPath)
    let table =
      file.map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? "Not run yet: `Tests/Acceptance/peers/contact_peers.py` writes the table.\n"
    return """
      ## Independent codes

      ContactMechanics and tamaas (PyPI) on the problems that `OrthoticBenchmarks contact-fields` writes; the difference is the root mean
      square over the whole field, in per cent of the peak. `Tests/Acceptance/peers/contact_peers.py` writes this table.

      \(table)
      """
  }
}

/// A table in Markdown.
struct MarkdownTable {
  private var lines: [String]

  init(_ headings: [String]) {
    lines = [headings, headings.map { _ in "---" }].map(Self.line)
  }

  mutating func add(_ cells: [String]) { lines.append(Self.line(cells)) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
