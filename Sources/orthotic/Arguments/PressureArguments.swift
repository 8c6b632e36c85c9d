import OrthoticCore

extension ParsedArguments {
  /// What the flags say about the pressure map.
  ///
  /// - Throws: `UsageError` for a cell size, a step or a picture that is none, the `InputError` of a sensor layout.
  func pressureOptions() throws -> PressureOptions {
    let cell = try text(.pressureCell).map(Self.cell)
    var options = PressureOptions(
      cellWidth: cell?.x, cellLength: cell?.y, unit: choice(.pressureUnit, as: PressureUnit.self),
      side: choice(.pressureSide, as: Side.self), heel: choice(.pressureHeel, as: PressureOptions.HeelEnd.self),
      fit: choice(.pressureFit, as: PressureOptions.Fit.self) ?? .automatic,
      step: try text(.pressureStep).map(Self.step) ?? .typical,
      layout: try text(.pressureLayout).map { try SensorField.read(InputFile.load(path: $0)) },
      calibration: number(.pressureCalibration))
    options.view = choice(.pressureView, as: PressureOptions.View.self)
    options.picture = try text(.pressureMap).map(Self.picture) ?? .peak
    return options
  }

  /// Where the regions end, or `nil` where no flag says so.
  func regionBorders() throws(UsageError) -> RegionBorders? {
    guard let text = text(.regions) else { return nil }
    var borders = RegionBorders()
    for part in text.lowercased().split(separator: ",") {
      let pair = part.split(separator: "=").map { part in String(part.filter { !$0.isWhitespace }) }
      if pair == ["simple"] {
        borders = .simple
        continue
      }
      if pair == ["cells", "whole"] {
        borders.wholeCellsOnly = true
        continue
      }
      // A bare number is a share here, not a percentage.
      guard pair.count == 2, let share = Double(pair[1]) ?? Dimension.share.value(of: pair[1]), share >= 0, share <= 1,
        borders.set(pair[0], to: share)
      else { throw Self.badBorders(text) }
    }
    guard borders.areInOrder else { throw Self.badBorders(text) }
    return borders
  }

  private static func badBorders(_ text: String) -> UsageError {
    UsageError(
      flag: .regions, value: text,
      expected: "\(RegionBorders.names.joined(separator: ", ")) = shares that follow each other, or simple",
      example: "heel=0.3,midfoot=0.6")
  }

  private static func picture(_ text: String) throws(UsageError) -> PressureOptions.Picture {
    switch text.lowercased() {
    case "peak": return .peak
    case "mean": return .mean
    default:
      if let number = Int(text), number > 0 { return .frame(number) }
      throw UsageError(
        flag: .pressureMap, value: text, expected: "peak, mean or the number of a frame from 1", example: "mean")
    }
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
