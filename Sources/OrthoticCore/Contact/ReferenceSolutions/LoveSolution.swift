#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Even pressure on a square of an elastic half-space (Love 1929).
///
/// At the centre of a square of side s the surface sinks `1.1222·s·p/E*`, at a corner half of that.
package enum LoveSolution {
  /// Displacement per pressure, mm/kPa, at (x, y) from the square's centre, mm; contact modulus in kPa.
  package static func displacement(atX x: Double, y: Double, side: Double, contactModulus: Double) -> Double {
    let half = side / 2
    let sum =
      cornerPotential(x + half, y + half) - cornerPotential(x - half, y + half) - cornerPotential(x + half, y - half)
      + cornerPotential(x - half, y - half)
    return sum / (Double.pi * contactModulus)
  }

  /// `u·asinh(v/|u|) + v·asinh(u/|v|)`: the displacement of a quarter-plane's corner, up to a factor.
  static func cornerPotential(_ u: Double, _ v: Double) -> Double {
    (u == 0 ? 0 : u * asinh(v / abs(u))) + (v == 0 ? 0 : v * asinh(u / abs(v)))
  }
}
