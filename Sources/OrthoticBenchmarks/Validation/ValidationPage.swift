import OrthoticCore
import OrthoticExport

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes the page that sets our numbers beside known and published ones:
/// `swift run -c release OrthoticBenchmarks validation [DATA]`, from the package's folder.
///
/// DATA holds `scans` and `pressure`; without it `ORTHOTIC_REAL_FILES` is asked, and without both the sections that need real files say that
/// they were left out. `--check [PAGE]` writes nothing: it exits with 1 where the page that is kept differs from the program by more than
/// rounding.
enum ValidationPage {
  static let group = BenchmarkGroup(name: "validation", isLong: true) { arguments in
    let checked = arguments.firstIndex(of: "--check")
    let data = RealFolder.path(arguments.prefix(checked ?? arguments.count).first)
    if let checked {
      let page = arguments.dropFirst(checked + 1).first ?? path
      guard data != nil else {
        print("SKIP  \(page): most of its numbers are of real files, which are not here (ORTHOTIC_REAL_FILES)")
        return
      }
      exit(check(page, made: text(data: data)) ? 0 : 1)
    }
    do {
      try AtomicFile.write(Array(text(data: data).utf8), to: path)
      print("wrote \(path)")
    } catch {
      print("\(path): \(error)")
    }
  }

  private static func text(data: String?) -> String {
    [
      introduction, KnownAnswers.section(), KnownAnswers.conditions(), peers(), PublishedResults.section(),
      StudyCommand.section(data: data), InfluenceTable.section(), ModelDifference.section(),
      RecordingStudy.section(data: data), BandCoverage.section(data: data),
    ].joined(separator: "\n")
  }

  /// Whether the page that is kept says what the program says now; prints what differs.
  private static func check(_ page: String, made: String) -> Bool {
    guard let file = try? InputFile.load(path: page) else {
      BenchmarkReport.hold(false, "\(page) cannot be read")
      return false
    }
    let differences = PageComparison.differences(kept: String(decoding: file.bytes, as: UTF8.self), made: made)
    BenchmarkReport.hold(
      differences.isEmpty, "\(page): \(differences.count) lines differ from the program by more than rounding")
    for difference in differences { BenchmarkReport.note(difference) }
    return differences.isEmpty
  }

  private static let path = "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
  private static let peerPath = "Tests/Acceptance/peers/results.md"

  private static let introduction = """
    # Validation

    Our numbers beside every analytic and published one that the contact model is measured by, misses included.

    This page is written by a program, not by hand: `swift run -c release OrthoticBenchmarks validation FOLDER`, FOLDER
    being that of real scans and recordings, which may be left out. One set of parameters, the defaults, stands behind all of it.

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
