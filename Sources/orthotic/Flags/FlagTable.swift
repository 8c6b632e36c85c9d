import OrthoticCore
import OrthoticExport

/// All flags.
enum FlagTable {
  /// Every flag, in the order of the help groups.
  static let all: [Flag] = {
    let elements = PrescriptionVocabulary.elements.map { Flag($0) }
    let flags =
      Flag.outputs + Flag.optimizations + Flag.printings + Flag.scans + Flag.pressures + Flag.pairs + Flag.prescriptions
      + elements
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

  static let csv = Flag(
    "csv", .toggle, .output, [.compare, .pressure],
    "Print the result as a table of comma-separated values",
    "A line for each variant or foot and region. compare: peaks with their bands, means, areas, forces and verdicts.")

  static let rank = Flag(
    "rank", .choice(FootRegion.allCases.map(\.rawValue)), .output, [.compare], default: "whole",
    "Rank the variants by the lowest predicted peak in this region",
    "The middle of the band decides. --goal is its old name, which this version still takes.")

  /// Names that flags had, by command: the parser takes them, help shows the new ones.
  static let formerNames: [CommandName: [String: String]] = [.compare: ["goal": "rank"]]

  static let redose = Flag(
    "redose", .toggle, .output, [.compare],
    "Dose the pockets of each variant anew",
    "Otherwise the zones and depths of the first variant are kept, so that only what differs is compared.")

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
    "Fewer facets where the surface is flat. Below 0.04 mm the grid is 0.25 mm unless --grid says otherwise.")

  static let frames = Flag(
    "frames", .toggle, .output, [.pressure],
    "Print every frame too: time, force, area, peak, centre of pressure",
    "As a table, as CSV in place of the regions (--csv), or as \"curve\" (--json).")

  static let outputs =
    [json, csv, frames, rank, redose, output, format, report, record, recordGrids, recordNames, replay] + pictures
    + [stlText, gridSpacing, tolerance]

  static let scan = Flag(
    "scan", .path(placeholder: "SCAN", endings: ["ply", "stl", "obj", "xyz", "asc", "csv", "txt", "gz"]), .scan,
    [.pressure],
    "Lay the map on this scanned foot",
    "Regions then follow the foot's landmarks, and how well map and sole agree is reported.")

  static let side = Flag(
    "side", .choice(Side.allCases.map(\.rawValue)), .scan, [.design, .compare, .measure, .pressure],
    default: "found by shape",
    "Which foot was scanned")

  static let unit = Flag(
    "unit", .choice(LengthUnit.allCases.map(\.rawValue)), .scan, [.design, .compare, .measure, .check, .pressure],
    default: "found by size; mm for check",
    "Unit of the file's coordinates")

  static let footLength = Flag(
    "foot-length", .quantity(.length, 80...400), .scan, [.design, .compare, .measure, .pressure],
    default: "measured on the scan",
    "Length of the foot, heel to longest toe",
    "Scales a scan whose unit is unknown.")

  static let cast = Flag(
    "cast", .choice(Cast.allCases.map(\.rawValue)), .scan, [.design, .compare, .measure],
    default: "found by shape",
    "Whether the foot or an impression of it was scanned",
    "negative: a foam box or the inside of a plaster cast. Only a very deep impression needs to be told.")

  static let scans = [scan, side, unit, footLength, cast]

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

  static let pressureView = Flag(
    "pressure-view", .choice(PressureOptions.View.allCases.map(\.rawValue)), .pressure,
    [.design, .compare, .pressure],
    default: "from the file or by shape",
    "From where the map shows the foot; below is mirrored",
    "A walk whose file names no feet needs it where one foot is wanted: mirrored, each step looks like the other foot."
  )

  static let pressureStep = Flag(
    "pressure-step", .text(placeholder: "STEP"), .pressure, [.design, .compare, .pressure], default: "typical",
    "Which step of a walk is used: typical, mean, or its number",
    "typical is the whole step of median peak, mean lays all whole steps on each other. orthotic pressure lists the steps."
  )

  static let pressureMap = Flag(
    "pressure-map", .text(placeholder: "PICTURE"), .pressure, [.design, .compare, .pressure], default: "peak",
    "Which picture of a recording or step is used: peak, mean, or a frame's number",
    "peak is the highest value of each cell, mean the mean over the frames on the ground.")

  static let pressureLayout = Flag(
    "pressure-layout", .path(placeholder: "FILE", endings: ["csv", "txt"]), .pressure, [.design, .compare, .pressure],
    "Where the sensors of a headless recording lie",
    "A line per sensor in the order of the columns: number, x, y, width, length, or number and four corners; mm, x to "
      + "the right as seen from above, y from heel to toes.")

  static let pressureCalibration = Flag(
    "pressure-calibration", .quantity(.pressure, 1e-6...1e4), .pressure, [.design, .compare, .pressure],
    "Pressure of one raw count",
    "For recordings in raw counts, such as uncalibrated Tekscan and stappone files.")

  static let regions = Flag(
    "regions", .text(placeholder: "BORDERS"), .pressure, [.pressure], default: "found",
    "Move the borders of regions, such as heel=0.3,midfoot=0.6",
    "heel and midfoot end at shares of foot length, mt1 to mt4 and hallux at shares of the forefoot's width from "
      + "medial; toes begin a share of foot length in front of the line from mt1 to mt5. cells=whole leaves out the "
      + "sensors that a border crosses. simple: three parts as in the R package pressuRe, heel=0.31, midfoot=0.55, "
      + "toes with the forefoot, cells=whole.")

  static let pressureFit = Flag(
    "pressure-fit", .choice(PressureOptions.Fit.allCases.map(\.rawValue)), .pressure, [.design, .compare, .pressure],
    default: "auto",
    "How the map is brought to the size of the foot",
    "auto scales only where the lengths differ clearly, rigid never does, scale always does.")

  static let model = Flag(
    "model", .choice(ContactModel.allCases.map(\.rawValue)), .pressure, [.design, .compare], default: "columns",
    "How the insole is taken to answer a pressure",
    "columns is fast; layer spreads load sideways as a real foam does, and the table then shows both.")

  static let pressures = [
    model, pressure, pressureCell, pressureUnit, pressureSide, pressureHeel, pressureView, pressureStep,
    pressureMap, pressureFit,
    pressureLayout, pressureCalibration, regions,
  ]

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
