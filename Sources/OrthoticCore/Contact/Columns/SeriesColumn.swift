/// Tissue, cover and insole under one node, one on the other: they share the overclosure and carry the same pressure.
///
/// `c = δt + δc + δi`, `p = Pt(δt/ht) = Pc(δc/hc) = Pi(δi/hi)`: a Winkler foundation, each column by itself.
public struct SeriesColumn: Equatable, Sendable {
  /// The tissue.
  public let tissue: TissueColumn
  /// The insole under it.
  public let insole: InsoleColumn
  /// A soft cover between the two, or `.none`.
  public let cover: InsoleColumn
  private let insoleLaw: FoamLaw
  private let coverLaw: FoamLaw
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
    /// Compression of insole and cover as a share of what `FoamLaw` calls their travel: the next answer's guess.
    var insoleRatio = 0.0
    var coverRatio = 0.0

    /// No contact.
    static let open = State(pressure: 0, stiffness: 0, tissueStrain: 0, strainRate: 0)
  }

  /// Creates a column from its parts.
  public init(tissue: TissueColumn, insole: InsoleColumn, cover: InsoleColumn = .none) {
    self.tissue = tissue
    self.insole = insole
    self.cover = cover
    insoleLaw = FoamLaw(insole)
    coverLaw = FoamLaw(cover)
    // No foam is softer than when it is touched, and P is at least K0·e: the strain is at least that of linear springs,
    // and at most the tissue's alone.
    softest = 1 / tissue.thickness
  }

  /// A relative step after which the answer, moved along its tangent, is good to 1e-13, and its slope to 1e-6: the error is the step squared,
  /// times half the exponent's argument, which is below 10.
  static let lastStep = 1e-7
  /// Newton needs 2–6; bisection alone would need 53.
  private static let largestStepCount = 80

  /// Pressure and stiffness at an overclosure, mm; no contact at or below 0.
  ///
  /// Unknown is the tissue strain e: `G(e) = ht·e + δc(P(e)) + δi(P(e)) − c` grows with e. Newton's method, and
  /// bisection where it leaves its bracket.
  ///
  /// - Parameter guess: A strain to start from, such as the last one; 0 for none.
  @inline(__always)
  public func state(at overclosure: Double, guess: Double = 0) -> State {
    var start = State.open
    start.tissueStrain = guess
    return state(at: overclosure, from: start, lastStep: Self.lastStep)
  }

  /// The same from a neighbouring state, whose strain is the guess.
  @inline(__always)
  func state(at overclosure: Double, from start: State, lastStep: Double) -> State {
    guard overclosure > 0 else { return .open }
    if insoleLaw.travel <= 0, coverLaw.travel <= 0 {
      let strain = overclosure * softest
      let (pressure, slope) = tissue.law(strain)
      return State(pressure: pressure, stiffness: slope * softest, tissueStrain: strain, strainRate: softest)
    }
    var low = 0.0
    var high = overclosure * softest
    var strain = start.tissueStrain
    if !(strain > 0 && strain < high) {
      strain = overclosure / (tissue.thickness + (insoleLaw.compliance + coverLaw.compliance) * tissue.stiffness)
    }
    var state = start
    for _ in 0..<Self.largestStepCount {
      let (pressure, slope) = tissue.law(strain)
      let insole = insoleLaw.ratio(at: pressure * insoleLaw.perPressure, guess: state.insoleRatio)
      var squeezed = insoleLaw.travel * insole.ratio
      var rate = insoleLaw.compliance * insole.slope
      if coverLaw.travel > 0 {
        let cover = coverLaw.ratio(at: pressure * coverLaw.perPressure, guess: state.coverRatio)
        squeezed += coverLaw.travel * cover.ratio
        rate += coverLaw.compliance * cover.slope
        state.coverRatio = cover.ratio
      }
      let residual = tissue.thickness * strain + squeezed - overclosure
      // dG/de, inverted.
      let inverse = 1 / (tissue.thickness + rate * slope)
      if residual > 0 { high = min(high, strain) } else { low = max(low, strain) }
      var next = strain - residual * inverse
      let change = next - strain
      state.insoleRatio = insole.ratio
      state.stiffness = slope * inverse
      state.strainRate = inverse
      if abs(change) <= lastStep * strain {
        state.pressure = pressure + slope * change
        state.tissueStrain = next
        return state
      }
      if !(next > low && next <= high) { next = (low + high) / 2 }
      state.pressure = pressure
      state.tissueStrain = next
      strain = next
    }
    return state
  }
}
