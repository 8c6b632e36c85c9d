/// One instant of a step: what the foot carries and where.
package struct LoadFrame: Equatable, Sendable {
  /// Force, N.
  package var force: Double
  /// Where it acts, mm.
  package var centerOfPressure: Vector2
  /// Overclosure on the flat floor calibrated on this instant, or `nil` to keep the problem's own.
  package var overclosure: [Double]?
  /// What the rays bear at rest in this instant, N, five; `nil` for a rigid foot.
  package var rayLoads: [Double]?
  /// Factor at each node from this instant's pressure to the highest of the step there; `nil` where the instant is a frame.
  ///
  /// Places do not all peak in one of the few instants that stand for a step.
  package var gain: [Double]?

  /// Creates a frame.
  package init(
    force: Double, centerOfPressure: Vector2, overclosure: [Double]? = nil, rayLoads: [Double]? = nil,
    gain: [Double]? = nil
  ) {
    self.force = force
    self.centerOfPressure = centerOfPressure
    self.overclosure = overclosure
    self.rayLoads = rayLoads
    self.gain = gain
  }

  /// A pressure of this instant as the picture of peaks shows it.
  func picture(of pressure: [Double]) -> [Double] {
    guard let gain else { return pressure }
    return zip(pressure, gain).map { $0 * $1 }
  }
}
