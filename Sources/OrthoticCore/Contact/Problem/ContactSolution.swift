/// The balanced state of a `ContactProblem`, or the best that could be found: see `converged`.
package struct ContactSolution: Sendable {
  /// Pressure at each node, kPa, never negative.
  package var pressure: [Double]
  /// Rigid settling s, mm, positive into the insole.
  package var settling: Double
  /// Tilt about the y axis, mm of extra overclosure per mm of x from `pole`.
  package var tiltX: Double
  /// Tilt about the x axis, mm of extra overclosure per mm of y from `pole`.
  package var tiltY: Double
  /// Lift of each ray at its head against the rest of the foot, mm, positive upward; empty for a rigid foot.
  package var rayLifts: [Double]
  /// Newton steps taken.
  package var iterations: Int
  /// Relative error of the force: |Σ p·A − F| / F.
  package var forceError: Double
  /// Error of the moments: distance of the centre of pressure from its target, mm.
  package var momentError: Double
  /// Whether force and both moments are balanced to 1e-8; where not, no tilt balances them (a centre of pressure
  /// outside the sole, no sole at all), and the pressure is only the nearest state found.
  package var converged: Bool
  /// Where the settling is measured and the tilts turn: the problem's centre of pressure.
  package var pole: Vector2

  /// Creates a solution from its parts.
  package init(
    pressure: [Double], settling: Double, tiltX: Double, tiltY: Double, iterations: Int, forceError: Double,
    momentError: Double, converged: Bool = true,
    pole: Vector2 = Vector2(0, 0), rayLifts: [Double] = []
  ) {
    self.pressure = pressure
    self.settling = settling
    self.tiltX = tiltX
    self.tiltY = tiltY
    self.iterations = iterations
    self.forceError = forceError
    self.momentError = momentError
    self.converged = converged
    self.pole = pole
    self.rayLifts = rayLifts
  }
}
