import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct FlatSurroundingsTests {
  private let foot = ParametricFoot.normalRight

  /// Points of a rectangle: corner, sides, points per side.
  private func sheet(_ corner: Vector3, _ u: Vector3, _ v: Vector3, spacing: Double = 3) -> [Vector3] {
    let (columns, rows) = (Int(u.length / spacing), Int(v.length / spacing))
    return (0...columns).flatMap { i in
      (0...rows).map { j in
        corner + u * (Double(i) / Double(columns)) + v * (Double(j) / Double(rows))
      }
    }
  }

  private func check(_ points: [Vector3], pose seed: UInt64, within tolerance: Double) throws {
    var generator = SplitMix64(seed: seed)
    let scan = foot.scan(points, pose: ScanPose(randomFrom: &generator))
    let found = try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 2))
    #expect(found.side == .right)
    #expect(found.findings.contains { $0.code == "surroundings-cut-away" })
    #expect(abs(found.length - foot.truth.length) < tolerance)
    #expect((found.landmarks.mt1.position.xy - foot.truth.landmarks.mt1.position.xy).length < 2 * tolerance)
  }

  @Test("the floor of a room deep under a foot that is held up is no part of it") func floorOfARoom() throws {
    let floor = sheet(Vector3(-500, -400, -100), Vector3(1000, 0, 0), Vector3(0, 1000, 0), spacing: 5)
    try check(foot.cloud(count: 6000, seed: 6, spacing: 4) + floor, pose: 2, within: 1)
  }

  @Test("the rim and the walls of a foam box are cut away") func rimAndTheWalls() throws {
    let foam = 25.0
    var points = foot.cloud(count: 24_000, seed: 6, spacing: 4).filter { $0.z < foam }
    points += sheet(Vector3(-80, -35, foam), Vector3(160, 0, 0), Vector3(0, 332, 0)).filter {
      foot.depth(x: $0.x, y: $0.y) < -1
    }
    // The rim stands 15 mm above the foam, the walls go down on its outer side.
    let ends = [(-92.0, 12.0, -47.0, 356.0), (80, 12, -47, 356), (-80, 160, -47, 12), (-80, 160, 297, 12)]
    for (x, width, y, depth) in ends {
      points += sheet(Vector3(x, y, foam + 15), Vector3(width, 0, 0), Vector3(0, depth, 0))
    }
    for x in [-92.0, 92] { points += sheet(Vector3(x, -47, -20), Vector3(0, 356, 0), Vector3(0, 0, 60)) }
    for y in [-47.0, 309] { points += sheet(Vector3(-92, y, -20), Vector3(184, 0, 0), Vector3(0, 0, 60)) }
    try check(points, pose: 3, within: 3)
  }

  @Test("the plane that most of a room lies near is found") func planeThatMost() throws {
    let room = sheet(Vector3(-500, -400, -100), Vector3(1000, 0, 0), Vector3(0, 1000, 0), spacing: 20)
    let voxels = try #require(SurfaceVoxels(foot.cloud(count: 1000, seed: 6, spacing: 6) + room))
    let cubes = voxels.counts.indices.filter { voxels.counts[$0] > 0 }
    let plane = try #require(FlatSurroundings.planes(in: SurfaceSample(voxels, cubes: cubes)).first)
    #expect(abs(abs(plane.normal.z) - 1) < 1e-6)
    #expect(abs(abs(plane.offset) - 100) < 1e-3)
  }

  @Test("the nearest of a sample are those that sorting gives, equals in their order") func nearestOfASample() throws {
    // Nodes of a grid, so that many are equally far.
    var points: [Vector3] = []
    for x in 0..<7 {
      for y in 0..<7 { for z in 0..<7 { points.append(Vector3(Double(x), Double(y), Double(z))) } }
    }
    let voxels = try #require(SurfaceVoxels(points))
    let sample = SurfaceSample(voxels, cubes: voxels.counts.indices.filter { voxels.counts[$0] > 0 })
    #expect(sample.points.count > 100)
    for place in [sample.points[0], sample.points[57], Vector3(3, 3, 3)] {
      var all: [(square: Double, number: Int, offset: Vector3)] = []
      for (number, point) in sample.points.enumerated() {
        let offset = point - place
        all.append((offset.dot(offset), number, offset))
      }
      all.sort { ($0.square, $0.number) < ($1.square, $1.number) }
      let nearest: [Vector3] = all.prefix(20).map { $0.offset }
      #expect(FlatSurroundings.nearest(20, to: place, in: sample) == nearest)
    }
  }

  @Test("a foot without its sole is refused in a room too") func footWithoutItsSole() {
    let dorsum = foot.cloud(count: 8000, seed: 2, spacing: 4).filter { point in
      point.z > foot.plantarHeight(x: point.x, y: point.y) + 4 || foot.depth(x: point.x, y: point.y) < 6
    }
    let floor = sheet(Vector3(-300, -200, -100), Vector3(600, 0, 0), Vector3(0, 650, 0), spacing: 5)
    #expect(throws: InputError.self) { try FootShape.find(in: foot.scan(dorsum + floor)) }
  }
}
