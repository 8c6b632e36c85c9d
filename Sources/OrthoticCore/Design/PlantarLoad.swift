/// One instant of a foot on the ground: what presses where before there is an insole.
public struct PlantarLoad: Sendable {
  /// Measured (or computed) pressure on a flat rigid floor, kPa, at each node of the contact grid.
  public var pressure: [Double]
  /// How far the undeformed sole would sink below that floor, mm; negative is an air gap.
  public var overclosure: [Double]
  /// Sum of pressure times area, N.
  public var force: Double
  /// Where the force acts, mm.
  public var centerOfPressure: Vector2

  /// Takes force and centre of pressure from the pressure itself, so that both balance exactly.
  public init(pressure: [Double], overclosure: [Double], layout: GridLayout) {
    self.pressure = pressure
    self.overclosure = overclosure
    var sum = 0.0
    var moment = Vector2.zero
    for index in pressure.indices where pressure[index] > 0 {
      sum += pressure[index]
      moment = moment + layout.position(index) * pressure[index]
    }
    // kPa · mm² = mN
    force = sum * layout.cellArea / 1000
    centerOfPressure = sum > 0 ? moment * (1 / sum) : .zero
  }
}
