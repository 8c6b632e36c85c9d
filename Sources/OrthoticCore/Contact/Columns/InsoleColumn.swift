/// A compressible part of an insole under one node, as a Winkler column that stiffens once its cells collapse.
///
/// `p = M·e·(1 + x³/(1 − x))` with x = e/eD: linear while the cell walls bend, steep where the foam is nearly all wall
/// (Gibson & Ashby 1997, densification strain `eD = 1 − 1.4·ρ/ρs`). The cubic term leaves the column within 5 % of
/// linear up to a third of eD, as the curves of Plastazote LD33 and Poron are.
package struct InsoleColumn: Equatable, Sendable {
  /// Compressible thickness, mm; 0 is rigid.
  package var thickness: Double
  /// Column modulus M, kPa: see `Material.columnModulus`.
  package var modulus: Double
  /// Strain eD at which a foam is all wall and no air; infinite for a column that stays linear.
  package var densificationStrain: Double

  /// Share of eD above which a foam is called bottomed out: there it is twice as stiff as when it was touched.
  package static let bottomingShare = 0.75

  /// No layer at all.
  package static let none = InsoleColumn(thickness: 0, modulus: 1)

  /// Creates a column; a thickness of at least 0 and a positive modulus are the caller's promise.
  package init(thickness: Double, modulus: Double, densificationStrain: Double = .infinity) {
    self.thickness = thickness
    self.modulus = modulus
    self.densificationStrain = densificationStrain
  }

  /// Pressure, kPa, at a strain below `densificationStrain`; infinite from there on.
  package func pressure(atStrain strain: Double) -> Double {
    guard densificationStrain.isFinite else { return modulus * strain }
    let ratio = strain / densificationStrain
    return ratio < 1 ? modulus * strain * (1 + ratio * ratio * ratio / (1 - ratio)) : .infinity
  }

  /// Strain at a pressure, kPa; 0 for a rigid column.
  package func strain(atPressure pressure: Double) -> Double {
    guard thickness > 0, pressure > 0 else { return 0 }
    let foam = FoamLaw(self)
    return foam.ratio(at: pressure * foam.perPressure, guess: 0).ratio * foam.travel / thickness
  }

  /// Whether a pressure, kPa, squeezes the column beyond `bottomingShare` of its densification strain.
  package func isBottomed(atPressure pressure: Double) -> Bool {
    densificationStrain.isFinite && strain(atPressure: pressure) > Self.bottomingShare * densificationStrain
  }
}

/// An `InsoleColumn` as the solver asks it: how far it gives way under a pressure, in shares of all it can.
struct FoamLaw: Equatable, Sendable {
  /// Compression at x = 1, mm: thickness × eD where the foam densifies, the thickness where it is linear.
  let travel: Double
  /// y by pressure, 1/kPa.
  let perPressure: Double
  /// Whether `y = x + x⁴/(1 − x)`, else `y = x`.
  let densifies: Bool

  init(_ column: InsoleColumn) {
    densifies = column.densificationStrain.isFinite
    let strain = densifies ? column.densificationStrain : 1
    travel = column.thickness * strain
    perPressure = 1 / (column.modulus * strain)
  }

  /// Compliance of the untouched column, mm/kPa.
  var compliance: Double { travel * perPressure }

  /// Newton needs 1–4 from a neighbour's answer; bisection alone would need 53.
  private static let largestStepCount = 60
  /// A step after which the answer is good to 1e-13: the error is its square over 1 − x.
  private static let lastStep = 3e-7

  /// The root x of `x + x⁴/(1 − x) = y`, and dx/dy.
  ///
  /// The left side is convex and grows, so that Newton's method comes down to the root from the right; from the left its first step leaps
  /// over it, and is kept below 1.
  @inline(__always)
  func ratio(at y: Double, guess: Double) -> (ratio: Double, slope: Double) {
    guard densifies else { return (y, 1) }
    guard y > 0 else { return (0, 1) }
    var x = guess > 0 && guess < 1 ? guess : min(y, 1 - 1 / (4 + y))
    for _ in 0..<Self.largestStepCount {
      let rest = 1 / (1 - x)
      let cube = x * x * x * rest
      let slope = 1 + cube * (4 + x * rest)
      var next = x - (x * (1 + cube) - y) / slope
      if next >= 1 { next = (1 + x) / 2 }
      if next <= 0 { next = x / 2 }
      if abs(next - x) <= Self.lastStep * (1 - x) * next { return (next, 1 / slope) }
      x = next
    }
    return (x, 1)
  }
}
