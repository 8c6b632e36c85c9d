import OrthoticCore
import OrthoticExport

/// All flags.
enum FlagTable {
  /// Every flag, in the order of the help groups.
  static let all: [Flag] = {
    let elements = PrescriptionVocabulary.elements.map { Flag($0) }
    let flags =
      Flag.outputs + Flag.printings + Flag.scans + Flag.pressures + Flag.pairs + Flag.prescriptions + elements
      + Flag.general
    return Flag.Group.all.flatMap { group in flags.filter { $0.group == group } }
  }()

  /// The flags that a command takes.
  static func flags(of command: CommandName) -> [Flag] { all.filter { $0.commands.contains(command) } }

  /// The flag of the element that `check` asks for too.
  static let minimumWall = all.first { $0.name == "min-wall" }

  /// The flag of a name, whichever command takes it.
  static func flag(named name: String) -> Flag? { all.first { $0.name == name } }
}

extension Flag {
  static let json = Flag(
    "json", .toggle, .output, CommandName.working,
    "Print the result as JSON",
    "Keys are lowerCamelCase, lengths mm, pressures kPa, forces N, areas cm2, angles degrees. What was not measured is "
      + "absent and listed under \"notMeasured\".")

  static let output = Flag(
    "output", short: "o", .path(placeholder: "FILE", endings: DeviceFormat.endings), .output, [.design],
    "Write the solid here; the ending picks the format",
    "The file appears whole or not at all. - writes to standard output; the table then goes to standard error.")

  static let stlText = Flag(
    "ascii", .toggle, .output, [.design],
    "Write the STL as text instead of binary")

  static let format = Flag(
    "format", .choice(DeviceFormat.names), .output, [.design], default: "by the ending of --output",
    "Format of the solid",
    "3mf holds zones as bodies with print settings. ps2d is the top as a height map, csv both surfaces as a table.")

  static let gridSpacing = Flag(
    "grid", .quantity(.length, 0.25...2), .output, [.design, .compare], default: "0.5 mm",
    "Spacing of the grid that the surfaces are computed on",
    "Finer shows smaller detail and takes longer.")

  static let tolerance = Flag(
    "tolerance", .quantity(.length, 0.005...0.5), .output, [.design], default: "0.04 mm",
    "How far facets may be off the computed surfaces",
    "Fewer facets where the surface is flat. Below 0.02 mm the grid is 0.25 mm unless --grid says otherwise.")

  static let outputs =
    [json, output, format, report, record, recordGrids, replay] + pictures + [stlText, gridSpacing, tolerance]

  static let side = Flag(
    "side", .choice(Side.allCases.map(\.rawValue)), .scan, [.design, .compare, .measure],
    default: "found by shape",
    "Which foot was scanned")

  static let unit = Flag(
    "unit", .choice(LengthUnit.allCases.map(\.rawValue)), .scan, [.design, .compare, .measure, .check],
    default: "found by size; mm for check",
    "Unit of the file's coordinates")

  static let footLength = Flag(
    "foot-length", .quantity(.length, 80...400), .scan, [.design, .compare, .measure],
    default: "measured on the scan",
    "Length of the foot, heel to longest toe",
    "Scales a scan whose unit is unknown.")

  static let scans = [side, unit, footLength]

  static let pressure = Flag(
    "pressure", .path(placeholder: "MAP", endings: mapEndings), .pressure,
    [.design, .compare],
    "Plantar pressure measured on this foot",
    "A grid of kPa values (CSV), or the text export of a pressure system. Without it the prediction rests on --weight.")

  static let pressureCell = Flag(
    "pressure-cell", .text(placeholder: "WxL"), .pressure, [.design, .compare, .pressure],
    default: "from the file",
    "Size of a sensor cell across and along the foot, such as 5 or 5.08x7.62",
    "In mm. A bare CSV grid does not say it.")

  static let pressureUnit = Flag(
    "pressure-unit", .choice(PressureUnit.allCases.map(\.rawValue)), .pressure, [.design, .compare, .pressure],
    default: "from the file",
    "Unit of the pressure values")

  static let pressureSide = Flag(
    "pressure-side", .choice(Side.allCases.map(\.rawValue)), .pressure, [.design, .compare, .pressure],
    default: "from the file or by shape",
    "Which foot the pressure map shows")

  static let pressureHeel = Flag(
    "pressure-heel", .choice(PressureOptions.HeelEnd.allCases.map(\.rawValue)), .pressure,
    [.design, .compare, .pressure],
    default: "from the file or by shape",
    "Which of the map's rows is at the heel")

  static let pressureStep = Flag(
    "pressure-step", .text(placeholder: "STEP"), .pressure, [.design, .compare, .pressure], default: "typical",
    "Which step of a walk is used: typical, mean, or its number",
    "typical is the whole step of median peak, mean lays all whole steps on each other. orthotic pressure lists the steps."
  )

  static let pressureFit = Flag(
    "pressure-fit", .choice(PressureOptions.Fit.allCases.map(\.rawValue)), .pressure, [.design, .compare],
    default: "auto",
    "How the map is brought to the size of the foot",
    "auto scales only where the lengths differ clearly, rigid never does, scale always does.")

  static let pressures = [pressure, pressureCell, pressureUnit, pressureSide, pressureHeel, pressureStep, pressureFit]

  /// Endings of pressure files.
  static let mapEndings = ["csv", "apd", "lst", "asc", "asf", "txt", "gz"]

  static let prescription = Flag(
    "rx", .path(placeholder: "FILE", endings: ["json"]), .prescription, [.design, .compare], repeats: true,
    "Take the prescription from a file; flags go over it",
    "JSON such as { \"heelCup\": \"14 mm\" }. compare makes a variant of each file given.")

  static let printPrescription = Flag(
    "print-rx", .toggle, .prescription, [.design],
    "Print the complete prescription as a file and stop",
    "Defaults, --preset, --rx and flags together, ready to be given back with --rx. No scan is needed.")

  static let prescriptions = [preset, prescription, printPrescription, allow]

  static let threads = Flag(
    "threads", short: "j", .whole(0...1024), .general, CommandName.working + [.report], default: "0",
    "Number of threads; 0 is as many as the machine has",
    "The output is the same bytes for any number.")

  static let quiet = Flag(
    "quiet", short: "q", .toggle, .general, CommandName.working + [.report],
    "Print no progress, notes or warnings")

  static let help = Flag(
    "help", short: "h", .toggle, .general, CommandName.allCases,
    "Explain the command; -h is shorter")

  static let general = [threads, quiet, help]
}
