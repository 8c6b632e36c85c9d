import OrthoticCore

/// Runs the published studies: `OrthoticBenchmarks studies [DATA] [--middle] [--markdown]`, from the package's folder.
///
/// DATA holds `scans` and `pressure`; without it `ORTHOTIC_REAL_FILES` is asked. `--middle` reads peaks as `PeakReading.middle` says;
/// `--markdown` prints the part of the validation page instead.
enum StudyCommand {
  static let group = BenchmarkGroup(name: "studies", isLong: true) { arguments in
    let data = RealFolder.path(arguments.first { !$0.hasPrefix("--") })
    if arguments.contains("--markdown") {
      print(section(data: data))
      return
    }
    var feet = StudyFeet.load(data: data)
    if arguments.contains("--middle") { for index in feet.indices { feet[index].reading = .middle } }
    BenchmarkReport.note("\(feet.count) feet: \(feet.map(\.name).joined(separator: "; "))")
    var outcomes: [Study.Outcome] = []
    for study in PublishedStudies.all {
      let (rows, others) = study.outcomes(feet)
      for outcome in rows { show(outcome) }
      for other in others {
        BenchmarkReport.note(
          "beside: \(other.name): median \(text(other.feet.median)) [\(other.feet.map(text).joined(separator: " "))]")
      }
      outcomes += rows
    }
    BenchmarkReport.note(summary(outcomes))
    holdModelError(outcomes)
  }

  /// Share of the studies' medians that the model's own error is to hold, and how far its root mean square may be off the table.
  private static let leastShare = 0.8
  private static let errorTolerance = 0.02

  /// Whether the error that every band holds is the one that these studies show.
  private static func holdModelError(_ outcomes: [Study.Outcome]) {
    let misses = outcomes.compactMap { outcome in outcome.row.reported.map { (outcome, outcome.median - $0) } }
    var inside = 0
    for unit in Set(misses.map(\.0.row.unit)).sorted() {
      let values = misses.filter { $0.0.row.unit == unit }.map(\.1)
      let square = (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      // The bands' half-width is this many times the error, whatever it is counted in.
      let reach = ModelError.halfWidth / ModelError.rootMeanSquare * square
      inside += values.count { abs($0) <= reach }
      guard unit == "%" else { continue }
      BenchmarkReport.hold(
        abs(square / 100 - ModelError.rootMeanSquare) <= errorTolerance,
        "the model's own error is \(text(100 * ModelError.rootMeanSquare)) % in every band, \(text(square)) % in these studies"
      )
    }
    BenchmarkReport.hold(
      ModelError.halfWidth <= 1.5 * ModelError.rootMeanSquare + 1e-12
        && Double(inside) >= leastShare * Double(misses.count),
      "\(inside) of \(misses.count) medians lie within 1.5 times that error of what was published, wanted \(BenchmarkReport.percent(leastShare))"
    )
  }

  private static func show(_ outcome: Study.Outcome) {
    let row = outcome.row
    BenchmarkReport.hold(
      outcome.isMet,
      "\(outcome.study): \(row.condition): median \(text(outcome.median)) \(row.unit), published \(row.published), wanted \(wanted(row))\(outcome.isInside ? "" : " MISS"); sign right on \(outcome.right) of \(outcome.feet.count)\(outcome.hasSign ? "" : " MISS")"
    )
    BenchmarkReport.note(
      outcome.feet.map { "\($0.name) \(text($0.value))\(row.isRight($0.value) ? "" : " ✗")" }.joined(separator: ", "))
  }

  private static func text(_ value: Double) -> String { (value > 0 ? "+" : "") + BenchmarkReport.text(value, 1) }

  private static func wanted(_ row: Study.Row) -> String {
    let range = row.wanted
    if range.upperBound == .infinity { return "above \(text(range.lowerBound)) \(row.unit)" }
    if range.lowerBound == -.infinity { return "below \(text(range.upperBound)) \(row.unit)" }
    return "\(text(range.lowerBound))…\(text(range.upperBound)) \(row.unit)"
  }

  /// How far the medians lie from what was published.
  private static func summary(_ outcomes: [Study.Outcome]) -> String {
    let misses = outcomes.compactMap { outcome in outcome.row.reported.map { (outcome, outcome.median - $0) } }
    func spread(_ unit: String) -> String {
      let squares = misses.filter { $0.0.row.unit == unit }.map { $0.1 * $0.1 }
      let mean = (squares.reduce(0, +) / Double(max(squares.count, 1))).squareRoot()
      return "\(BenchmarkReport.text(mean, 1)) \(unit) over \(squares.count) numbers"
    }
    return
      "\(outcomes.count(where: \.isMet)) of \(outcomes.count) rows as wanted; root mean square of the medians' distance from what was published: \(spread("%")), \(spread("kPa"))"
  }

  /// The studies' part of the validation page.
  static func section(data: String?) -> String {
    let title = "## Studies that nothing was fitted to\n\n"
    guard data != nil else { return title + "Left out: no folder of real scans and maps was given.\n" }
    let feet = StudyFeet.load(data: data)
    var table = MarkdownTable([
      "study", "condition", "published", "wanted", "median", "lowest to highest", "sign right", "verdict",
    ])
    var others = MarkdownTable(["study", "read otherwise", "median"])
    var outcomes: [Study.Outcome] = []
    for study in PublishedStudies.all {
      let (rows, beside) = study.outcomes(feet)
      outcomes += rows
      for outcome in rows {
        let values = outcome.feet.map(\.value)
        table.add([
          outcome.study, outcome.row.condition, outcome.row.published, wanted(outcome.row),
          "\(text(outcome.median)) \(outcome.row.unit)", "\(text(values.min() ?? 0)) to \(text(values.max() ?? 0))",
          outcome.row.sign == 0 ? "" : "\(outcome.right) of \(outcome.feet.count)", outcome.isMet ? "met" : "**miss**",
        ])
      }
      for other in beside { others.add([study.name, other.name, text(other.feet.median)]) }
    }
    return title + """
      Two devices each, on \(feet.count) feet: \(feet.map(\.name).joined(separator: ", ")). One set of defaults, no offloading zones, peaks as means over at least
      1 cm² under the same mask in both conditions; the heads' mask reaches from 3 mm behind to 20 mm ahead of the arc of the heads. Domes are
      ovals of 60×50 mm. A study is met where the median lies in the wanted range and the sign is right on 11 of 12 feet (Martinez-Santos: 8 of 12).

      \(table.text)
      \(summary(outcomes)).

      What a study's abstract leaves open, chosen otherwise:

      \(others.text)
      """
  }
}
