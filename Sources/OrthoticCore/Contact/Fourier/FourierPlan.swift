#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Four independent transforms side by side, one in each lane.
typealias FourierLane = SIMD4<Double>

/// How to transform complex sequences of one length whose prime factors are 2, 3 and 5.
///
/// Forward is decimation in frequency, in place, and leaves the frequencies in the order of `frequency`; backward is
/// its mirror image and takes them in that order, so that a convolution never has to reorder anything. Neither scales:
/// backward after forward multiplies by the length.
struct FourierPlan: Sendable {
  /// Length of the sequences.
  let length: Int
  /// Radix of each stage, in the order of the forward transform.
  let radices: [Int]
  /// Frequency found at each position after a forward transform.
  let frequency: [Int]
  /// Position of each frequency.
  let position: [Int]
  /// `exp(−2πi·j·q/L)` for each stage of block length L, for each j < L/radix, for q = 1..<radix: cosine, sine.
  let twiddles: [Double]

  /// Creates a plan for a length that `suitableLength` returns.
  init(length: Int) {
    precondition(length > 0 && Self.suitableLength(length) == length, "a length made of 2, 3 and 5")
    self.length = length
    var radices: [Int] = []
    var rest = length
    for radix in [5, 3, 4, 2] {
      while rest % radix == 0 {
        radices.append(radix)
        rest /= radix
      }
    }
    self.radices = radices
    var frequency = [0]
    var block = length
    var twiddles: [Double] = []
    for radix in radices {
      block /= radix
      for j in 0..<block {
        for q in 1..<radix {
          let angle = -2 * Double.pi * Double(j * q) / Double(block * radix)
          twiddles.append(cos(angle))
          twiddles.append(sin(angle))
        }
      }
    }
    // Position p = q₁·(n/r₁) + q₂·(n/r₁r₂) + … holds frequency q₁ + r₁·(q₂ + r₂·(…)).
    for radix in radices.reversed() {
      let inner = frequency
      frequency = []
      for q in 0..<radix { frequency.append(contentsOf: inner.map { $0 * radix + q }) }
    }
    self.frequency = frequency
    var position = [Int](repeating: 0, count: length)
    for (place, value) in frequency.enumerated() { position[value] = place }
    self.position = position
    self.twiddles = twiddles
  }

  /// The smallest length of at least `least` whose prime factors are 2, 3 and 5.
  static func suitableLength(_ least: Int) -> Int {
    var length = max(least, 1)
    while true {
      var rest = length
      for prime in [2, 3, 5] { while rest % prime == 0 { rest /= prime } }
      if rest == 1 { return length }
      length += 1
    }
  }
}
