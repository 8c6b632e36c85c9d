import ParametricFoot
import Testing

@testable import OrthoticCore

/// Scans that hold no usable foot.
@Suite struct FootRefusalTests {
  private func refusal(of points: [Vector3], triangles: [Triangle] = []) -> InputError? {
    do {
      _ = try FootShape.find(in: Scan(name: "test.xyz", format: "test", points: points, triangles: triangles))
      return nil
    } catch {
      return error
    }
  }

  private func isImplausible(_ error: InputError?) -> Bool {
    guard case .implausible = error?.problem else { return false }
    return true
  }

  @Test("nothing, too few points and equal points are refused") func nothingTooFewPoints() {
    #expect(isImplausible(refusal(of: [])))
    #expect(isImplausible(refusal(of: [Vector3(0, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0)])))
    #expect(isImplausible(refusal(of: [Vector3](repeating: Vector3(1, 2, 3), count: 5000))))
    #expect(isImplausible(refusal(of: [Vector3](repeating: Vector3(.nan, .infinity, 0), count: 100))))
  }

  @Test("numbers beyond all bounds do not trap") func numbersBeyondAllBounds() {
    var generator = SplitMix64(seed: 1)
    for scale in isOptimised ? [1e-300, 1e-30, 1e30, 1e155, 1e300] : [1e-300, 1e300] {
      let points = (0..<2000).map { _ in
        Vector3(generator.normal() * scale, generator.normal() * scale, generator.normal() * scale)
      }
      #expect(isImplausible(refusal(of: points)))
    }
    let line = (0..<2000).map { Vector3(Double($0), 0, 0) }
    #expect(isImplausible(refusal(of: line)))
  }

  @Test("a sphere, a box and a plane are no feet") func sphereABox() {
    var generator = SplitMix64(seed: 2)
    let sphere = (0..<5000).map { _ in
      Vector3(generator.normal(), generator.normal(), generator.normal()).normalized * 100
    }
    #expect(isImplausible(refusal(of: sphere)))
    let plane = (0..<5000).map { _ in Vector3(generator.uniform(0...300), generator.uniform(0...300), 0) }
    #expect(isImplausible(refusal(of: plane)))
  }

  @Test("a foot without its sole is refused with that reason") func footWithoutItsSole() {
    let foot = ParametricFoot.normalRight
    let points = foot.cloud(count: 16_000, seed: 2, spacing: 3).filter { point in
      point.z > foot.plantarHeight(x: point.x, y: point.y) + 4 || foot.depth(x: point.x, y: point.y) < 6
    }
    let error = refusal(of: points)
    #expect(isImplausible(error))
    #expect(error?.description.contains("sole") ?? false)
  }

  @Test("two feet are told apart and one is picked by side") func twoFeetAreTold() throws {
    let foot = ParametricFoot.normalRight
    let right = foot.cloud(count: 10_000, seed: 2, spacing: 3)
    let left = foot.cloud(count: 10_000, seed: 3, spacing: 3).map { Vector3(-200 - $0.x, $0.y, $0.z) }
    let scan = Scan(name: "pair.xyz", format: "test", points: right + left)
    #expect(throws: InputError.self) { try FootShape.find(in: scan) }
    let found = try FootShape.find(in: scan, options: ScanOptions(side: .left, gridSpacing: 2))
    #expect(found.side == .left)
    #expect(abs(found.length - foot.truth.length) < 1)
  }
}
