import OrthoticCore

/// A foot made of its footprint alone: length and width from the print, the arch from the load on the midfoot, everything
/// else an average foot's.
public enum TemplateFoot {
  /// Arch index of an ordinary foot, and the span to the flattest and the highest arch (Cavanagh and Rodgers 1987).
  static let ordinaryIndex = 0.235
  static let flatIndex = 0.30
  static let highIndex = 0.15

  /// Lengths and widths that feet have, mm, and width as a share of length.
  static let lengths = 90.0...380.0
  static let widthShares = 0.33...0.45
  /// Grid of the template's sole, mm.
  static let spacing = 0.5

  /// Makes the foot of an oriented recording.
  ///
  /// - Parameter footLength: The foot's length where the user knows it, mm.
  /// - Throws: `InputError` where the print is none of a foot.
  public static func shape(for recording: PressureRecording, footLength: Double?) throws(InputError) -> FootShape {
    let side = recording.side ?? .right
    guard let frame = FootprintFrame(recording, side: side) else {
      throw InputError(
        .implausible("has no loaded cells"), in: recording.name, expected: "the print of a foot",
        remedy: "give a scan as well")
    }
    let printed = frame.length / frame.pose.scaleY
    let length = footLength ?? printed
    guard lengths.contains(length) else {
      throw InputError(
        .implausible("shows a print of a foot \(Int(length)) mm long"), in: recording.name,
        expected: "a foot of \(Int(lengths.lowerBound)) to \(Int(lengths.upperBound)) mm",
        remedy: "give \(.pressureCell), or \(.footLength)")
    }
    let ordinary = FootParameters()
    let share = ordinary.ballWidth / ordinary.length * frame.pose.scaleY / frame.pose.scaleX
    let width = length * min(max(share, widthShares.lowerBound), widthShares.upperBound)
    let index = RecordingSummary(recording, frame: frame).indices.archIndex
    var foot = ParametricFoot(parameters(side: side, length: length, width: width, archIndex: index)).shape(
      spacing: spacing)
    let found = index.map { "arch index \(($0 * 100).rounded() / 100) of the print" } ?? "an ordinary arch"
    foot.assumptions = [
      Assumption(
        what: "foot shape", value: "template", why: "no scan: an average foot, \(found)", override: "\(.scan)"),
      Assumption(
        what: "foot length", value: "\(Int(length.rounded())) mm",
        why: footLength == nil ? "the print and an average foot's margins" : "\(.footLength)",
        override: "\(.footLength)"),
    ]
    foot.findings = [
      Finding(
        .warning, code: "shape-from-print",
        message:
          "no scan: heel, arch height and borders of the sole are an average foot's, only length, width and load are "
          + "this one's",
        remedy: "give a scan for a device that follows the foot")
    ]
    return foot
  }

  /// An ordinary foot of a size, its midfoot between the flat and the cavus foot of the Samples as the index says.
  private static func parameters(side: Side, length: Double, width: Double, archIndex: Double?) -> FootParameters {
    let index = archIndex ?? ordinaryIndex
    let ordinary = FootParameters()
    let other =
      index > ordinaryIndex
      ? ParametricFoot.flatLeftHighForefootPressure.parameters : ParametricFoot.cavusRight.parameters
    let extreme = index > ordinaryIndex ? flatIndex : highIndex
    let t = ramp(ordinaryIndex, extreme, index)
    func between(_ field: KeyPath<FootParameters, Double>) -> Double {
      ordinary[keyPath: field] + t * (other[keyPath: field] - ordinary[keyPath: field])
    }
    let scale = length / ordinary.length
    return FootParameters(
      side: side, length: length, ballWidth: width, heelWidth: width * ordinary.heelWidth / ordinary.ballWidth,
      archHeight: between(\.archHeight) * scale, archApex: between(\.archApex), archReach: between(\.archReach),
      lateralColumnHeight: between(\.lateralColumnHeight), lateralColumnRadius: between(\.lateralColumnRadius),
      restHeight: between(\.restHeight), load: .full)
  }
}
