import Testing

@testable import OrthoticCore

/// Walks in grids that lie in any way: one foot of them comes out the same, or is refused.
@Suite struct WalkViewTests {
  private static let straight = WalkFixture.walk(belt: 0, rows: 270)
  private static let telling = WalkFixture.walk(belt: 0, rows: 270, saysForces: true)
  private static let mirrored = GridTurn(mirrored: true)
  /// Every way to lie; without optimisation one that mirrors and one that does not.
  private static let turns =
    isOptimised
    ? [mirrored, GridTurn(quarterTurns: 2, mirrored: true), GridTurn(quarterTurns: 2)]
    : [GridTurn(quarterTurns: 2, mirrored: true), GridTurn(quarterTurns: 2)]

  private func options(_ step: PressureOptions.StepChoice = .typical, view: PressureOptions.View? = nil)
    -> PressureOptions
  {
    var options = PressureOptions(side: .right, step: step)
    options.view = view
    return options
  }

  private func isAmbiguous(_ error: InputError?) -> Bool {
    if case .ambiguous = error?.problem { true } else { false }
  }

  @Test("refuses one foot of a walk that does not say which step is which") func refusesOneFoot() throws {
    for turn in [.none] + Self.turns {
      let walk = Self.straight.turned(turn)
      let bySide = #expect(throws: InputError.self) { _ = try walk.oriented(options: options()) }
      let byScan = #expect(throws: InputError.self) { _ = try walk.oriented(scanSide: .right) }
      #expect(isAmbiguous(bySide) && isAmbiguous(byScan))
      #expect(bySide?.remedy.description.contains("PressureOptions.view above") == true)
    }
  }

  @Test(
    "gives the same foot of any grid whose view is said",
    arguments: [PressureOptions.StepChoice.typical, .number(3), .mean])
  func givesTheSameFoot(step: PressureOptions.StepChoice) throws {
    let picture = try Self.straight.oriented(options: options(step, view: .above)).peakPicture
    for turn in Self.turns {
      let turned = Self.straight.turned(turn)
      let found = try turned.oriented(options: options(step, view: turn.mirrored ? .below : .above))
      #expect(found.side == .right && found.peakPicture == picture)
    }
  }

  @Test("takes a named step where its print is of the wanted foot, else refuses it") func takesANamedStep() throws {
    let picture = try Self.straight.oriented(options: options(.number(3))).peakPicture
    for turn in Self.turns {
      let turned = Self.straight.turned(turn)
      if turn.mirrored {
        let error = #expect(throws: InputError.self) { _ = try turned.oriented(options: options(.number(3))) }
        #expect(isAmbiguous(error) && error?.remedy.description.contains("PressureOptions.view below") == true)
      } else {
        #expect(try turned.oriented(options: options(.number(3))).peakPicture == picture)
      }
    }
    #expect(throws: InputError.self) {
      _ = try Self.straight.oriented(options: PressureOptions(step: .number(3)), scanSide: .left)
    }
  }

  @Test("lets forces of each foot tell which step is which in any grid") func letsForcesOfEach() throws {
    let wanted = try Self.telling.oriented(options: options())
    #expect(!wanted.assumptions.contains { $0.what == "pressure view" })
    for turn in Self.turns {
      let turned = Self.telling.turned(turn)
      #expect(turned.steps().map(\.side) == [.right, .left, .right, .left])
      #expect(turned.steps().allSatisfy { $0.sideIsTold })
      let found = try turned.oriented(options: options())
      #expect(found.side == .right && found.peakPicture == wanted.peakPicture)
      #expect(found.assumptions.contains { $0.what == "pressure view" && $0.value == "below" } == turn.mirrored)
      let error = #expect(throws: InputError.self) { _ = try turned.oriented(options: options(.number(2))) }
      #expect(error.map { !isAmbiguous($0) } == true)
    }
  }

  @Test("uses no step whose print contradicts the forces from the view that is said") func usesNoStep() {
    let error = #expect(throws: InputError.self) { _ = try Self.telling.oriented(options: options(view: .below)) }
    #expect(error?.description.contains("different feet") == true)
  }

  @Test("needs no view for a walk of one foot") func needsNoView() throws {
    let one = WalkFixture.walk(belt: 0, rows: 270, steps: 1)
    #expect(try one.oriented(options: options()).side == .right)
    #expect(try one.oriented().side == .right)
    // Said to be right, and mirrored: no whole step of a right foot is there.
    #expect(throws: InputError.self) { _ = try one.turned(Self.mirrored).oriented(options: options()) }
  }

  @Test("lists steps as seen from above and says so") func listsStepsAsSeen() {
    for step in Self.straight.steps() {
      #expect(step.recording.assumptions.contains { $0.what == "pressure view" && $0.value == "above" })
      #expect(!step.sideIsTold)
    }
  }

  @Test("mirrors a single print that is seen from below, and refuses a side that the view rules out")
  func mirrorsASinglePrint() throws {
    var print = Self.straight.steps()[2].recording
    print.side = nil
    print.assumptions = []
    let mirrored = print.turned(Self.mirrored)
    var options = PressureOptions()
    options.view = .below
    let found = try mirrored.oriented(options: options)
    #expect(found.side == .right && found.peakPicture == print.peakPicture)
    options.side = .left
    #expect(throws: InputError.self) { _ = try mirrored.oriented(options: options) }
    options.view = nil
    #expect(try mirrored.oriented(options: options).side == .left)
  }

  @Test("takes forces only where one foot clearly carries them") func takesForcesOnly() {
    let forces = FootForces(left: [0, 500, 700, 0, 0], right: [0, 0, 300, 600, 0])
    #expect(forces.side(of: [500, 700], from: 1) == .left)
    #expect(forces.side(of: [300, 600], from: 2) == .right)
    #expect(forces.side(of: [280, 500], from: 2) == .right)
    #expect(forces.side(of: [250, 400], from: 2) == nil)
    #expect(forces.side(of: [900, 900], from: 0) == nil)
    #expect(forces.side(of: [0, 0], from: 0) == nil)
    #expect(forces.side(of: [1, 1], from: 4) == nil)
  }
}
