import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SoleRimTests {
  private static let foot = ParametricFoot.normalRight
  private static let length = foot.truth.length
  /// Points on the facets of the foot in its own frame, standing on z = 0.
  private static let points = foot.cloud(count: 40_000, seed: 4, spacing: 2)

  private func rim(below height: Double, times scale: Double = 1) throws -> SoleRim {
    let points = Self.points.filter { $0.z < height }.map { $0 * scale }
    return try #require(SoleRim(points, length: Self.length * scale))
  }

  @Test("a whole foot ends far up its sides, of any size", arguments: [1, 0.35]) func whole(scale: Double) throws {
    let rim = try rim(below: 200, times: scale)
    #expect(!rim.isShallow && !rim.isTooShallow)
    #expect(rim.slope > 75)
  }

  @Test("a slice that ends where the foot is as wide as it gets is none") func deep() throws {
    #expect(try !rim(below: 25).isShallow)
  }

  @Test("thin slices are shallow, of any size", arguments: [10.0, 12, 15]) func slices(height: Double) throws {
    for scale in [1, 0.35] {
      let rim = try rim(below: height, times: scale)
      #expect(rim.isShallow && !rim.isTooShallow)
      #expect(abs(rim.height - height * scale) < 0.1 * height)
      #expect(rim.finding.severity == .warning)
    }
  }

  @Test("thinner ones cannot be told from anything", arguments: [4.0, 7]) func thin(height: Double) throws {
    #expect(try rim(below: height).isTooShallow)
  }

  @Test("a few points and nothing have no rim") func nothing() {
    #expect(SoleRim([], length: 260) == nil)
    #expect(SoleRim(Array(Self.points.prefix(50)), length: 260) == nil)
    #expect(SoleRim(Self.points, length: 0) == nil)
    #expect(SoleRim([Vector3](repeating: Vector3(.nan, .nan, .nan), count: 200), length: 260) == nil)
  }
}
