/// A sum of doubles that stands for one exact number, smallest part first and no two parts overlapping.
///
/// Exact arithmetic for the few signs that rounding leaves in doubt: J. R. Shewchuk, Adaptive Precision
/// Floating-Point Arithmetic and Fast Robust Geometric Predicates, 1997.
struct Expansion {
  /// The parts, zeros left out.
  private(set) var parts: [Double]

  /// One exact number.
  init(_ value: Double) { parts = value == 0 ? [] : [value] }

  /// The exact difference of two doubles.
  init(_ a: Double, minus b: Double) {
    let difference = a - b
    let bVirtual = a - difference
    let aVirtual = difference + bVirtual
    let tail = (a - aVirtual) + (bVirtual - b)
    parts = []
    append(tail)
    append(difference)
  }

  /// The sign: −1, 0 or 1, that of the largest part.
  var sign: Int {
    guard let last = parts.last else { return 0 }
    return last > 0 ? 1 : -1
  }

  private mutating func append(_ part: Double) {
    if part != 0 { parts.append(part) }
  }

  /// Adds one double exactly (grow expansion), in place: sums of many parts would else be copied for each.
  private mutating func grow(by part: Double) {
    guard part != 0 else { return }
    var carry = part
    var kept = 0
    for index in parts.indices {
      let own = parts[index]
      let sum = carry + own
      let ownVirtual = sum - carry
      let tail = (carry - (sum - ownVirtual)) + (own - ownVirtual)
      if tail != 0 {
        parts[kept] = tail
        kept += 1
      }
      carry = sum
    }
    parts.removeLast(parts.count - kept)
    append(carry)
  }

  /// The exact sum.
  static func + (a: Expansion, b: Expansion) -> Expansion {
    var result = a
    for part in b.parts { result.grow(by: part) }
    return result
  }

  /// The exact opposite.
  static prefix func - (a: Expansion) -> Expansion {
    var result = a
    for index in result.parts.indices { result.parts[index] = -result.parts[index] }
    return result
  }

  /// The exact product, part by part.
  static func * (a: Expansion, b: Expansion) -> Expansion {
    var result = Expansion(0)
    result.parts.reserveCapacity(2 * a.parts.count * b.parts.count)
    for factor in b.parts {
      for own in a.parts {
        let (tail, product) = product(own, factor)
        result.grow(by: tail)
        result.grow(by: product)
      }
    }
    return result
  }

  /// The exact product of two doubles, its rounding first (Dekker, 1971); without overflow for coordinates of any real
  /// device.
  private static func product(_ a: Double, _ b: Double) -> (Double, Double) {
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    let product = a * b
    let tail = aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow)
    return (tail, product)
  }

  private static func split(_ value: Double) -> (Double, Double) {
    let scaled = 134_217_729 * value  // 2²⁷ + 1
    let high = scaled - (scaled - value)
    return (high, value - high)
  }
}
