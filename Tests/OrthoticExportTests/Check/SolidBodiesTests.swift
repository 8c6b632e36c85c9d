#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore
import OrthoticExport
import ParametricFoot
import Testing

@Suite struct SolidBodiesTests {
  private func ring(_ radius: Double, _ center: Vector2) -> Outline {
    let count = Int(6.28 * radius)
    return Outline(
      points: (0..<count).map { index in
        let turn = 2 * Double.pi * Double(index) / Double(count)
        return center + Vector2(cos(turn), sin(turn)) * radius
      })
  }

  @Test("zones become closed bodies that tile the solid", arguments: [0, 0.03]) func zonesBecomeClosedBodies(
    tolerance: Double
  ) throws {
    let insole = AnalyticInsole(spacing: 1.5)
    let zones = [ring(10, Vector2(-15, 196)), ring(12, Vector2(3, 30)), ring(7, Vector2(15, 200))]
    let solid = try SolidBuilder(trim: insole.trim, zones: zones, tolerance: tolerance)
      .solid(top: insole.top, bottom: insole.bottom)
    #expect(SolidProof(solid).isSound)
    let whole = MeshCheck.quick.report(on: solid.mesh)
    #expect(whole.isSound)
    let bodies = solid.bodies
    #expect(bodies.count == 4)
    var sum = 0.0
    for (index, body) in bodies.enumerated() {
      let report = MeshCheck.quick.report(on: body)
      #expect(report.isSound && report.components == 1, "body \(index)")
      sum += report.volume
      guard index > 0 else { continue }
      let disc = zones[index - 1].signedArea
      let top = report.bounds?.maximum.z ?? 0
      #expect(report.volume < disc * top && report.volume > disc * 1.5)
    }
    #expect(abs(sum / whole.volume - 1) < 1e-9)
    // Shared faces are the same triangles the other way round.
    func facets(_ mesh: Mesh) -> Set<[Vector3]> {
      Set(
        mesh.triangles.map { triangle in
          [triangle.a, triangle.b, triangle.c].map { mesh.vertices[Int($0)] }.sorted {
            ($0.x, $0.y, $0.z) < ($1.x, $1.y, $1.z)
          }
        })
    }
    #expect(facets(bodies[0]).intersection(facets(bodies[2])).count > 20)
  }

  @Test("a zone at the rim is refused") func zoneAtTheRim() throws {
    let insole = AnalyticInsole(spacing: 1.5)
    let builder = SolidBuilder(trim: insole.trim, zones: [ring(10, Vector2(-35, 196))])
    #expect(throws: SolidError.self) { try builder.solid(top: insole.top, bottom: insole.bottom) }
  }
}
