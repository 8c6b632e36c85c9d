/// The balanced state of a `ContactProblem`, or the best that could be found: see `converged`.
public struct ContactSolution: Sendable {
  /// Pressure at each node, kPa, never negative.
  public var pressure: [Double]
  /// Rigid settling s, mm, positive into the insole.
  public var settling: Double
  /// Tilt about the y axis, mm of extra overclosure per mm of x from `pole`.
  public var tiltX: Double
  /// Tilt about the x axis, mm of extra overclosure per mm of y from `pole`.
  public var tiltY: Double
  /// Newton steps taken.
  public var iterations: Int
  /// Relative error of the force: |Σ p·A − F| / F.
  public var forceError: Double
  /// Error of the moments: distance of the centre of pressure from its target, mm.
  public var momentError: Double
  /// Whether force and both moments are balanced to 1e-8; where not, no tilt balances them (a centre of pressure
  /// outside the sole, no sole at all), and the pressure is only the nearest state found.
  public var converged: Bool
  /// Where the settling is measured and the tilts turn: the problem's centre of pressure.
  public var pole: Vector2

  /// Creates a solution from its parts.
  public init(
    pressure: [Double], settling: Double, tiltX: Double, tiltY: Double, iterations: Int, forceError: Double,
    momentError: Double, converged: Bool = true,
    pole: Vector2 = Vector2(0, 0)
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
  }
}
