import OrthoticCore
import ParametricFoot
import Testing

@Suite struct PictureChoiceTests {
  private static let step = ParametricFoot.normalRight.pressure.recordedStep(frames: 20).recording

  private func oriented(_ picture: PressureOptions.Picture) throws -> PressureRecording {
    var options = PressureOptions(side: .right)
    options.picture = picture
    return try Self.step.oriented(options: options)
  }

  @Test("shows the peak picture unless told otherwise") func showsThePeakPicture() throws {
    let recording = try oriented(.peak)
    #expect(recording.frameCount == 20 && recording.loadCurve.count == 20)
    #expect(recording.assumptions.allSatisfy { $0.what != "pressure picture" })
  }

  @Test("shows a single frame") func showsASingleFrame() throws {
    let recording = try oriented(.frame(7))
    #expect(recording.frameCount == 1 && recording.kind == .peakPicture && recording.loadCurve.isEmpty)
    #expect(recording.peakPicture == Self.step.frame(6))
  }

  @Test("shows the mean over the frames on the ground") func showsTheMeanOver() throws {
    let recording = try oriented(.mean)
    let forces = Self.step.forces.filter { $0 > 0 }
    let mean = forces.reduce(0, +) / Double(forces.count)
    #expect(abs(recording.peakPicture.force / mean - 1) < 1e-6)
  }

  @Test("refuses a frame that is not there", arguments: [0, 21, Int.max]) func refusesAFrame(number: Int) {
    let error = #expect(throws: InputError.self) { _ = try oriented(.frame(number)) }
    #expect(error?.remedy.settings.contains(.pressureMap) == true)
  }

  @Test("gives the load of every frame") func givesTheLoad() throws {
    let curve = Self.step.loadCurve
    #expect(curve.map(\.frame) == Array(1...20))
    #expect(curve.map(\.force) == Self.step.forces && curve.map(\.peak) == Self.step.peaks)
    // From heel to toes.
    let path = curve.compactMap(\.centerOfPressure)
    #expect((path.last?.y ?? 0) > (path.first?.y ?? 0) + 120)
  }
}
