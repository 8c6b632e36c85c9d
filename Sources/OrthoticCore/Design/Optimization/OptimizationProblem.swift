/// What an optimisation is asked to do.
public struct OptimizationProblem: Equatable, Sendable {
  /// What is asked of the pressure.
  public var goals: [OptimizationGoal]
  /// Keys of the elements that were prescribed: they stay as they are.
  public var given: [String]
  /// Keys of elements that may be changed although they were prescribed, or are not opened by themselves.
  public var freed: [String]
  /// Greatest thickness under the foot's lowest places, mm; `nil` leaves the thickness as it is.
  public var maximumThickness: Double?
  /// How far the foot may lie from its place on the device, mm, in eight directions; 0 looks at its own place only.
  public var shift: Double
  /// Whether softer and firmer tissue are looked at too.
  public var variesTissue: Bool
  /// Devices that are tried at most.
  public var effort: Int

  /// How far a foot may lie elsewhere where nothing is said, mm: an optimum for one place alone is worth nothing.
  public static let standardShift = 4.0
  /// Devices tried where nothing is said.
  public static let standardEffort = 600
  /// Factors on the tissue's stiffness that are looked at beside the nominal one.
  static let tissueFactors = [0.7, 1.4]

  /// Creates a problem.
  public init(
    goals: [OptimizationGoal], given: [String] = [], freed: [String] = [], maximumThickness: Double? = nil,
    shift: Double = OptimizationProblem.standardShift, variesTissue: Bool = false,
    effort: Int = OptimizationProblem.standardEffort
  ) {
    self.goals = goals
    self.given = given
    self.freed = freed
    self.maximumThickness = maximumThickness
    self.shift = shift
    self.variesTissue = variesTissue
    self.effort = effort
  }

  /// Keys of the elements whose numbers are open, in the order of the table of doses.
  public var openKeys: [String] {
    let usual = Dose.usualKeys.filter { !given.contains($0) }
    // A pressure that the arch shall carry prescribes its height, and zones that are turned off have no mode.
    let barred =
      (given.contains("archPressure") ? ["archContact"] : [])
      + (given.contains("offload") ? ["offloadMode"] : []) + (given.contains("offloadMode") ? ["offload"] : [])
    return (Dose.usualKeys + Dose.freeableKeys).filter { key in
      freed.contains(key) || usual.contains(key) && !barred.contains(key)
    }
  }

  /// Keys that can be freed, in the order of the table of doses.
  public static let freeableKeys = Dose.usualKeys + Dose.freeableKeys
}
