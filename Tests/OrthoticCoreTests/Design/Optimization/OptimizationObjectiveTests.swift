import Testing

@testable import OrthoticCore

@Suite struct OptimizationObjectiveTests {
  private static let before = [300.0, 60, 350, 180, 190, 120, 90, 230, 40, 350]

  private static func objective(_ goals: [OptimizationGoal]) -> OptimizationObjective {
    OptimizationObjective(RegionTarget.targets(goals, before: before, threshold: 200))
  }

  private static func trial(_ change: (inout DeviceTrial) -> Void = { _ in }) -> DeviceTrial {
    var trial = DeviceTrial(
      peaks: [150, 50, 180, 120, 100, 90, 80, 140, 60, 185], pad: nil, arch: 60, heelForce: 0.95, bottomed: 0,
      shortfall: 0,
      isRefused: false)
    change(&trial)
    return trial
  }

  @Test("a device that reaches its goal and harms nothing has no value, and each kind of harm gives it one")
  func harms() {
    let objective = Self.objective([OptimizationGoal(.below(200))])
    #expect(objective.value(of: Self.trial()) == 0)
    let harms: [(inout DeviceTrial) -> Void] = [
      { $0.peaks[2] = 201 }, { $0.peaks[9] = 201 },
      { $0.peaks[8] = 151 }, { $0.arch = 121 }, { $0.heelForce = 0.55 }, { $0.bottomed = 1 },
      { $0.shortfall = 0.5 }, { $0.pad = (before: 100, after: 151) }, { $0.isRefused = true },
    ]
    for (number, harm) in harms.enumerated() {
      #expect(objective.value(of: Self.trial(harm)) > 0.5, "harm \(number)")
    }
  }

  @Test("what presses on a pad counts: no goal is reached by laying a pad under a peak")
  func pads() {
    let goal = Self.objective([OptimizationGoal(.below(200))])
    // Where the pad lies was pressed as hard before, so that it is no harm.
    #expect(goal.value(of: Self.trial { $0.pad = (before: 300, after: 250) }) > 50)
    let lowest = Self.objective([OptimizationGoal(.lowest)])
    #expect(lowest.value(of: Self.trial { $0.pad = (before: 300, after: 250) }) >= 250)
  }

  @Test("a peak above target and limit counts more than all prices of changes together")
  func prices() {
    var rx = Prescription()
    rx.archContact = 0.4
    let doses = Dose.open(rx, keys: Dose.usualKeys, maximumThickness: 8, lowersThreshold: true)
    let home = doses.map { $0.index(in: rx) }
    #expect(OptimizationObjective.price(of: home, from: home, doses) == 0)
    for axis in doses.indices {
      var point = home
      point[axis] = home[axis] == 0 ? doses[axis].count - 1 : 0
      let price = OptimizationObjective.price(of: point, from: home, doses)
      #expect(price > 0.02 && price < 0.2)
    }
  }

  @Test("half counts the worst case, half the mean, and a part of it bounds it from below")
  func cases() {
    let objective = Self.objective([OptimizationGoal(.lowest)])
    let trials = [Self.trial(), Self.trial { $0.peaks[0] = 290 }, Self.trial { $0.peaks[1] = 149 }]
    let values = trials.map { objective.value(of: $0) }
    let whole = objective.value(of: trials)
    let mean = values.reduce(0, +) / 3
    #expect(abs(whole - 0.5 * (values[1] + mean)) < 1e-9)
    for value in values {
      #expect(OptimizationObjective.leastValue(knowing: value, of: 3) <= whole)
    }
    #expect(objective.value(of: []) > 1e5)
  }

  @Test("the lowest is a little above the highest peak, and falls with each that falls")
  func lowest() {
    let objective = Self.objective([OptimizationGoal(.lowest)])
    let value = objective.value(of: Self.trial())
    #expect(value > 180 && value < 190)
    #expect(
      objective.value(
        of: Self.trial {
          $0.peaks[2] = 170
          $0.peaks[9] = 170
        }) < value - 9)
    #expect(objective.value(of: Self.trial { $0.peaks[0] = 149 }) < value)
  }
}
