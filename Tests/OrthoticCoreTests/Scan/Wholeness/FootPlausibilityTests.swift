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

  @Test("a shallow slice is said to be one, a thinner one and a flat board are refused") func shallowIsSaid() throws {
    #expect(try found(part(of: Self.mesh) { $0.z < 12 }).findings.contains { $0.code == "scan-shallow" })
    #expect(try !found(Self.mesh).findings.contains { $0.code == "scan-shallow" })
    #expect(throws: InputError.self) { try found(part(of: Self.mesh) { $0.z < 6 }) }
    // A sole's outline, but flat.
    let board = foot.cloud(count: 20_000, seed: 2, spacing: 2).map { Vector3($0.x, $0.y, $0.z < 8 ? 0 : .nan) }
    #expect(throws: InputError.self) {
      try FootShape.find(in: foot.scan(board), options: ScanOptions(gridSpacing: 1))
    }
  }

  @Test("a shallow cloud is the right way up by its borders, and by the side that is known") func shallowCloud() throws
  {
    let cloud = foot.cloud(count: 30_000, seed: 5, spacing: 2).filter { $0.z < 14 }
    for turned in [false, true] {
      let points = turned ? cloud.map { Vector3($0.x, -$0.y, -$0.z) } : cloud
      let scan = foot.scan(points)
      #expect(try FootShape.find(in: scan, options: ScanOptions(gridSpacing: 1)).side == .right)
      let known = try FootShape.find(in: scan, options: ScanOptions(side: .right, gridSpacing: 1))
      #expect(known.side == .right && abs(known.landmarks.archApex.position.z) > 5)
    }
  }

  @Test("a mesh whose border was cropped is said to be open there") func openBorder() throws {
    let low = Self.mesh.vertices.filter { $0.z < 40 }.map(\.x)
    let found = try found(part(of: Self.mesh) { $0.x > (low.min() ?? 0) + 5 })
    #expect(found.findings.contains { $0.code == "scan-open" || $0.code == "scan-cut" })
    #expect(try !self.found(Self.mesh).findings.contains { $0.code == "scan-open" })
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
