/// A foot pressed on an insole, on a grid: what the equilibrium solver needs and nothing more.
///
/// Knows grids, not feet.
///
/// All arrays are in the order of `layout`. Overclosure is how far the undeformed sole would sink below the surface
/// it stands on; negative is an air gap.
public struct ContactProblem: Sendable {
  /// Where the nodes lie.
  public var layout: GridLayout
  /// Overclosure on a flat rigid floor, mm; `-infinity` where there is no sole.
  public var overclosure: [Double]
  /// Soft tissue thickness, mm.
  public var tissueThickness: [Double]
  /// Initial stiffness K0 of the tissue column law `P(e) = K0/b · (exp(b·e) − 1)`, kPa.
  public var tissueStiffness: [Double]
  /// Exponent b of the tissue column law; 0 is linear.
  public var tissueExponent: [Double]
  /// Height of the insole's top, mm, any common datum; `nan` where there is no insole.
  public var top: [Double]
  /// Compressible thickness of the insole, mm; 0 is rigid.
  public var insoleThickness: [Double]
  /// Column modulus of the insole under each node, kPa.
  public var insoleModulus: [Double]
  /// Force to carry, N.
  public var force: Double
  /// Where the force acts, mm in the grid's frame.
  public var centerOfPressure: Vector2

  /// Creates a problem from its parts.
  public init(
    layout: GridLayout, overclosure: [Double], tissueThickness: [Double], tissueStiffness: [Double],
    tissueExponent: [Double], top: [Double], insoleThickness: [Double], insoleModulus: [Double], force: Double,
    centerOfPressure: Vector2
  ) {
    self.layout = layout
    self.overclosure = overclosure
    self.tissueThickness = tissueThickness
    self.tissueStiffness = tissueStiffness
    self.tissueExponent = tissueExponent
    self.top = top
    self.insoleThickness = insoleThickness
    self.insoleModulus = insoleModulus
    self.force = force
    self.centerOfPressure = centerOfPressure
  }
}

/// The balanced state of a `ContactProblem`.
public struct ContactSolution: Sendable {
  /// Pressure at each node, kPa, never negative.
  public var pressure: [Double]
  /// Rigid settling s, mm, positive into the insole.
  public var settling: Double
  /// Tilt about the y axis, mm of extra overclosure per mm of x.
  public var tiltX: Double
  /// Tilt about the x axis, mm of extra overclosure per mm of y.
  public var tiltY: Double
  /// Newton steps taken.
  public var iterations: Int
  /// Relative error of the force: |Σ p·A − F| / F.
  public var forceError: Double
  /// Error of the moments: distance of the centre of pressure from its target, mm.
  public var momentError: Double

  /// Creates a solution from its parts.
  public init(
    pressure: [Double], settling: Double, tiltX: Double, tiltY: Double, iterations: Int, forceError: Double,
    momentError: Double
  ) {
    self.pressure = pressure
    self.settling = settling
    self.tiltX = tiltX
    self.tiltY = tiltY
    self.iterations = iterations
    self.forceError = forceError
    self.momentError = momentError
  }
}
