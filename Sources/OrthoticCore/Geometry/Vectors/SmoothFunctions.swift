/// A straight ramp from 0 at `edge0` to 1 at `edge1`, level outside them; falling where `edge1` is the lower.
@inlinable
package func ramp(_ edge0: Double, _ edge1: Double, _ x: Double) -> Double {
  min(max((x - edge0) / (edge1 - edge0), 0), 1)
}

/// A smooth step from 0 at 0 to 1 at 1, level outside, with zero slope at both (Hermite polynomial 3t² − 2t³).
@inlinable
package func smoothStep(_ share: Double) -> Double {
  let t = min(max(share, 0), 1)
  return t * t * (3 - 2 * t)
}

/// A smooth step from 0 at `edge0` to 1 at `edge1`.
@inlinable
package func smoothStep(_ edge0: Double, _ edge1: Double, _ x: Double) -> Double {
  smoothStep((x - edge0) / (edge1 - edge0))
}

/// A step from 0 at `edge0` to 1 at `edge1` whose slope and curvature vanish at both (Perlin 2002, 6t⁵ − 15t⁴ + 10t³).
func smootherStep(_ edge0: Double, _ edge1: Double, _ x: Double) -> Double {
  let t = ramp(edge0, edge1, x)
  return t * t * t * (t * (6 * t - 15) + 10)
}

/// 1 between two bounds, falling smoothly to 0 over `feather` outside them.
func plateau(_ low: Double, _ high: Double, feather: Double, _ x: Double) -> Double {
  let outside = max(low - x, x - high)
  return outside <= 0 ? 1 : 1 - smoothStep(0, feather, outside)
}

/// The part of a value above zero, the corner rounded over ± `radius`; exact for values beyond the radius.
func positivePart(_ value: Double, radius: Double) -> Double {
  if value >= radius { return value }
  guard value > -radius, radius > 0 else { return max(value, 0) }
  return (value + radius) * (value + radius) / (4 * radius)
}

/// The smaller of two values, the crease between them rounded over ± `radius` (quadratic blend).
@inlinable
package func smoothMinimum(_ a: Double, _ b: Double, radius: Double) -> Double {
  let gap = abs(a - b)
  guard gap < radius else { return min(a, b) }
  let overlap = radius - gap
  return min(a, b) - overlap * overlap / (4 * radius)
}
