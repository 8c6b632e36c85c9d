import Testing

@testable import OrthoticCore

@Suite struct OptimizationGoalTests {
  @Test(
    "a goal is read as it is written",
    arguments: [
      ("below:200kPa", OptimizationGoal(.below(200)), "below:200kPa"),
      ("relief:30%", OptimizationGoal(.relief(0.3)), "relief:30%"),
      ("lowest", OptimizationGoal(.lowest), "lowest"),
      ("mt2=below:15 N/cm2", OptimizationGoal(.below(150), region: .mt2), "mt2=below:150kPa"),
      ("whole=lowest", OptimizationGoal(.lowest), "lowest"),
    ])
  func reads(text: String, goal: OptimizationGoal, written: String) {
    #expect(OptimizationGoal(text: text) == goal)
    #expect(goal.text == written)
    #expect(OptimizationGoal(text: written) == goal)
  }

  @Test(
    "what is no goal is refused",
    arguments: [
      "", "below", "below:", "below:20kPa", "below:nan", "below:2000kPa", "relief:3%", "relief:95%", "relief:200kPa",
      "high",
      "metPad=lowest", "mt6=lowest", "mt2=mt3=lowest", "=lowest", "mt2=",
    ])
  func refuses(text: String) { #expect(OptimizationGoal(text: text) == nil) }

  /// Before, kPa, in the order of the regions.
  private static let before = [300.0, 60, 350, 180, 190, 120, 90, 230, 40, 360]

  private func pressures(_ goals: [OptimizationGoal], _ before: [Double] = Self.before) -> [Double?] {
    RegionTarget.targets(goals, before: before, threshold: 200).map(\.pressure)
  }

  @Test("a goal for one region goes over the one for all, wherever it stands")
  func oneRegion() {
    let all = OptimizationGoal(.below(200))
    let own = OptimizationGoal(.below(150), region: .mt2)
    let wanted: [Double?] = [200, 200, 200, 150, 200, 200, 200, 200, 200, nil]
    #expect(pressures([all, own]) == wanted && pressures([own, all]) == wanted)
    #expect(pressures([own]) == [nil, nil, nil, 150, nil, nil, nil, nil, nil, nil])
    #expect(pressures([all]).last == 200)
    #expect(pressures([OptimizationGoal(.below(150), region: .forefoot)]).compactMap { $0 }.count == 6)
  }

  @Test("a relief is asked of what is too high, and where nothing is, of the highest")
  func relief() {
    let goal = OptimizationGoal(.relief(0.5))
    #expect(pressures([goal]) == [150, nil, 175, nil, nil, nil, nil, 115, nil, 180])
    #expect(pressures([goal], [100, 60, 150, 20, 20, 20, 20, 20, 20, 140]).compactMap { $0 } == [75])
    #expect(pressures([OptimizationGoal(.relief(0.5), region: .toes)]).compactMap { $0 } == [20])
  }

  @Test("no region may end above both its own before and 150 kPa")
  func limits() {
    let limits = RegionTarget.targets([], before: Self.before, threshold: 200).map(\.limit)
    #expect(limits == [300, 150, 350, 180, 190, 150, 150, 230, 150, 360])
  }
}
