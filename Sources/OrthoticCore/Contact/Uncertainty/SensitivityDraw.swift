#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One choice of the numbers that nobody knows exactly, as factors on the nominal ones.
package struct SensitivityDraw: Equatable, Sendable {
  /// Factor on tissue stiffness, ×/÷ 1.6.
  package var tissueStiffness = 1.0
  /// Factor on tissue thickness, ± 20 %.
  package var tissueThickness = 1.0
  /// Factor on the insole's modulus, ×/÷ 1.5.
  package var insoleModulus = 1.0
  /// Factor on the load of the step on the insole, ± 10 %.
  package var load = 1.0
  /// Shift of the centre of pressure across, ± 10 % of the footprint's radius of gyration: the tilt's uncertainty.
  package var shiftX = 0.0
  /// Shift of the centre of pressure along, likewise.
  package var shiftY = 0.0
  /// Factor on the stiffness of the rays, ¼ to 2: published mobilities of the first ray lie that far apart.
  package var rayStiffness = 1.0
  /// Factor on the density of foams, ± 20 %, which moves the strain at which they densify.
  package var foamDensity = 1.0
  /// Exponent on the shares of the instants of a step, ×/÷ 1.4: how sharply one instant is told from the next.
  package var phaseContrast = 1.0

  /// How many numbers are open.
  package static let count = 9

  /// The choice as a point of the box [−1, 1]⁹, in the order of the properties.
  package let place: [Double]

  /// Creates the nominal choice.
  package init() { place = [Double](repeating: 0, count: Self.count) }

  /// Creates the choice at a point of the box.
  init(place: [Double]) {
    self.place = place
    tissueStiffness = pow(1.6, place[0])
    tissueThickness = 1 + 0.2 * place[1]
    insoleModulus = pow(1.5, place[2])
    load = 1 + 0.1 * place[3]
    shiftX = 0.1 * place[4]
    shiftY = 0.1 * place[5]
    // From ¼ to 2 evenly in the logarithm.
    rayStiffness = pow(8, 0.5 * (place[6] + 1)) / 4
    foamDensity = 1 + 0.2 * place[7]
    phaseContrast = pow(1.4, place[8])
  }

  /// The draw's tissue.
  func tissue(_ nominal: TissueField) -> TissueField {
    nominal.scaled(thickness: tissueThickness, stiffness: tissueStiffness)
  }

  /// The densification strain of a foam whose nominal one is given: `1 − 1.4·ρ/ρs` with the draw's density.
  func densificationStrain(_ nominal: Double) -> Double {
    nominal.isFinite ? max(1 - (1 - nominal) * foamDensity, 0.05) : nominal
  }

  /// How many draws a band rests on.
  package static let standardCount = 64

  /// A fixed set that fills the box evenly: the same on every machine and in every run.
  ///
  /// Richtmyer's sequence: multiples of the square roots of the first primes, turned round at 1. It needs no tables, stays even for
  /// any count, and each axis by itself is as even as a ruler (their continued fractions are short). Factors are even
  /// in their logarithm. `seed` turns the set to another, equally even one.
  package static func set(count: Int = standardCount, seed: UInt64 = 0) -> [SensitivityDraw] {
    let steps = [2.0, 3, 5, 7, 11, 13, 17, 19, 23].map { $0.squareRoot() }
    let start = seed == 0 ? [Double](repeating: 0.5, count: steps.count) : turns(seed: seed)
    return (1...max(count, 1)).map { number in
      SensitivityDraw(
        place: steps.indices.map { axis in
          let value = start[axis] + Double(number) * steps[axis]
          return 2 * (value - value.rounded(.down)) - 1
        })
    }
  }

  /// Numbers in 0..<1 from a seed (SplitMix64, Steele, Lea & Flood 2014).
  private static func turns(seed: UInt64) -> [Double] {
    var state = seed
    return (0..<Self.count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
  }
}
