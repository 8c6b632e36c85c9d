import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct StepFinderTests {
  private static let plate = WalkFixture.walk(belt: 0, rows: 270)
  private static let belt = WalkFixture.walk(belt: 3.7, rows: 120, steps: 3)

  @Test("finds the steps of a plate with their sides") func findsTheSteps() {
    let steps = Self.plate.steps()
    #expect(steps.map(\.side) == [.right, .left, .right, .left])
    #expect(steps.allSatisfy { $0.reasonToDrop == nil })
    #expect(steps.map(\.frames.lowerBound) == [8, 23, 38, 53])
  }

  @Test("undoes the belt, whichever way it counts", arguments: [1.0, -1.0]) func undoesTheBeltWhichever(sign: Double) {
    var recording = Self.belt
    recording.beltPositions = recording.beltPositions.map { $0 * sign }
    let steps = recording.steps()
    #expect(steps.filter { $0.reasonToDrop == nil }.map(\.side) == [.right, .left, .right])
    // Sharp: no longer than the print itself and the rounding to rows.
    #expect(steps.allSatisfy { Double($0.rows.count) * 8 < 270 })
  }

  @Test("finds the same feet on a plate that is walked the other way") func findsTheSameFeet() {
    let straight = Self.plate
    let steps = straight.turned(GridTurn(quarterTurns: 2)).steps()
    #expect(steps.map(\.side) == [.right, .left, .right, .left])
    #expect(steps.map(\.recording.peakPicture) == straight.steps().map(\.recording.peakPicture))
  }

  @Test("finds the same steps on a belt that runs the other way") func findsTheSameSteps() {
    let straight = Self.belt
    let pictures = straight.steps().filter { $0.reasonToDrop == nil }.map(\.recording.peakPicture)
    let turned = straight.turned(GridTurn(quarterTurns: 2)).steps().filter { $0.reasonToDrop == nil }
    #expect(turned.count == pictures.count)
    for (a, b) in zip(turned.map(\.recording.peakPicture), pictures) {
      #expect(a.columns == b.columns && a.rows == b.rows)
      #expect(zip(a.values, b.values).allSatisfy { abs($0 - $1) < 1e-3 })
    }
  }

  @Test("keeps the force of every frame") func keepsTheForce() {
    let recording = WalkFixture.walk(belt: 3.7, rows: 120, steps: 2)
    let steps = recording.steps()
    var sums = [Double](repeating: 0, count: recording.frameCount)
    for step in steps {
      for (offset, force) in step.recording.forces.enumerated() { sums[step.frames.lowerBound + offset] += force }
    }
    for (sum, force) in zip(sums, recording.forces) { #expect(abs(sum - force) <= 0.02 * force + 1) }
  }

  @Test("drops what is cut off and says why") func dropsWhatIsCut() {
    // The plate ends within the last step; the recording begins within the first.
    let recording = WalkFixture.walk(belt: 0, rows: 215)
    let steps = recording.steps()
    #expect(steps.last?.reasonToDrop == "the foot reaches over the edge of the plate")
    var late = Self.plate
    late.times.removeFirst(12)
    late.values.removeFirst(12 * late.frameLength)
    #expect(late.steps().first?.reasonToDrop == "the recording begins during the step")
  }

  @Test("chooses a step by side, number or mean") func choosesAStep() throws {
    let recording = Self.plate
    var options = PressureOptions(side: .left)
    options.view = .above
    let left = try recording.oriented(options: options)
    #expect(left.side == .left && left.kind == .frames)
    #expect(left.assumptions.contains { $0.what == "pressure step" })
    let third = try recording.oriented(options: PressureOptions(step: .number(3)))
    #expect(third.side == .right)
    options.side = nil
    options.step = .mean
    let mean = try recording.oriented(options: options, scanSide: .right)
    #expect(mean.kind == .peakPicture && mean.side == .right)
    #expect(abs(mean.peakPicture.peak / third.peakPicture.peak - 1) < 0.05)
    #expect(abs(mean.peakPicture.force / third.peakPicture.force - 1) < 0.01)
    #expect(throws: InputError.self) { _ = try recording.oriented() }
    #expect(throws: InputError.self) { _ = try recording.oriented(options: PressureOptions(step: .number(9))) }
  }

  @Test("survives noise and wild belts") func survivesNoiseAndWild() {
    var generator = SplitMix64(seed: 4)
    let values = (0..<40 * 30 * 10).map { _ in Float(Int.random(in: 0...20, using: &generator) == 0 ? 50 : 0) }
    var recording = PressureRecording(
      name: "noise", format: "test", kind: .walk, orientation: .unknown, columns: 30, rows: 40, cellWidth: 5,
      cellLength: 5, times: (0..<10).map { Double($0) * 1e-300 }, values: values)
    #expect(recording.steps().allSatisfy { $0.reasonToDrop != nil })
    recording.beltPositions = (0..<10).map { Double($0) * 1e9 }
    #expect(recording.steps().isEmpty)
  }
}
