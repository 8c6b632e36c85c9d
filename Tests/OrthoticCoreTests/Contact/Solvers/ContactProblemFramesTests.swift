import Testing

@testable import OrthoticCore

@Suite struct ContactProblemFramesTests {
  @Test("each frame is balanced as if alone, and the peak is the highest of them")
  func frames() {
    let problem = TestSole.problem()
    var frames: [LoadFrame] = []
    for number in 0..<12 {
      frames.append(
        LoadFrame(force: 100 + 60 * Double(number), centerOfPressure: Vector2(1, 60 + 10 * Double(number))))
    }
    let step = problem.solved(frames: frames)
    #expect(step.unbalanced.isEmpty)
    var peak = [Double](repeating: 0, count: problem.layout.count)
    for (frame, solution) in zip(frames, step.frames) {
      var alone = problem
      alone.force = frame.force
      alone.centerOfPressure = frame.centerOfPressure
      let reference = alone.solved()
      #expect(zip(reference.pressure, solution.pressure).allSatisfy { abs($0 - $1) < 1e-4 })
      for node in peak.indices { peak[node] = max(peak[node], reference.pressure[node]) }
    }
    #expect(zip(peak, step.peak).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("unloaded frames are empty, hopeless ones are named and do not spoil their neighbours")
  func gaps() {
    let problem = TestSole.problem()
    let step = problem.solved(frames: [
      LoadFrame(force: 0, centerOfPressure: Vector2(0, 0)),
      LoadFrame(force: 500, centerOfPressure: Vector2(0, 110)),
      LoadFrame(force: 500, centerOfPressure: Vector2(900, 110)),
      LoadFrame(force: 500, centerOfPressure: Vector2(0, 115)),
    ])
    #expect(step.unbalanced == [2])
    #expect(step.frames[0].pressure.allSatisfy { $0 == 0 })
    #expect(step.frames[3].converged)
  }

  @Test("frames calibrated one by one reproduce themselves on the floor")
  func calibrated() {
    let problem = TestSole.problem()
    let tissue = TissueField(
      thickness: problem.tissueThickness, stiffness: problem.tissueStiffness, exponent: problem.tissueExponent)
    let height = TestSole.height(problem.layout)
    let measured = problem.solved(frames: [
      LoadFrame(force: 300, centerOfPressure: Vector2(0, 80)), LoadFrame(force: 900, centerOfPressure: Vector2(3, 140)),
    ]).frames.map(\.pressure)
    let frames = measured.map { pressure in
      let calibration = Calibration(layout: problem.layout, pressure: pressure, plantarHeight: height, tissue: tissue)
      return LoadFrame(
        force: calibration.force, centerOfPressure: calibration.centerOfPressure, overclosure: calibration.overclosure)
    }
    let step = problem.solved(frames: frames)
    for (pressure, solution) in zip(measured, step.frames) {
      #expect(zip(pressure, solution.pressure).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }
}
