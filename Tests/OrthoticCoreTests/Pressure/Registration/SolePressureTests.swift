import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite("Maps laid on the sole")
struct SolePressureTests {
  private struct Laid {
    let foot: FootShape
    let recording: PressureRecording
    let registered: RegisteredPressure

    init(_ sample: SampleCase) throws {
      let map = RealFiles.package.appending(path: "Samples/\(sample.name)/pressure.csv").path
      foot = sample.foot.shape(spacing: 2)
      recording = try PressureReader.read(.load(path: map)).oriented(scanSide: foot.side)
      registered = try Registration.register(
        recording.peakPicture, side: foot.side, onto: foot, options: PressureOptions(), name: sample.name)
    }

    func pressure(spacing: Double) -> SolePressure {
      SolePressure(
        recording, registered: registered, on: foot,
        layout: GridLayout.covering(foot.outline, spacing: spacing, margin: 6))
    }
  }

  @Test("Everything lies on the sole with the same force, and no node is higher than the map")
  func confined() throws {
    for sample in SampleCase.all {
      let each = try Laid(sample)
      let laid = each.pressure(spacing: 2)
      let layout = laid.peak.layout
      let force = laid.peak.values.reduce(0, +) * layout.cellArea / 1000
      let sampled = each.registered.sampled(on: layout).values.reduce(0, +) * layout.cellArea / 1000
      #expect(abs(force / sampled - 1) < 1e-9, "\(sample.name)")
      for node in 0..<layout.count where laid.peak.values[node] > 0 {
        #expect(laid.peak.values[node] <= each.registered.map.peak + 1e-9)
        #expect(each.foot.plantar.interpolated(at: layout.position(node)).isFinite)
      }
    }
  }

  /// What is left comes from the sole's edge, where a node has its whole cell or none.
  @Test("Peaks, means and forces of the regions hardly depend on the grid")
  func converges() throws {
    for sample in SampleCase.all {
      let each = try Laid(sample)
      let fine = each.pressure(spacing: 1).metrics
      for (spacing, tolerance) in [(2.0, 0.04), (4, 0.07)] {
        for (a, b) in zip(fine, each.pressure(spacing: spacing).metrics) where a.metrics.peak > 50 {
          let name = "\(sample.name) \(a.region) at \(spacing) mm"
          #expect(
            abs(b.metrics.peak / a.metrics.peak - 1) < tolerance, "\(name): peak \(a.metrics.peak), \(b.metrics.peak)")
          #expect(
            abs(b.metrics.mean / a.metrics.mean - 1) < tolerance, "\(name): mean \(a.metrics.mean), \(b.metrics.mean)")
          #expect(
            abs(b.metrics.force / a.metrics.force - 1) < tolerance,
            "\(name): force \(a.metrics.force), \(b.metrics.force)")
        }
      }
    }
  }

  @Test("The regions of a design are those of the map on its foot")
  func sameRegions() throws {
    let sample = SampleCase.all[1]
    let each = try Laid(sample)
    let inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []), recording: each.recording,
      predictionOptions: PredictionOptions(draws: 0))
    let prediction = try DesignPipeline.shaped(for: each.foot, inputs: inputs).prediction
    let laid = each.pressure(spacing: 2)
    #expect(prediction.peakArea == laid.regions.window.area)
    for (outcome, found) in zip(prediction.regions, laid.metrics) {
      #expect(outcome.region == found.region && outcome.before == found.metrics)
      #expect(prediction.parts[outcome.region] == laid.regions[outcome.region])
    }
    let records = each.recording.regionRecords(in: FootprintFrame(each.registered, foot: each.foot), on: laid)
    for (outcome, record) in zip(prediction.regions, records) {
      #expect(record.areaPeak == outcome.before.peak && record.maximumForce == outcome.before.force)
    }
  }
}
