import OrthoticCore
import OrthoticExport

/// What the flags say about printing.
struct PrintPlan: Equatable, Sendable {
  var printer = Printer()
  /// Whether the bed was given, so that fitting it is asked for.
  var isBedGiven = false
  var dialect = SlicerDialect.prusa
  var zoneBodies = ZoneBodies.auto
  var device = PrintSettings()
  var zone = PrintSettings()

  /// Whether pockets must be cut out of the device: where they are bodies or volumes of their own.
  var cutsZones: Bool {
    switch zoneBodies {
    case .bodies, .modifiers: true
    case .off: false
    case .auto: !zone.isEmpty
    }
  }
}

extension ParsedArguments {
  /// The print settings that this command line asks for.
  ///
  /// - Throws: `UsageError` for a bed that is none.
  func printPlan() throws(UsageError) -> PrintPlan {
    var plan = PrintPlan()
    if let text = text(.bed) {
      plan.printer = try Self.printer(text)
      plan.isBedGiven = true
    }
    if let limit = number(.overhang) { plan.printer.overhangLimit = limit }
    plan.dialect = choice(.slicer, as: SlicerDialect.self) ?? .prusa
    plan.zoneBodies = choice(.zoneBodies, as: ZoneBodies.self) ?? .auto
    plan.device = PrintSettings(infill: number(.infill), walls: whole(.walls))
    plan.zone = PrintSettings(infill: number(.zoneInfill), walls: whole(.zoneWalls), filament: whole(.zoneFilament))
    return plan
  }

  /// How the surfaces of a design become a solid for an output.
  func solidOptions(plan: PrintPlan, output: OutputPlan?) -> SolidOptions {
    var options = SolidOptions(cutsZones: (output?.holdsBodies ?? false) && plan.cutsZones)
    if let tolerance = number(.tolerance) { options.tolerance = tolerance }
    return options
  }

  /// Reads `256x256` or `250x210x220`, mm.
  private static func printer(_ text: String) throws(UsageError) -> Printer {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "X" || $0 == "×" }
    let sizes = parts.compactMap { Dimension.length.value(of: String($0)) }.filter { $0 >= 20 && $0 <= 3000 }
    guard sizes.count == parts.count, sizes.count == 2 || sizes.count == 3 else {
      throw UsageError("--bed \(text.prefix(60)): expected width, depth and height in mm, such as --bed 250x210x220")
    }
    return Printer(bedWidth: sizes[0], bedDepth: sizes[1], height: sizes.count == 3 ? sizes[2] : 256)
  }
}
