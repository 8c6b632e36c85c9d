/// Tissue and insole under one node, one on the other: they share the overclosure and carry the same pressure.
///
/// `c = δt + δi`, `p = Pt(δt/ht) = Pi(δi/hi)`.
public struct SeriesColumn: Equatable, Sendable {
  /// The tissue.
  public var tissue: TissueColumn
  /// The insole under it.
  public var insole: InsoleColumn

  /// What the column does at one overclosure.
  public struct State: Equatable, Sendable {
    /// Pressure, kPa.
    public var pressure: Double
    /// dp/dc, kPa/mm.
    public var stiffness: Double
    /// Tissue strain.
    public var tissueStrain: Double

    /// No contact.
    static let open = State(pressure: 0, stiffness: 0, tissueStrain: 0)
  }

  /// Creates a column from its two parts.
  public init(tissue: TissueColumn, insole: InsoleColumn) {
    self.tissue = tissue
    self.insole = insole
  }

  /// A relative step below which one more, linear, correction is exact to rounding (its error is the step squared).
  private static let lastStep = 1e-8
  /// Newton needs 2–6; bisection alone would need 53.
  private static let largestStepCount = 80

  /// Pressure and stiffness at an overclosure, mm; no contact at or below 0.
  ///
  /// Unknown is the tissue strain e: `G(e) = ht·e + hi·ei(P(e)) − c` grows with e, and without densification it is
  /// convex, so that Newton from the right never leaves its bracket; with it, bisection catches what leaves.
  ///
  /// - Parameter guess: A strain to start from, such as the last one; 0 for none.
  @inline(__always)
  public func state(at overclosure: Double, guess: Double = 0) -> State {
    guard overclosure > 0 else { return .open }
    if insole.thickness <= 0 {
      let strain = overclosure / tissue.thickness
      let (pressure, slope) = tissue.law(strain)
      return State(pressure: pressure, stiffness: slope / tissue.thickness, tissueStrain: strain)
    }
    // P is at least K0·e: where the insole is linear the strain is at most that of two linear springs.
    let softest =
      insole.densificationStrain == .infinity ? insole.thickness / insole.modulus * tissue.stiffness : 0
    var low = 0.0
    var high = overclosure / (tissue.thickness + softest)
    var strain = guess > 0 && guess < high ? guess : high
    var state = State.open
    for _ in 0..<Self.largestStepCount {
      let (pressure, slope) = tissue.law(strain)
      let (insoleStrain, insoleSlope) = insole.inverse(pressure)
      let residual = tissue.thickness * strain + insole.thickness * insoleStrain - overclosure
      let derivative = tissue.thickness + insole.thickness * insoleSlope * slope
      if residual > 0 { high = min(high, strain) } else { low = max(low, strain) }
      var next = strain - residual / derivative
      let change = next - strain
      if abs(change) <= Self.lastStep * strain {
        state = State(pressure: pressure + slope * change, stiffness: slope / derivative, tissueStrain: next)
        return state
      }
      if !(next > low && next <= high) { next = (low + high) / 2 }
      state = State(pressure: pressure, stiffness: slope / derivative, tissueStrain: next)
      strain = next
    }
    return state
  }
}
