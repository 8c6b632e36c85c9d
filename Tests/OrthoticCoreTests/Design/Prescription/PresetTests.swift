import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite(.enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
struct PresetTests {
  /// A foot of the Samples, loaded as its map says, and what a device of defaults does for it.
  private struct Case {
    let inputs: DesignInputs
    let foot: FootShape
    let usual: ShapedDesign

    init(_ sample: SampleCase) throws {
      let map = RealFiles.package.appending(path: "Samples/\(sample.name)/pressure.csv").path
      var prescription = Prescription()
      // Said here, so that all devices share one loading.
      prescription.scanLoad = ScanLoad.none
      inputs = DesignInputs(
        scan: Scan(name: "truth", format: "truth", points: []), recording: try PressureReader.read(.load(path: map)),
        prescription: prescription, predictionOptions: PredictionOptions(draws: 0))
      foot = sample.foot.shape(spacing: 2)
      usual = try DesignPipeline.shaped(for: foot, inputs: inputs)
    }

    func shaped(_ change: (Prescription) -> Prescription) throws -> ShapedDesign {
      var inputs = inputs
      inputs.prescription = change(inputs.prescription)
      return try DesignPipeline.shaped(for: foot, inputs: inputs, shared: usual.loading)
    }

    func shows(_ effect: Preset.Effect, _ design: ShapedDesign) -> Bool {
      effect.isShown(
        by: design.prediction.after, against: usual.prediction.after, regions: design.prediction.parts)
    }
  }

  @Test("every preset does to the predicted pressure what its sources say, against a device of defaults")
  func effects() throws {
    for sample in SampleCase.all {
      let each = try Case(sample)
      for preset in Preset.all where preset.effect != .none {
        let design = try each.shaped(preset.file.applied(to:))
        #expect(each.shows(preset.effect, design), "\(preset.name) on \(sample.name): \(preset.effect.text)")
        let troubles = design.findings.filter { ["arch-carries-too-much", "heel-lifted"].contains($0.code) }
        #expect(troubles.isEmpty, "\(preset.name) on \(sample.name): \(troubles.map(\.code))")
      }
    }
  }

  @Test("the effect of a device that does the opposite is not taken for shown")
  func opposites() throws {
    let each = try Case(SampleCase.all[2])
    // A pad far ahead of the heads, under which it lies.
    let lifted = try each.shaped { prescription in
      var changed = prescription
      changed.metatarsalPad = 5
      changed.metatarsalPadFront = -20
      return changed
    }
    #expect(!each.shows(.lowersPeak(.forefoot), lifted))
    #expect(!each.shows(.lowersPeak(.whole), lifted))
    let valgus = try each.shaped { prescription in
      var changed = prescription
      changed.rearfootPost = -4
      return changed
    }
    #expect(!each.shows(.movesHeelLoadMedially, valgus))
  }
}
