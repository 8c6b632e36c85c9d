/// One instant of a step: what the foot carries and where.
public struct LoadFrame: Equatable, Sendable {
  /// Force, N.
  public var force: Double
  /// Where it acts, mm.
  public var centerOfPressure: Vector2
  /// Overclosure on the flat floor calibrated on this instant, or `nil` to keep the problem's own.
  public var overclosure: [Double]?

  /// Creates a frame.
  public init(force: Double, centerOfPressure: Vector2, overclosure: [Double]? = nil) {
    self.force = force
    self.centerOfPressure = centerOfPressure
    self.overclosure = overclosure
  }
}
