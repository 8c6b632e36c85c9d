import Testing

@testable import OrthoticCore

@Suite struct StancePhasesTests {
  private static let length = 260.0
  /// A strip along the foot, 2 mm a row.
  private static let layout = GridLayout(origin: Vector2(0, 0), spacing: 2, columns: 3, rows: 131)

  /// The strip flat on the floor, pressed by 100 kPa everywhere but under an arch from 60 to 180 mm, 1 mm above it.
  private static func pushOff() -> (pressure: [Double], frame: LoadFrame) {
    let count = layout.count
    let isArch = (0..<count).map { (60...180).contains(layout.position($0).y) }
    let rays = RaySprings(
      first: [Int](repeating: 0, count: count), leverage: [Double](repeating: 0, count: count),
      nextLeverage: [Double](repeating: 0, count: count), springs: [15, 30, 25, 10, 8], ties: [1, 1, 1, 1])
    let sole = PressureModel.Sole(
      plantarHeight: isArch.map { $0 ? 1 : 0 }, scanLoad: .full, archWeight: isArch.map { $0 ? 1 : 0 },
      cellShare: [Double](repeating: 1, count: count), rays: rays, phases: StancePhases(layout: layout, length: length))
    return sole.calibrated(
      picture: isArch.map { $0 ? 0 : 100 }, instant: 2, layout: layout,
      tissue: TissueField(TissueColumn(thickness: 14, stiffness: 250, exponent: 2), count: count),
      plane: StandingPlane(offset: 0, slopeX: 0, slopeY: 0), contrast: 1)
  }

  @Test("at push-off the sole rises straight towards the heel from where that instant ceases to show the peak")
  func rise() throws {
    let phases = StancePhases(layout: Self.layout, length: Self.length)
    #expect(phases.rise(.heelStrike).allSatisfy { $0 == 0 } && phases.rise(.midstance).allSatisfy { $0 == 0 })
    let rise = phases.rise(.pushOff)
    #expect(rise.count == Self.layout.rows)
    for row in rise.indices {
      let behind = max(0.65 * Self.length - Self.layout.y(row), 0)
      #expect(abs(rise[row] - StancePhases.heelRise * behind) < 1e-9)
    }
    // A centimetre in the middle of the foot, where push-off no longer bears anything.
    #expect((8...11).contains(rise[Int(0.45 * Self.length / 2)]))
  }

  @Test("at push-off an arch joins gradually: its gap grows by tenths of a millimetre a row")
  func arch() throws {
    let overclosure = try #require(Self.pushOff().frame.overclosure)
    let rows = (0..<Self.layout.rows).map { overclosure[Self.layout.index(1, $0)] }
    let last = try #require(rows.firstIndex { $0 > -.infinity })
    #expect(rows[..<last].allSatisfy { $0 == -.infinity })
    // Where it first could be met it lies a centimetre off, not the millimetre of the scan that stands.
    #expect(rows[last] < -8.9)
    for row in (last + 1)..<90 where Self.layout.y(row) <= 180 { #expect(abs(rows[row] - rows[row - 1]) < 0.5) }
  }

  @Test("what is loaded keeps the overclosure of its own pressure: before stays exact")
  func loaded() throws {
    let (pressure, frame) = Self.pushOff()
    let overclosure = try #require(frame.overclosure)
    let column = TissueColumn(thickness: 14, stiffness: 250, exponent: 2)
    for node in pressure.indices where pressure[node] > 0 {
      #expect(abs(overclosure[node] - 14 * column.strain(atPressure: pressure[node])) < 1e-9)
    }
    #expect(pressure.contains { $0 > 0 })
  }
}
