import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct DesignPipelineTests {
  /// A map of the parametric foot: two hills under heel and heads on 5 mm cells.
  static func recording(side: Side) -> PressureRecording {
    let columns = 27
    let rows = 63
    var values = [Float](repeating: 0, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        var x = Double(column) * 5 - 65
        if side == .left { x = -x }
        let y = Double(row) * 5 - 25
        func hill(_ peak: Double, _ cx: Double, _ cy: Double, _ rx: Double, _ ry: Double) -> Double {
          let u = (x - cx) / rx
          let v = (y - cy) / ry
          return max(peak * (1 - u * u - v * v), 0)
        }
        let value = max(
          hill(300, 0, 38, 28, 32), hill(350, -8, 188, 45, 22), hill(60, 22, 120, 14, 60), hill(200, -22, 232, 14, 14))
        values[row * columns + column] = Float(value)
      }
    }
    return PressureRecording(
      name: "map", format: "test", kind: .peakPicture, side: side, orientation: .declared, columns: columns, rows: rows,
      cellWidth: 5, cellLength: 5, times: [0], values: values)
  }

  /// A foot and what is made on it, once for all tests that only look at it.
  private static let foot = ParametricFoot.normalRight.shape(spacing: 1)
  private static let made = Result {
    try DesignPipeline.run(
      DesignInputs(
        scan: Scan(name: "truth", format: "truth", points: []), recording: recording(side: .right), foot: foot))
  }

  @Test("a design on a known foot is closed, balanced and 10 mm longer than the foot") func designOnAKnown() throws {
    let result = try Self.made.get()
    #expect(result.proof.isSound)
    #expect(abs(result.deviceLength - Self.foot.length - 10) < 1)
    #expect(result.prediction.balance.converged)
    #expect(
      max(result.prediction.balance.force, result.prediction.balance.momentX, result.prediction.balance.momentY) < 1e-6)
  }

  @Test("a soft plug without room is said") func softPlugWithoutRoom() throws {
    var inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []), recording: Self.recording(side: .right))
    inputs.prescription.offloadMode = .soft
    inputs.prescription.offloadThreshold = 150
    // The heel is soft already: its zone cannot become a plug as well.
    inputs.prescription.stiffnessZones = try #require(StiffnessZones(text: "heel:soft"))
    let shaped = try DesignPipeline.shaped(for: Self.foot, inputs: inputs)
    let said = shaped.findings.filter { $0.code == "zone-not-made" }
    #expect(said.count == 1 && said.allSatisfy { $0.message.description.hasPrefix("zone heel:") })
    // The table does not say that it was made.
    #expect(shaped.prediction.zones.filter { $0.mode == "off" }.map(\.name) == ["heel"])
    #expect(shaped.prediction.zones.filter { $0.mode == "soft" }.count == shaped.prediction.zones.count - 1)
    // Every other zone is a plug beside the soft heel.
    #expect(shaped.surfaces.softParts.count == shaped.prediction.zones.count)
  }

  @Test("no pressure is predicted where there is no foot") func noPressureIsPredicted() throws {
    let prediction = try Self.made.get().prediction
    let layout = prediction.after.layout
    let inside = Self.foot.outline.signedDistance(on: layout)
    // The sole ends within a node of the outline.
    let beside = (0..<layout.count).filter { inside.values[$0] < -layout.spacing }
    #expect(beside.count > 500)
    let after = prediction.after.values
    let before = prediction.before.values
    #expect(beside.allSatisfy { after[$0] == 0 })
    #expect(beside.allSatisfy { before[$0] == 0 })
  }
}
