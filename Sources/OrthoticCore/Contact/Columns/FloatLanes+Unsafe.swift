/// The exponential function of eight numbers at once, which the C library has for one at a time only.
enum FloatLanes {
  typealias Lane = SIMD8<Float>

  /// `exp(x) − 1` for 0 ≤ x ≤ 60, to 6e-7 of the result, and 6e-8 of the argument; what is less or more counts as 0 or 60.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2: `exp(x) − 1 = 2ⁿ·(exp(r) − 1) + (2ⁿ − 1)`, the first by its Taylor series up to r⁶.
  @inline(__always)
  static func exponentialLessOne(_ argument: Lane) -> Lane {
    // `pointwiseMin` is a call, eight numbers one by one.
    var x = argument
    x.replace(with: 60, where: x .> 60)
    x.replace(with: 0, where: x .< 0)
    // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
    let shifter = Lane(repeating: 12_582_912)
    let shifted: Lane = x * Float(1.442_695_04) + shifter
    let whole: Lane = shifted - shifter
    // ln 2 in two parts, the first exact in few bits.
    var r: Lane = x - whole * Float(0.693_359_375)
    r += whole * Float(2.121_944_4e-4)
    var series: Lane = r * Float(1.0 / 720) + Float(1.0 / 120)
    series = series * r + Float(1.0 / 24)
    series = series * r + Float(1.0 / 6)
    series = series * r + Float(0.5)
    let rest: Lane = series * r * r + r
    let bits = unsafe unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
    let raised: SIMD8<UInt32> = (bits &<< 23) &+ SIMD8<UInt32>(repeating: 0x3f80_0000)
    let power = unsafe unsafeBitCast(raised, to: Lane.self)
    return power * rest + (power - Float(1))
  }

  /// Eight numbers as one: writing lanes one by one goes through memory each time.
  @inline(__always)
  static func lane(_ values: borrowing [8 of Float]) -> Lane {
    Lane(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7])
  }
}
