import OrthoticCore
import ParametricFoot
import Testing

@Suite struct EdgeStyleTests {
  @Test("a feathered edge falls straight to a thin rim") func featheredEdgeFallsStraight() throws {
    let insole = AnalyticInsole(spacing: 1.5, cupDepth: 0)
    let solid = try SolidBuilder(
      trim: insole.trim, edgeRadius: 4, bottomChamfer: 0, minimumRim: 0.4, edge: .feathered
    ).solid(top: insole.top, bottom: insole.bottom)
    #expect(SolidProof(solid).isSound)
    let rim = solid.trimLoops.joined().map { solid.mesh.vertices[Int($0)].z }
    // A top of 3.2 mm falls by 0.7 · 4 mm, and no further than the rim of 0.4 mm.
    #expect(rim.allSatisfy { $0 >= 0.4 - 1e-6 })
    #expect(try #require(rim.min()) < 0.42)
  }

  @Test("a rounded edge of a level top ends one radius lower") func roundedEdge() throws {
    let insole = AnalyticInsole(spacing: 1.5, cupDepth: 0)
    let solid = try SolidBuilder(trim: insole.trim).solid(top: insole.top, bottom: insole.bottom)
    let rim = solid.trimLoops.joined().map { solid.mesh.vertices[Int($0)].z }
    #expect(abs(try #require(rim.min()) - 2.2) < 0.05)
  }
}
