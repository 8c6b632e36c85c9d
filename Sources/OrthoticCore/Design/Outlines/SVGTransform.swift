#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a drawing puts a part: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
struct SVGTransform: Equatable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// Scales and shifts along the axes.
  static func scale(_ x: Double, _ y: Double) -> SVGTransform { SVGTransform(a: x, d: y) }
  /// Shifts.
  static func shift(_ x: Double, _ y: Double) -> SVGTransform { SVGTransform(e: x, f: y) }

  /// Where a point goes.
  func placed(_ p: Vector2) -> Vector2 { Vector2(a * p.x + c * p.y + e, b * p.x + d * p.y + f) }

  /// First another one, then this.
  func after(_ inner: SVGTransform) -> SVGTransform {
    SVGTransform(
      a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d, e: a * inner.e + c * inner.f + e, f: b * inner.e + d * inner.f + f)
  }

  /// The transforms of an attribute, the last one applied first; `nil` where it is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var all = SVGTransform()
    for call in bytes.split(separator: UInt8(ascii: ")")) where !call.allSatisfy({ $0 <= 32 || $0 == 44 }) {
      let parts = call.split(separator: UInt8(ascii: "("), maxSplits: 1)
      guard parts.count == 2, let numbers = SVGNumbers.all(parts[1]) else { return nil }
      let name = String(decoding: parts[0].filter { $0 > 32 && $0 != 44 }, as: UTF8.self)
      guard let one = Self.named(name, numbers) else { return nil }
      all = all.after(one)
    }
    self = all
  }

  /// One with its numbers.
  init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  private static func named(_ name: String, _ numbers: [Double]) -> SVGTransform? {
    switch (name, numbers.count) {
    case ("matrix", 6):
      return SVGTransform(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    case ("translate", 1): return shift(numbers[0], 0)
    case ("translate", 2): return shift(numbers[0], numbers[1])
    case ("scale", 1): return scale(numbers[0], numbers[0])
    case ("scale", 2): return scale(numbers[0], numbers[1])
    case ("rotate", 1): return turn(numbers[0])
    case ("rotate", 3):
      return shift(numbers[1], numbers[2]).after(turn(numbers[0])).after(shift(-numbers[1], -numbers[2]))
    case ("skewX", 1): return SVGTransform(c: tan(numbers[0] * .pi / 180))
    case ("skewY", 1): return SVGTransform(b: tan(numbers[0] * .pi / 180))
    default: return nil
    }
  }

  private static func turn(_ degrees: Double) -> SVGTransform {
    let angle = degrees * .pi / 180
    return SVGTransform(a: cos(angle), b: sin(angle), c: -sin(angle), d: cos(angle))
  }
}
