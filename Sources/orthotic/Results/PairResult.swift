import OrthoticCore

/// What `design` prints for both feet.
struct PairResult: Encodable {
  /// One number of both feet.
  struct Entry: Encodable {
    let name: String
    let left: Double?
    let right: Double?
    /// Left minus right over their mean, %.
    let difference: Double?
  }

  let feet: [DesignOutcome]
  let comparison: [Entry]
  let warnings: [WarningResult]
  private let titles: [String]

  enum CodingKeys: String, CodingKey {
    case feet, comparison, warnings
  }

  init(feet: [DesignOutcome], comparison: PairComparison) {
    self.feet = feet
    self.comparison = comparison.entries.map {
      Entry(
        name: $0.name, left: $0.left.rounded(decimals: 3), right: $0.right.rounded(decimals: 3),
        difference: $0.difference.rounded(decimals: 1))
    }
    titles = comparison.entries.map(\.title)
    warnings = comparison.findings.map(WarningResult.init)
  }

  /// The same for a person.
  var text: String {
    var table = TextTable()
    table.add(["", "left", "right", "difference %"])
    for (title, entry) in zip(titles, comparison) {
      table.add([
        title, tableText(entry.left, decimals: entry.name == "archIndex" ? 2 : 1),
        tableText(entry.right, decimals: entry.name == "archIndex" ? 2 : 1), tableText(entry.difference, decimals: 1),
      ])
    }
    return (feet.map(\.text) + ["Both feet\n" + table.text]).joined(separator: "\n")
  }
}
