import OrthoticCore
import OrthoticExport

extension Flag {
  static let slicer = Flag(
    "slicer", .choice(SlicerDialect.allCases.map(\.rawValue)), .printing, [.design], default: "prusa",
    "Whose print settings a 3MF file carries",
    "prusa is PrusaSlicer, orca OrcaSlicer, bambu Bambu Studio; none writes the standard's content alone.")

  static let zoneBodies = Flag(
    "zone-bodies", .choice(ZoneBodies.allCases.map(\.rawValue)), .printing, [.design], default: "auto",
    "How zones stand in a 3MF file",
    "bodies tile the device, sharing faces. modifiers are volumes around the zones in which settings change. off leaves "
      + "one body. auto makes bodies of zones that are printed otherwise than the rest.")

  static let infill = Flag(
    "infill", .quantity(.share, 0.05...1), .printing, [.design], default: "of the material",
    "How full the inside is printed",
    "The number behind tpu-85a is the infill that the prediction counts with.")

  static let walls = Flag(
    "walls", .whole(1...20), .printing, [.design], default: "of the slicer's profile",
    "Number of perimeters")

  static let zoneInfill = Flag(
    "zone-infill", .quantity(.share, 0.05...1), .printing, [.design], default: "by the zone's stiffness",
    "How full zones are printed",
    "Stiffness grows with the square of it: half the infill is a quarter of the stiffness.")

  static let zoneWalls = Flag(
    "zone-walls", .whole(1...20), .printing, [.design], default: "as the rest",
    "Number of perimeters of zones")

  static let zoneFilament = Flag(
    "zone-filament", .whole(1...16), .printing, [.design], default: "as the rest",
    "Number of the filament that zones are printed with",
    "Counted from 1 as the slicer does.")

  static let bed = Flag(
    "bed", .text(placeholder: "WxDxH"), .printing, [.design, .check], default: "256x256x256",
    "Size of the printer's bed and its clear height",
    "In mm. check fails a mesh that does not fit where the flag is given; a 3MF file is laid on it.")

  static let overhang = Flag(
    "overhang", .quantity(.angle, 0...90), .printing, [.design, .check], default: "45 deg",
    "Steepest overhang that the printer makes without support",
    "From the vertical; 90 for powder.")

  static let plate = Flag(
    "plate", .toggle, .printing, [.design],
    "Put both feet of a pair into one 3MF file, side by side on the bed",
    "With --both, or --left and --right; the output must be a 3MF file.")

  static let printings = [slicer, plate, zoneBodies, infill, walls, zoneInfill, zoneWalls, zoneFilament, bed, overhang]
}

/// How zones stand in a file of several bodies.
enum ZoneBodies: String, CaseIterable, Sendable {
  case auto, bodies, modifiers, off
}
