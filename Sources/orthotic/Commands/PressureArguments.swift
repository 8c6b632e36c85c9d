import OrthoticCore

extension ParsedArguments {
  /// What the flags say about the pressure map.
  ///
  /// - Throws: `UsageError` for a cell size or a step that is none.
  func pressureOptions() throws(UsageError) -> PressureOptions {
    let cell = try text(.pressureCell).map(Self.cell)
    return PressureOptions(
      cellWidth: cell?.x, cellLength: cell?.y, unit: choice(.pressureUnit, as: PressureUnit.self),
      side: choice(.pressureSide, as: Side.self), heel: choice(.pressureHeel, as: PressureOptions.HeelEnd.self),
      fit: choice(.pressureFit, as: PressureOptions.Fit.self) ?? .automatic,
      step: try text(.pressureStep).map(Self.step) ?? .typical)
  }

  private static func step(_ text: String) throws(UsageError) -> PressureOptions.StepChoice {
    switch text.lowercased() {
    case "typical": return .typical
    case "mean": return .mean
    default:
      if let number = Int(text), number > 0 { return .number(number) }
      throw UsageError(
        flag: .pressureStep, value: text, expected: "typical, mean or the number of a step from 1", example: "2")
    }
  }

  /// Reads `5`, `5mm`, `5.08x7.62` or `0.2inx0.3in`: width across the foot, then length along it, mm.
  private static func cell(_ text: String) throws(UsageError) -> Vector2 {
    // Sensors of every known system lie between 1 and 50 mm.
    let range = 1.0...50.0
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" || $0 == "*" }
    let sizes = parts.compactMap { Dimension.length.value(of: String($0)) }.filter(range.contains)
    guard sizes.count == parts.count, (1...2).contains(sizes.count) else {
      throw UsageError(
        flag: .pressureCell, value: text, expected: "one length or two, width x length, from 1 to 50 mm",
        example: "5.08x7.62")
    }
    return Vector2(sizes[0], sizes[sizes.count - 1])
  }
}
