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

  /// The exact sum (grow expansion for each part of the other).
  static func + (a: Expansion, b: Expansion) -> Expansion {
    var result = a
    for part in b.parts {
      var carry = part
      var grown = Expansion(0)
      for own in result.parts {
        let sum = carry + own
        let ownVirtual = sum - carry
        let tail = (carry - (sum - ownVirtual)) + (own - ownVirtual)
        grown.append(tail)
        carry = sum
      }
      grown.append(carry)
      result = grown
    }
    return result
  }

  /// The exact opposite.
  static prefix func - (a: Expansion) -> Expansion {
    var result = a
    for index in result.parts.indices { result.parts[index] = -result.parts[index] }
    return result
  }

  /// The exact product (scale expansion for each part of the other).
  static func * (a: Expansion, b: Expansion) -> Expansion {
    var result = Expansion(0)
    for factor in b.parts { for own in a.parts { result = result + product(own, factor) } }
    return result
  }

  /// The exact product of two doubles (Dekker, 1971); without overflow for coordinates of any real device.
  private static func product(_ a: Double, _ b: Double) -> Expansion {
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    let product = a * b
    let tail = aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow)
    var result = Expansion(0)
    result.append(tail)
    result.append(product)
    return result
  }

  private static func split(_ value: Double) -> (Double, Double) {
    let scaled = 134_217_729 * value  // 2²⁷ + 1
    let high = scaled - (scaled - value)
    return (high, value - high)
  }
}
