import OrthoticCore
import ParametricFoot
import Testing

@Suite struct FootPressureTests {
  @Test("the peak picture exceeds body weight as measured ones do", arguments: ParametricFootTests.feet)
  func peakPictureExceedsBody(foot: ParametricFoot) {
    let pressure = foot.pressure
    #expect((1.5...2.3).contains(pressure.force / pressure.bodyWeight))
  }

  @Test("each foot loads the ground in its own way") func eachFootLoads() {
    func highest(_ foot: ParametricFoot, _ range: ClosedRange<Double>) -> Double {
      let layout = foot.layout(spacing: isOptimised ? 3 : 5)
      return (0..<layout.count).map { layout.position($0) }
        .filter { range.contains($0.y / foot.parameters.length) }
        .map { foot.pressure.pressure(x: $0.x, y: $0.y) }.max() ?? 0
    }
    let (normal, flat, cavus) = (
      ParametricFoot.normalRight, ParametricFoot.flatLeftHighForefootPressure, ParametricFoot.cavusRight
    )
    #expect((250...340).contains(highest(normal, 0...0.3)))
    #expect((300...420).contains(highest(normal, 0.6...0.8)))
    #expect((30...90).contains(highest(normal, 0.4...0.5)))
    #expect(highest(flat, 0.6...0.8) > 400)
    #expect(highest(flat, 0.4...0.5) > 70)
    #expect(highest(cavus, 0.42...0.5) == 0)
    #expect(highest(cavus, 0...0.3) > 340)
  }

  @Test("the recording keeps the force however it is turned") func recordingKeepsTheForce() {
    let pressure = ParametricFoot.normalRight.pressure
    let straight = pressure.recorded().map.force
    let turned = pressure.recorded(rotation: 23, offset: Vector2(0.4, 0.8)).map.force
    #expect(abs(straight - turned) < 0.002 * straight)
  }

  @Test(
    "the registration of a recording leads back to the foot",
    arguments: [ParametricFoot.normalRight, .flatLeftHighForefootPressure])
  func registrationOfARecording(foot: ParametricFoot) {
    let pressure = foot.pressure
    let recording = pressure.recorded(cell: 4, rotation: 11, offset: Vector2(0.3, 0.6))
    let map = recording.map
    // (cos 11°, sin 11°)
    let (c, s) = (0.981_627_183_447_664, 0.190_808_995_376_545)
    for row in stride(from: 0, to: map.rows, by: 3) {
      for column in 0..<map.columns {
        let across = foot.parameters.side == .left ? map.columns - 1 - column : column
        let (u, v) = (Double(across) * 4, Double(row) * 4)
        let place = recording.translation + Vector2(c * u - s * v, s * u + c * v)
        // The cell's mean differs from its centre by curvature only.
        #expect(abs(map.values[row * map.columns + column] - pressure.pressure(x: place.x, y: place.y)) < 25)
      }
    }
  }

  @Test("a step rolls from heel to toes and its peaks make the peak picture") func stepRollsFromHeel() {
    let pressure = ParametricFoot.cavusRight.pressure
    let step = pressure.recordedStep(frames: isOptimised ? 24 : 12).recording
    let picture = pressure.recorded().map
    let peaks = step.peakPicture
    #expect(peaks.columns == picture.columns && peaks.rows == picture.rows)
    for (peak, still) in zip(peaks.values, picture.values) { #expect(peak < still + 4) }
    #expect(abs(peaks.peak - picture.peak) < 0.03 * picture.peak)
    var centers: [Double] = []
    for frame in 0..<step.frameCount {
      let map = step.frame(frame)
      let moment = map.values.indices.reduce(0) { $0 + map.values[$1] * Double($1 / map.columns) }
      let sum = map.values.reduce(0, +)
      if sum > 0 { centers.append(moment / sum * map.cellLength) }
    }
    #expect(zip(centers, centers.dropFirst()).allSatisfy { $1 > $0 - 1 })
    #expect((centers.last ?? 0) - (centers.first ?? 0) > 150)
  }

  @Test("a left step is recorded like its left picture") func leftStepIsRecorded() {
    let pressure = ParametricFoot.flatLeftHighForefootPressure.pressure
    let peaks = pressure.recordedStep(frames: isOptimised ? 16 : 8, rotation: 7).recording.peakPicture
    let picture = pressure.recorded(rotation: 7).map
    for (peak, still) in zip(peaks.values, picture.values) { #expect(peak < still + 6) }
  }
}
