import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct PredictionBandsTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 1)

  static func shaped(_ options: PredictionOptions) throws -> ShapedDesign {
    var prescription = Prescription()
    prescription.offloadMode = .off
    let inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []),
      recording: DesignPipelineTests.recording(side: .right), prescription: prescription, predictionOptions: options)
    return try DesignPipeline.shaped(for: foot, inputs: inputs)
  }

  @Test("every loaded region has a band around its nominal change, and verdicts that follow from it")
  func regions() throws {
    let prediction = try Self.shaped(PredictionOptions(draws: 64)).prediction
    #expect(prediction.unbalancedDraws.count == 0 && prediction.unbalancedDraws.of == 64)
    for outcome in prediction.regions where outcome.before.peak > 0 {
      let change = try #require(outcome.change, "\(outcome.region)")
      let nominal = outcome.after.peak / outcome.before.peak - 1
      #expect(change.peak.low < change.peak.high)
      #expect(change.peak.contains(nominal), "\(outcome.region)")
      #expect(abs(change.peakAfter.high - outcome.before.peak * (1 + change.peak.high)) < 1e-9)
      #expect(change.verdicts.count == 2)
    }
  }

  @Test("without draws there are no bands; the layer model says what columns alone would say")
  func plain() throws {
    let columns = try Self.shaped(PredictionOptions(draws: 0)).prediction
    #expect(columns.regions.allSatisfy { $0.change == nil && $0.afterByColumns == nil })
    let layer = try Self.shaped(PredictionOptions(model: .layer, draws: 0)).prediction
    #expect(layer.model == .layer && layer.balance.converged)
    for (first, second) in zip(columns.regions, layer.regions) {
      #expect(second.afterByColumns == first.after)
    }
    #expect(layer.after.values != columns.after.values)
  }

  @Test("a verdict is met across the band, missed across it, or open")
  func verdicts() {
    let band = Band(median: 190, low: 180, high: 205)
    #expect(Verdict(.below(205), band: band).outcome == .met)
    #expect(Verdict(.below(200), band: band).outcome == .open)
    #expect(Verdict(.below(179), band: band).outcome == .missed)
    let change = Band(median: -0.3, low: -0.4, high: -0.25)
    #expect(Verdict(.lowered(0.3), band: change).outcome == .open)
    #expect(Verdict(.lowered(0.25), band: change).outcome == .met)
    #expect(Verdict(.lowered(0.3), band: change).goal.text == "30 % lower")
  }
}
