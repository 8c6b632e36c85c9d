import OrthoticCore
import ParametricFoot
import Testing

@Suite struct RegistrationTests {
  /// Poses drawn per foot; the same loop over 200 is run in release (see the report of the benchmark).
  private static let poses = 6

  private struct Placed {
    var registered: RegisteredPressure
    var truth: PlanarPose
    /// Error at the middle of the foot, mm.
    var shiftError: Double { (registered.pose.applied(to: truth.source(of: Vector2(0, 130))) - Vector2(0, 130)).length }
    /// Error of the turn, degrees.
    var turnError: Double {
      let difference = registered.rotation - truth.rotation * 180 / .pi
      return abs(difference - 360 * (difference / 360).rounded())
    }
  }

  private func placed(
    _ foot: FootShape, rotation: Double, shift: Vector2, cell: Double = 5, noise: Double = 0.1, settle: Double = 3,
    _ generator: inout SplitMix64
  ) throws -> Placed {
    let (columns, rows) = cell == 5 ? (44, 64) : (26, 38)
    let pose = FootFixture.pose(rotation: rotation, shift: shift, cell: cell, columns: columns, rows: rows)
    let map = FootFixture.print(
      of: foot, settle: settle, pose: pose, cell: cell, columns: columns, rows: rows, noise: noise, with: &generator)
    return Placed(registered: try Registration.register(map, side: foot.side, onto: foot), truth: pose)
  }

  @Test(
    "finds any pose to 1.5 mm and 1 degree with 5 mm cells and 10 % noise",
    arguments: [FootFixture.normal, FootFixture.flatLeft, FootFixture.cavus])
  func findsAnyPose(foot: FootShape) throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<Self.poses {
      let rotation = generator.signed() * 0.7
      let shift = Vector2(generator.signed() * 10, generator.signed() * 15)
      let result = try placed(foot, rotation: rotation, shift: shift, settle: 3 + generator.signed(), &generator)
      #expect(result.shiftError <= 1.5 && result.turnError <= 1, "\(result.shiftError) mm, \(result.turnError)°")
      #expect(abs(result.registered.lengthMismatch) < 6)
      #expect(result.registered.overlap > 0.95 && result.registered.residual < 4)
      #expect(result.registered.assumptions.isEmpty)
    }
  }

  @Test("a print that lies end for end is not turned over in silence") func turnedRound() {
    var generator = SplitMix64(seed: 5)
    let error = #expect(throws: InputError.self) {
      _ = try placed(FootFixture.normal, rotation: .pi - 0.1, shift: Vector2(3, -4), &generator)
    }
    #expect(error?.remedy.settings.first == .pressureHeel)
  }

  @Test("a print with a wrong cell size is refused or said", arguments: [0.7, 0.83, 0.86, 1.0, 1.19, 1.4])
  func wrongCell(factor: Double) throws {
    var generator = SplitMix64(seed: 6)
    let pose = FootFixture.pose(rotation: 0.05, shift: .zero, cell: 5, columns: 44, rows: 64)
    var map = FootFixture.print(
      of: FootFixture.normal, settle: 3, pose: pose, cell: 5, columns: 44, rows: 64, with: &generator)
    (map.cellWidth, map.cellLength) = (5 * factor, 5 * factor)
    // This print is 235 mm long with its own cells, where such a foot makes 249.
    let share = factor * 235 / 249
    let deviation = max(share, 1 / share) - 1
    do throws(InputError) {
      let registered = try Registration.register(map, side: .right, onto: FootFixture.normal)
      #expect(deviation < 0.25)
      #expect(registered.findings.map(\.code) == (factor == 1 ? [] : ["pressure-other-length"]))
    } catch {
      #expect(deviation > 0.25)
      #expect(error.remedy.settings.first == .pressureCell)
    }
  }

  @Test("places a left map on a left foot as its mirror image on the mirrored foot") func placesALeftMap() throws {
    var generator = SplitMix64(seed: 9)
    let right = FootFixture.normal
    var left = right
    left.side = .left
    let pose = FootFixture.pose(rotation: 0.2, shift: Vector2(4, 5), cell: 5, columns: 44, rows: 64)
    let map = FootFixture.print(of: right, settle: 3, pose: pose, cell: 5, columns: 44, rows: 64, with: &generator)
    let a = try Registration.register(map, side: .right, onto: right)
    let b = try Registration.register(map.mirrored, side: .left, onto: left)
    #expect(a.pose == b.pose)
    #expect(a.pressure == b.pressure)
  }

  @Test("is the same every time") func isTheSameEvery() throws {
    var generator = SplitMix64(seed: 3)
    let pose = FootFixture.pose(rotation: -0.3, shift: .zero, cell: 5, columns: 44, rows: 64)
    let map = FootFixture.print(
      of: FootFixture.cavus, settle: 3, pose: pose, cell: 5, columns: 44, rows: 64, noise: 0.1, with: &generator)
    let first = try Registration.register(map, side: .right, onto: FootFixture.cavus)
    #expect(try Registration.register(map, side: .right, onto: FootFixture.cavus).pose == first.pose)
  }

  @Test("scales a print of another length and says so") func scalesAPrint() throws {
    var generator = SplitMix64(seed: 21)
    let pose = FootFixture.pose(rotation: 0.1, shift: .zero, cell: 5, columns: 44, rows: 64)
    var map = FootFixture.print(
      of: FootFixture.normal, settle: 3, pose: pose, cell: 5, columns: 44, rows: 64, with: &generator)
    // Ten per cent larger cells: the print of a longer foot.
    map.cellWidth = 5.5
    map.cellLength = 5.5
    let scaled = try Registration.register(map, side: .right, onto: FootFixture.normal)
    #expect(abs(scaled.pose.scaleY - 1 / 1.1) < 0.01)
    #expect(scaled.assumptions.map(\.what) == ["pressure scale"])
    #expect(abs(scaled.lengthMismatch - 24) < 4, "\(scaled.lengthMismatch)")
    let rigid = try Registration.register(
      map, side: .right, onto: FootFixture.normal, options: PressureOptions(fit: .rigid))
    #expect(rigid.pose.scaleY == 1 && rigid.assumptions.isEmpty)
    #expect(abs(rigid.lengthMismatch - scaled.lengthMismatch) < 3)
  }

  @Test("lays a print on a sole that the scanner made flat") func laysAPrint() throws {
    var generator = SplitMix64(seed: 31)
    let truth = FootFixture.pose(rotation: 0.2, shift: Vector2(3, 6), cell: 5, columns: 44, rows: 64)
    let map = FootFixture.print(
      of: FootFixture.normal, settle: 3, pose: truth, cell: 5, columns: 44, rows: 64, noise: 0.1, with: &generator)
    var foot = FootFixture.normal
    foot.plantar.values = foot.plantar.values.map { $0.isNaN ? .nan : 0 }
    let registered = try Registration.register(map, side: .right, onto: foot, options: PressureOptions(fit: .rigid))
    // Only the outline and the average foot tell: within a cell or so.
    let error = registered.pose.applied(to: truth.source(of: Vector2(0, 130))) - Vector2(0, 130)
    #expect(error.length < 6 && abs(registered.rotation - 0.2 * 180 / .pi) < 3, "\(error) \(registered.rotation)")
    #expect(registered.overlap > 0.85)
  }

  @Test("refuses the map of the other foot and names both") func refusesTheMap() throws {
    let map = PressureMap(columns: 3, rows: 3, cellWidth: 5, cellLength: 5, values: [Double](repeating: 9, count: 9))
    let error = #expect(throws: InputError.self) {
      _ = try Registration.register(map, side: .left, onto: FootFixture.normal)
    }
    #expect(error?.description.contains("left") == true && error?.description.contains("right") == true)
  }

  @Test("refuses a map that is no print") func refusesAMap() {
    let spots = (0..<1600).map { $0 % 97 == 0 ? 100.0 : 0 }
    let map = PressureMap(columns: 40, rows: 40, cellWidth: 5, cellLength: 5, values: spots)
    #expect(throws: InputError.self) { _ = try Registration.register(map, side: .right, onto: FootFixture.normal) }
    let empty = PressureMap(columns: 4, rows: 4, cellWidth: 5, cellLength: 5, values: [Double](repeating: 0, count: 16))
    #expect(throws: InputError.self) { _ = try Registration.register(empty, side: .right, onto: FootFixture.normal) }
  }

  @Test("keeps force and peak when sampled") func keepsForceAndPeak() throws {
    var generator = SplitMix64(seed: 8)
    let foot = FootFixture.normal
    let pose = FootFixture.pose(rotation: 0.15, shift: Vector2(1, 2), cell: 5, columns: 44, rows: 64)
    let map = FootFixture.print(of: foot, settle: 4, pose: pose, cell: 5, columns: 44, rows: 64, with: &generator)
    let registered = try Registration.register(map, side: .right, onto: foot)
    let layout = registered.pressure.layout
    let force = registered.pressure.values.reduce(0, +) * layout.cellArea / 1000
    #expect(abs(force / map.force - 1) < 1e-9)
    #expect(abs((registered.pressure.values.max() ?? 0) / map.peak - 1) < 0.03)
    // A frame of the same recording lies in the same place.
    #expect(registered.sampled(map, on: layout) == registered.pressure)
  }
}
