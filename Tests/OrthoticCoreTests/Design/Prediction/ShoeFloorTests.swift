import ParametricFoot
import Testing

@testable import OrthoticCore

/// What the foot meets beside a device, and what becomes of a device that is not there.
@Suite struct ShoeFloorTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 1)
  private static let loading = Result {
    try FootLoading.calibrated(
      foot: foot, recording: DesignPipelineTests.recording(side: .right), options: PressureOptions(),
      prescription: Prescription(), scan: "truth")
  }

  /// A flat device of a thickness, or none, ahead of the heel up to a share of the foot's length.
  private static func flat(_ thickness: Double, upTo share: Double, on layout: GridLayout) -> InsoleOnGrid {
    let inside = (0..<layout.count).map { layout.position($0).y < share * foot.length }
    return InsoleOnGrid(
      top: inside.map { $0 ? thickness : .nan }, thickness: inside.map { $0 ? thickness : 0 },
      modulus: inside.map { _ in 1000 }, clearance: inside.map { _ in 0 })
  }

  @Test("a device of no thickness gives back what was measured, whole or short", arguments: [1.1, 0.7])
  func nothing(share: Double) throws {
    let model = try Self.loading.get().model
    let solved = model.solutions(on: Self.flat(0, upTo: share, on: model.layout))
    #expect(solved.unbalanced.isEmpty)
    let highest = model.before.values.max() ?? 0
    #expect(zip(solved.peak, model.before.values).allSatisfy { abs($0 - $1) < 1e-6 * highest })
    for solution in solved.frames { #expect(solution.rayLifts.allSatisfy { abs($0) < 1e-6 }) }
  }

  @Test("a short device leaves forefoot and toes on the shoe's floor") func short() throws {
    let loading = try Self.loading.get()
    let solved = loading.model.solutions(on: Self.flat(3, upTo: 0.65, on: loading.model.layout))
    let toes = try #require(loading.regions.part(.hallux))
    #expect(solved.unbalanced.isEmpty)
    #expect(toes.peak(of: solved.peak) > 0.3 * toes.peak(of: loading.model.before.values))
  }

  @Test("a floor of foam softens what lies on it and beside it") func soft() throws {
    let model = try Self.loading.get().model
    var device = Self.flat(3, upTo: 1.1, on: model.layout)
    let hard = model.solutions(on: device)
    device.floor = .soft
    let soft = model.solutions(on: device)
    #expect((soft.peak.max() ?? 0) < 0.98 * (hard.peak.max() ?? 0))
  }

  @Test("the instants of a picture are its parts, and together they are the picture") func instants() throws {
    let model = try Self.loading.get().model
    let loads = model.loads
    #expect(loads.map(\.instant) == [.heelStrike, .midstance, .pushOff])
    var picture = [Double](repeating: 0, count: model.layout.count)
    for load in loads {
      let (force, center) = Calibration.resultant(model.layout, load.pressure)
      #expect(abs(force - load.frame.force) < 1e-9 * force && (center - load.frame.centerOfPressure).length < 1e-9)
      let part = load.picture
      for node in picture.indices { picture[node] = max(picture[node], part[node]) }
    }
    let sampled = DesignPipelineTests.recording(side: .right).peakPicture.peak
    #expect(abs((picture.max() ?? 0) / sampled - 1) < 0.05)
    // No heel at push-off, no toes at heel strike.
    let places = (0..<model.layout.count).map { model.layout.position($0).y / Self.foot.length }
    let closure = try #require(loads[2].frame.overclosure)
    let atStrike = loads[0].pressure
    #expect(places.indices.allSatisfy { places[$0] > 0.4 || closure[$0] == -.infinity })
    #expect(places.indices.allSatisfy { places[$0] < 0.9 || atStrike[$0] == 0 })
  }

  @Test("a pad under one ray lifts it and takes load off it, whatever its spring", arguments: [0.25, 1, 4])
  func pad(factor: Double) throws {
    let model = try Self.loading.get().model
    let frame = DesignFrame(foot: Self.foot)
    let head = frame.head(2)
    // Without foam nothing gives way but tissue and rays.
    var insole = Self.flat(0, upTo: 1.1, on: model.layout)
    for node in 0..<model.layout.count {
      let away = model.layout.position(node) - head
      if abs(away.x) < 8, abs(away.y) < 10, insole.top[node].isFinite { insole.top[node] += 3 }
    }
    let load = try #require(model.loads.last)
    var problem = model.problem(on: insole).loaded(by: load.frame)
    let rays = try #require(problem.rays)
    problem.rays = rays.scaled(by: factor)
    let free = problem.solved()
    problem.rays = rays.scaled(by: 1e12)
    let stiff = problem.solved()
    problem.rays = nil
    let rigid = problem.solved()
    #expect(free.converged && stiff.converged && rigid.converged)
    #expect(free.rayLifts[1] > 0.01)
    func carried(_ solution: ContactSolution) -> Double {
      rays.loads(of: solution.pressure, shares: problem.cellShare, cellArea: model.layout.cellArea)[1]
    }
    #expect(carried(free) < carried(stiff))
    #expect(zip(stiff.pressure, rigid.pressure).allSatisfy { abs($0 - $1) < 1e-5 })
  }
}
