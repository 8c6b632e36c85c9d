import OrthoticCore
import OrthoticExport

extension Command {
  static let presets = Command(
    name: .presets,
    summary: "List the prescriptions that are shipped",
    detail: "What each is for and where it comes from. orthotic design --preset NAME --print-rx prints one as a file.",
    operands: [],
    examples: [Example(purpose: "what is there", arguments: "presets")]
  ) { _, console in
    var lines: [String] = []
    for preset in Preset.all {
      lines.append(preset.name)
      lines += (preset.summary + " Sources: " + preset.sources).wrapped(width: 100, indent: 4)
      lines.append("    Predicted effect: " + preset.effect.text)
    }
    try console.result(lines.joined(separator: "\n") + "\n")
    return .done
  }

  static let reference = Command(
    name: .reference,
    summary: "Print the reference of the prescription as Markdown",
    detail: "Every element with its flag, key, default and range, every symptom and every preset.",
    operands: [],
    examples: [Example(purpose: "keep it as a file", arguments: "reference > prescription.md")]
  ) { _, console in
    try console.result(PrescriptionReference.text)
    return .done
  }

  static let schema = Command(
    name: .schema,
    summary: "Print the JSON schema of prescription files or of the design record",
    detail:
      "The prescription's is for editors that complete and check JSON while it is written; what design --record writes keeps "
      + "to the record's.",
    operands: [
      Operand(
        placeholder: "FORM", summary: "prescription, or record", choices: ["prescription", "record"], isOptional: true)
    ],
    examples: [
      Example(purpose: "keep it as a file", arguments: "schema > prescription.schema.json"),
      Example(purpose: "the form of a record", arguments: "schema record > record.schema.json"),
    ]
  ) { arguments, console in
    switch arguments.operands.first ?? "prescription" {
    case "prescription": try console.result(PrescriptionSchema.text)
    case "record": try console.result(RecordSchema.text)
    case let other:
      throw UsageError("schema \(other.prefix(60)): expected prescription or record, such as orthotic schema record")
    }
    return .done
  }
}
