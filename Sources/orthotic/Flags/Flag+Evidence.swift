/// The flags that show a design and keep what is known about it.
extension Flag {
  static let report = Flag(
    "report", .path(placeholder: "FILE", endings: ["html"]), .output, [.design, .compare, .report],
    "Write a report that opens offline in any browser",
    "One HTML file: pressure before and after, the insole in 3D, what was prescribed, assumed and found. Prints on A4.")

  static let record = Flag(
    "record", .path(placeholder: "FILE", endings: ["json"]), .output, [.design],
    "Write everything about this run as JSON",
    "Inputs with their hashes, complete prescription, landmarks, prediction, mesh facts; orthotic schema record prints its form."
  )

  static let recordGrids = Flag(
    "record-grids", .toggle, .output, [.design],
    "Keep surfaces and pressures node by node in the record",
    "Adds some 3 MB of numbers to --record.")

  static let recordNames = Flag(
    "record-names", .toggle, .output, [.design],
    "Keep the names of files in record and report",
    "Without it they hold each input's hash and role only: names of files may tell who a person is.")

  static let replay = Flag(
    "replay", .path(placeholder: "RECORD", endings: ["json"]), .output, [.design],
    "Do again what a record holds, and check that the bytes are the same",
    "Inputs are found by their hashes, among files given beside it and in the record's folder, or by names that the record "
      + "keeps. Where files are written says this command line alone. Ends with 1 where the outcome differs.")

  static let picture = Flag(
    "picture", .path(placeholder: "FILE", endings: ["png", "svg"]), .output, [.design, .measure, .pressure],
    "Draw the result as a PNG; design also as SVG",
    "design: the pressure before and after on the foot's outline, with the offloading zones. measure: the sole's height "
      + "with outline and landmarks; what was filled is hatched. pressure: every step or foot with its regions, centre of "
      + "pressure and load curve; with --scan the map on the sole.")

  static let insolePicture = Flag(
    "insole-picture", .path(placeholder: "FILE", endings: ["png", "svg"]), .output, [.design],
    "Draw a shaded view of the insole, as PNG or SVG")

  static let preview = Flag(
    "preview", .toggle, .output, [.design],
    "Draw the pressure before and after in the terminal",
    "True colour, 256 colours or plain characters, by what the terminal can show; NO_COLOR is respected.")

  static let pictures = [picture, insolePicture, preview]

  /// Flags that say where and how to show an outcome, and decide nothing about it: no matter of a record.
  static let undeciding =
    [json, csv, frames, rank, output, savedPrescription, report, record, recordGrids, recordNames, replay] + pictures
    + [
      threads, quiet, help,
    ]

  /// Whether its value names a file.
  var isPath: Bool { if case .path = kind { true } else { false } }

  /// Whether the flag decides the outcome of a run beside the prescription.
  var isDeciding: Bool {
    if case .element = group { return false }
    // The record holds the prescription itself.
    let told = [Flag.preset, .prescription, .printPrescription].map(\.name)
    return !told.contains(name) && !Flag.undeciding.contains { $0.name == name }
  }
}
