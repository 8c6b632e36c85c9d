/// What an optimisation found.
public struct OptimizationResult: Sendable {
  /// A number that differs from what was prescribed.
  public struct Change: Equatable, Sendable {
    /// Key of the element.
    public var key: String
    /// What the prescription says, with what foot and map decided.
    public var from: String
    /// What was found.
    public var to: String
  }

  /// How one region comes out.
  public struct Region: Equatable, Sendable {
    /// What was asked of it.
    public var target: RegionTarget
    /// Highest pressure on the prescribed device, kPa.
    public var prescribed: Double
    /// Highest pressure on the device that was found, kPa.
    public var optimized: Double
    /// The highest of all cases on the device that was found, kPa.
    public var worst: Double

    /// Whether the goal's pressure is reached with nominal numbers; `nil` where the goal names none.
    public var isMet: Bool? { target.pressure.map { optimized <= $0 } }
    /// Whether it ends above its own before.
    public var rises: Bool { optimized > target.before }
    /// Whether it ends above both its own before and the pressure that harms no part of a foot.
    public var isHarmed: Bool { optimized > target.limit }
  }

  /// The prescription that was found, as it is asked of a design.
  public var prescription: Prescription
  /// What it changes, in the order of the vocabulary; none where the prescribed device is the best.
  public var changes: [Change]
  /// The regions in the order of `RegionTarget.regions`.
  public var regions: [Region]
  /// Keys of the elements that were open.
  public var open: [String]
  /// What stops a goal from being reached, by name; empty where all are.
  public var bounds: [String]
  /// The thickness, mm, with which the goals would be reached, where they are not and a thicker device would do.
  public var thicknessThatWouldDo: Double?
  /// Devices that were tried.
  public var trials: Int
  /// Highest pressure anywhere on the sole that force and moments allow in any case: no device can be lower, kPa.
  public var physicalLimit: Double
  /// Value of the objective on the prescribed device and on the one found, kPa: lower is better.
  public var values: (prescribed: Double, optimized: Double)

  /// Whether every goal that names a pressure is reached with nominal numbers.
  public var isMet: Bool { regions.allSatisfy { $0.isMet ?? true } }
}
