import OrthoticCore

/// The reference page of the prescription, made from the vocabulary.
enum PrescriptionReference {
  /// The page in Markdown.
  static var text: String {
    var lines = [
      "# The prescription",
      "",
      "Every element is a flag of `orthotic design` and `orthotic compare` and a key of a prescription file. Lengths are mm "
        + "unless a unit stands behind (`1/8 in`), tilts degrees varus (the medial side up), shares percent. Flags go over "
        + "`--rx FILE`, that over `--preset NAME`, that over the defaults.",
    ]
    for group in PrescriptionElement.Group.allCases {
      let elements = PrescriptionVocabulary.elements.filter { $0.group == group }
      if elements.isEmpty { continue }
      lines += [
        "", "## \(group.rawValue)", "", "| flag | key | default | takes | what it does |", "|---|---|---|---|---|",
      ]
      for element in elements {
        let cells = [
          "`--\(element.flag)`", "`\(element.key)`", element.defaultText, element.kind.rangeDescription,
          element.summary + ". " + element.detail.text(naming: .flags),
        ]
        lines.append("| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
      }
    }
    lines += ["", "## Symptoms", "", "Words of `--symptoms`:", ""]
    lines += Symptoms.Symptom.allCases.map { "- `\($0.rawValue)`: \($0.meaning)" }
    lines += ["", "## Presets", "", "| preset | what it is for | effect | sources |", "|---|---|---|---|"]
    lines += Preset.all.map { "| `\($0.name)` | \($0.summary) | \($0.effect.text) | \($0.sources) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}
