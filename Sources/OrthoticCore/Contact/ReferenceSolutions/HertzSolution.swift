/// A rigid sphere on an elastic half-space (Hertz 1882): `a³ = 3FR/4E*`, `p0 = 3F/2πa²`, `δ = a²/R`.
package struct HertzSolution: Equatable, Sendable {
  /// Radius of the contact, mm.
  package var contactRadius: Double
  /// Pressure at its centre, kPa.
  package var peakPressure: Double
  /// How far the sphere sinks, mm.
  package var approach: Double

  /// Solves for a force, N, a radius, mm, and a plane-strain modulus `E* = E/(1 − ν²)`, kPa.
  package init(force: Double, radius: Double, contactModulus: Double) {
    contactRadius = Self.cubeRoot(3000 * force * radius / (4 * contactModulus))
    peakPressure = 1500 * force / (Double.pi * contactRadius * contactRadius)
    approach = contactRadius * contactRadius / radius
  }

  /// Pressure at a distance from the centre, kPa: `p0·√(1 − r²/a²)`.
  package func pressure(atRadius r: Double) -> Double {
    let rest = 1 - r * r / (contactRadius * contactRadius)
    return rest > 0 ? peakPressure * rest.squareRoot() : 0
  }

  /// Force, N, that gives a contact radius.
  package static func force(contactRadius a: Double, radius: Double, contactModulus: Double) -> Double {
    4 * contactModulus * a * a * a / (3 * radius) / 1000
  }

  private static func cubeRoot(_ value: Double) -> Double {
    // Newton from a start that is always to the right of the root.
    guard value > 0 else { return 0 }
    var root = max(value, 1)
    while true {
      let next = root - (root - value / (root * root)) / 3
      if !(next < root) { return root }
      root = next
    }
  }
}
