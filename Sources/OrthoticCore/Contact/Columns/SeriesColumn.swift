/// Tissue and insole under one node, one on the other: they share the overclosure and carry the same pressure.
///
/// `c = δt + δi`, `p = Pt(δt/ht) = Pi(δi/hi)`.
public struct SeriesColumn: Equatable, Sendable {
  /// The tissue.
  public let tissue: TissueColumn
  /// The insole under it.
  public let insole: InsoleColumn
  /// Insole compression by pressure, mm/kPa, where the insole is linear, else 0.
  private let compliance: Double
  /// Strain by overclosure of the softest answer that the column can give, 1/mm.
  private let softest: Double

  /// What the column does at one overclosure.
  public struct State: Equatable, Sendable {
    /// Pressure, kPa.
    public var pressure: Double
    /// dp/dc, kPa/mm.
    public var stiffness: Double
    /// Tissue strain.
    public var tissueStrain: Double
    /// Derivative of the tissue strain by the overclosure, 1/mm.
    public var strainRate: Double

    /// No contact.
    static let open = State(pressure: 0, stiffness: 0, tissueStrain: 0, strainRate: 0)
  }

  /// Creates a column from its two parts.
  public init(tissue: TissueColumn, insole: InsoleColumn) {
    self.tissue = tissue
    self.insole = insole
    let isLinear = insole.thickness > 0 && insole.densificationStrain == .infinity
    compliance = isLinear ? insole.thickness / insole.modulus : 0
    // P is at least K0·e: where the insole is linear the strain is at most that of two linear springs.
    softest = 1 / (tissue.thickness + compliance * tissue.stiffness)
  }

  /// A relative step after which the answer, moved along its tangent, is good to 1e-13, and its slope to 1e-6: the error is the step squared,
  /// times half the exponent's argument, which is below 10.
  static let lastStep = 1e-7
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
    state(at: overclosure, guess: guess, lastStep: Self.lastStep)
  }

  @inline(__always)
  func state(at overclosure: Double, guess: Double, lastStep: Double) -> State {
    guard overclosure > 0 else { return .open }
    if insole.thickness <= 0 {
      let strain = overclosure * softest
      let (pressure, slope) = tissue.law(strain)
      return State(pressure: pressure, stiffness: slope * softest, tissueStrain: strain, strainRate: softest)
    }
    var low = 0.0
    var high = overclosure * softest
    var strain = guess > 0 && guess < high ? guess : high
    var state = State.open
    for _ in 0..<Self.largestStepCount {
      let (pressure, slope) = tissue.law(strain)
      var squeezed = compliance * pressure
      var rate = compliance
      if compliance == 0 {
        let answer = insole.inverse(pressure)
        squeezed = insole.thickness * answer.strain
        rate = insole.thickness * answer.slope
      }
      let residual = tissue.thickness * strain + squeezed - overclosure
      // dG/de, inverted.
      let inverse = 1 / (tissue.thickness + rate * slope)
      if residual > 0 { high = min(high, strain) } else { low = max(low, strain) }
      var next = strain - residual * inverse
      let change = next - strain
      if abs(change) <= lastStep * strain {
        return State(
          pressure: pressure + slope * change, stiffness: slope * inverse, tissueStrain: next, strainRate: inverse)
      }
      if !(next > low && next <= high) { next = (low + high) / 2 }
      state = State(
        pressure: pressure, stiffness: slope * inverse, tissueStrain: next, strainRate: inverse)
      strain = next
    }
    return state
  }
}
