#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One choice of the numbers that nobody knows exactly, as factors on the nominal ones.
public struct SensitivityDraw: Equatable, Sendable {
  /// Factor on tissue stiffness, ×/÷ 1.6.
  public var tissueStiffness = 1.0
  /// Factor on tissue thickness, ± 20 %.
  public var tissueThickness = 1.0
  /// Factor on the insole's modulus, ×/÷ 1.5.
  public var insoleModulus = 1.0
  /// Factor on the load of the step on the insole, ± 10 %.
  public var load = 1.0
  /// Shift of the centre of pressure across, ± 10 % of the footprint's radius of gyration: the tilt's uncertainty.
  public var shiftX = 0.0
  /// Shift of the centre of pressure along, likewise.
  public var shiftY = 0.0

  /// The choice as a point of the box [−1, 1]⁶, in the order of the properties.
  public let place: [Double]

  /// Creates the nominal choice.
  public init() { place = [Double](repeating: 0, count: 6) }

  /// Creates the choice at a point of the box.
  init(place: [Double]) {
    self.place = place
    tissueStiffness = pow(1.6, place[0])
    tissueThickness = 1 + 0.2 * place[1]
    insoleModulus = pow(1.5, place[2])
    load = 1 + 0.1 * place[3]
    shiftX = 0.1 * place[4]
    shiftY = 0.1 * place[5]
  }

  /// How many draws a band rests on.
  public static let standardCount = 64

  /// A fixed set that fills the six-dimensional box evenly: the same on every machine and in every run.
  ///
  /// Richtmyer's sequence: multiples of the square roots of the first primes, turned round at 1. It needs no tables, stays even for
  /// any count, and each axis by itself is as even as a ruler (their continued fractions are short). Factors are even
  /// in their logarithm. `seed` turns the set to another, equally even one.
  public static func set(count: Int = standardCount, seed: UInt64 = 0) -> [SensitivityDraw] {
    let steps = [2.0, 3, 5, 7, 11, 13].map { $0.squareRoot() }
    let start = seed == 0 ? [Double](repeating: 0.5, count: 6) : turns(seed: seed)
    return (1...max(count, 1)).map { number in
      SensitivityDraw(
        place: (0..<6).map { axis in
          let value = start[axis] + Double(number) * steps[axis]
          return 2 * (value - value.rounded(.down)) - 1
        })
    }
  }

  /// Six numbers in 0..<1 from a seed (SplitMix64, Steele, Lea & Flood 2014).
  private static func turns(seed: UInt64) -> [Double] {
    var state = seed
    return (0..<6).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
  }
}
