import ParametricFoot
import Testing

@testable import OrthoticCore

/// Scans that read as feet and are none, or not whole, or not the way they seem.
@Suite struct FootPlausibilityTests {
  private let foot = ParametricFoot.normalRight
  private static let mesh = ParametricFoot.normalRight.mesh(spacing: 2)

  private func found(_ mesh: Mesh, side: Side? = nil) throws(InputError) -> FootShape {
    try FootShape.find(in: foot.scan(mesh), options: ScanOptions(side: side, gridSpacing: 1))
  }

  /// The facets whose corners are all kept.
  private func part(of mesh: Mesh, _ isKept: (Vector3) -> Bool) -> Mesh {
    Mesh(
      vertices: mesh.vertices,
      triangles: mesh.triangles.filter { [$0.a, $0.b, $0.c].allSatisfy { isKept(mesh.vertices[Int($0)]) } })
  }

  private func mirrored(_ mesh: Mesh) -> Mesh {
    Mesh(vertices: mesh.vertices.map { Vector3(-$0.x, $0.y, $0.z) }, triangles: mesh.triangles)
  }

  @Test("a shallow slice of the sole is the right way up by its facets, of either foot") func shallowSlice() throws {
    let slice = part(of: Self.mesh) { $0.z < 10 }
    #expect(try found(slice).side == .right)
    let left = Mesh(
      vertices: slice.vertices.map { Vector3(-$0.x, $0.y, $0.z) },
      triangles: slice.triangles.map { Triangle($0.a, $0.c, $0.b) })
    #expect(try found(left).side == .left)
  }

  @Test("a mirrored scan, whose facets face inwards, is doubted; a stated side is not") func mirroredScan() throws {
    let mesh = Self.mesh
    let asIs = try found(mesh)
    #expect(asIs.side == .right && !asIs.findings.contains { $0.code == "facets-inside-out" })
    let mirrored = try found(mirrored(mesh))
    #expect(mirrored.side == .left)
    #expect(mirrored.findings.contains { $0.code == "facets-inside-out" })
    #expect(try !found(self.mirrored(mesh), side: .left).findings.contains { $0.code == "facets-inside-out" })
  }

  @Test("a left foot whose facets face outwards is not doubted") func leftFoot() throws {
    let found = try found(Self.mesh.mirroredAcrossX)
    #expect(found.side == .left && !found.findings.contains { $0.code == "facets-inside-out" })
  }

  @Test("half a foot is no small foot") func halfAFoot() {
    let length = foot.truth.length
    for isKept in [{ $0.y < 0.5 * length }, { $0.y > 0.4 * length }] as [(Vector3) -> Bool] {
      let half = part(of: Self.mesh, isKept)
      do throws(InputError) {
        let found = try found(half)
        #expect(!found.findings.filter { $0.severity == .warning }.isEmpty)
      } catch {
        #expect(error.description.contains("foot"))
      }
    }
  }

  @Test("what a cut took away is said") func cutHeel() throws {
    let length = foot.truth.length
    let found = try found(part(of: Self.mesh) { $0.y > 0.04 * length })
    #expect(found.findings.contains { $0.code == "scan-cut" && $0.message.text(naming: .swift).contains("heel") })
  }

  @Test("noise that lengthens the foot is said, a scanner's usual noise is not") func noise() throws {
    let cloud = foot.cloud(count: 30_000, seed: 3, spacing: 2)
    func codes(_ deviation: Double) throws -> [String] {
      var generator = SplitMix64(seed: 3)
      let points = cloud.map {
        $0 + Vector3(generator.normal(), generator.normal(), generator.normal()) * deviation
      }
      return try FootShape.find(in: foot.scan(points), options: ScanOptions(gridSpacing: 1)).findings.map(\.code)
    }
    #expect(try codes(0.2).contains("scan-noisy") == false)
    for deviation in [1, 1.5, 4] { #expect(try codes(deviation).contains("scan-noisy"), "\(deviation) mm") }
  }
}
