/// Tissue, cover and insole under one node, one on the other: they share the overclosure and carry the same pressure.
///
/// `c = δt + δc + δi`, `p = Pt(δt/ht) = Pc(δc/hc) = Pi(δi/hi)`: a Winkler foundation, each column by itself.
package struct SeriesColumn: Equatable, Sendable {
  /// The tissue.
  package let tissue: TissueColumn
  /// The insole under it.
  package let insole: InsoleColumn
  /// A soft cover between the two, or `.none`.
  package let cover: InsoleColumn
  /// What the three do together.
  let law: SeriesLaw

  /// What the column does at one overclosure.
  package struct State: Equatable, Sendable {
    /// Pressure, kPa.
    package var pressure: Double
    /// dp/dc, kPa/mm.
    package var stiffness: Double
    /// Tissue strain.
    package var tissueStrain: Double
    /// Derivative of the tissue strain by the overclosure, 1/mm.
    package var strainRate: Double
    /// Compression of insole and cover as a share of what `FoamLaw` calls their travel: the next answer's guess.
    var insoleRatio = 0.0
    var coverRatio = 0.0

    /// No contact.
    static let open = State(pressure: 0, stiffness: 0, tissueStrain: 0, strainRate: 0)
  }

  /// Creates a column from its parts.
  package init(tissue: TissueColumn, insole: InsoleColumn, cover: InsoleColumn = .none) {
    self.tissue = tissue
    self.insole = insole
    self.cover = cover
    law = SeriesLaw(tissue: tissue, insole: FoamLaw(insole), cover: FoamLaw(cover))
  }

  /// Pressure and stiffness at an overclosure, mm; no contact at or below 0.
  ///
  /// Unknown is the tissue strain e: `G(e) = ht·e + δc(P(e)) + δi(P(e)) − c` grows with e. Newton's method, and
  /// bisection where it leaves its bracket.
  ///
  /// - Parameter guess: A strain to start from, such as the last one; 0 for none.
  package func state(at overclosure: Double, guess: Double = 0) -> State {
    var start = State.open
    start.tissueStrain = guess
    return law.state(at: overclosure, from: start, lastStep: SeriesLaw.lastStep)
  }
}

/// What a `SeriesColumn` does, in the numbers that a search for balance reads of each of thousands.
struct SeriesLaw: Equatable, Sendable {
  let tissue: TissueColumn
  let insole: FoamLaw
  let cover: FoamLaw

  typealias State = SeriesColumn.State

  /// A relative step after which the answer, moved along its tangent, is good to 1e-11, and its slope to 1e-5: the error is the step squared,
  /// times half the exponent's argument, which is below 10.
  ///
  /// A guess in single precision is mostly that near, so that one look at the law is enough.
  static let lastStep = 1e-6
  /// Newton needs 2–6; bisection alone would need 53.
  private static let largestStepCount = 80

  /// The state at an overclosure, mm, from a neighbouring one whose strain is the guess.
  @inline(__always)
  func state(at overclosure: Double, from start: State, lastStep: Double) -> State {
    guard overclosure > 0 else { return .open }
    if self.insole.travel <= 0, self.cover.travel <= 0 {
      let strain = overclosure / tissue.thickness
      let (pressure, slope) = tissue.law(strain)
      return State(
        pressure: pressure, stiffness: slope / tissue.thickness, tissueStrain: strain, strainRate: 1 / tissue.thickness)
    }
    var low = 0.0
    var high = overclosure / tissue.thickness
    var strain = start.tissueStrain
    if !(strain > 0 && strain < high) {
      strain = overclosure / (tissue.thickness + (self.insole.compliance + self.cover.compliance) * tissue.stiffness)
    }
    var state = start
    for _ in 0..<Self.largestStepCount {
      let (pressure, slope) = tissue.law(strain)
      let insole = self.insole.ratio(at: pressure * self.insole.perPressure, guess: state.insoleRatio)
      var squeezed = self.insole.travel * insole.ratio
      var rate = self.insole.compliance * insole.slope
      if self.cover.travel > 0 {
        let cover = self.cover.ratio(at: pressure * self.cover.perPressure, guess: state.coverRatio)
        squeezed += self.cover.travel * cover.ratio
        rate += self.cover.compliance * cover.slope
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
