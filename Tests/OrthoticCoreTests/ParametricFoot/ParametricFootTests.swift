import OrthoticCore
import ParametricFoot
import Testing

@Suite struct ParametricFootTests {
  static let feet: [ParametricFoot] = [.normalRight, .flatLeftHighForefootPressure, .cavusRight]

  @Test("the foot has the length it was asked for", arguments: feet) func footHasTheLength(foot: ParametricFoot) {
    #expect(abs(foot.truth.length - foot.parameters.length) < 1e-6)
    #expect(abs(foot.truth.landmarks.heel.position.y) < 1e-6)
    #expect(abs(foot.truth.landmarks.heel.position.x) < 0.05)
  }

  @Test("the foot stands on heel and outer metatarsal heads", arguments: feet) func footStandsOnHeel(
    foot: ParametricFoot
  ) {
    let marks = foot.truth.landmarks
    for mark in [marks.heelCenter, marks.mt1, marks.mt5] { #expect(abs(mark.position.z) < 1e-6) }
    let heights = foot.plantarGrid(foot.layout(spacing: 2)).values
    #expect(heights.allSatisfy { $0.isNaN || $0 >= 0 })
  }

  @Test("a pad landmark is lower than everything around it", arguments: feet) func padLandmarkIsLower(
    foot: ParametricFoot
  ) {
    let marks = foot.truth.landmarks
    for mark in [marks.heelCenter, marks.mt1, marks.mt5, marks.hallux].compactMap({ $0?.position }) {
      for step in [Vector2(0.02, 0), Vector2(-0.02, 0), Vector2(0, 0.02), Vector2(0, -0.02)] {
        #expect(foot.plantarHeight(x: mark.x + step.x, y: mark.y + step.y) > mark.z)
      }
    }
  }

  @Test("the arch apex tops the medial arch line", arguments: feet) func archApexTops(foot: ParametricFoot) {
    let apex = foot.truth.landmarks.archApex.position
    let length = foot.parameters.length
    #expect(apex.z == foot.truth.archHeight)
    #expect((0.40...0.50).contains(apex.y / length))
    for percent in 25...65 {
      let y = Double(percent) / 100 * length
      let (medial, lateral) = foot.borders(atY: y)
      #expect(foot.plantarHeight(x: medial + 0.25 * (lateral - medial), y: y) <= apex.z + 1e-9)
    }
  }

  @Test("the arches are flat, ordinary and high") func archesAreFlatOrdinary() {
    let heights = Self.feet.map(\.truth.archHeight)
    #expect((3...7).contains(heights[1]))
    #expect((12...17).contains(heights[0]))
    #expect((18...26).contains(heights[2]))
  }

  @Test("load lowers the arch") func loadLowersTheArch() {
    var parameters = FootParameters()
    parameters.load = .full
    #expect(ParametricFoot(parameters).truth.archHeight < ParametricFoot.normalRight.truth.archHeight - 0.5)
  }

  @Test("the outline runs once around the foot", arguments: feet) func outlineRunsOnceAround(foot: ParametricFoot) {
    let outline = foot.outline(spacing: 2)
    #expect(outline.points.allSatisfy { abs(foot.depth(x: $0.x, y: $0.y)) < 1e-6 })
    #expect(outline.contains(foot.truth.landmarks.heelCenter.position.xy))
    #expect(outline.contains(foot.truth.landmarks.mt1.position.xy))
    #expect((16_000...23_000).contains(outline.signedArea))
    let highest = outline.points.map(\.y).max() ?? 0
    #expect(abs(highest - foot.truth.length) < 0.2)
  }

  @Test("mesh vertices lie on the surface and face outward", arguments: feet) func meshVerticesLie(foot: ParametricFoot)
  {
    let mesh = foot.mesh(spacing: 5)
    var worst = 0.0
    for vertex in mesh.vertices {
      let heights = [foot.plantarHeight(x: vertex.x, y: vertex.y), foot.dorsumHeight(x: vertex.x, y: vertex.y)]
      // Near the wall heights are steep and a vertex may lie a rounding outside: there the depth tells.
      let depth = abs(foot.depth(x: vertex.x, y: vertex.y))
      let distance = heights.map { abs($0 - vertex.z) }.filter { !$0.isNaN }.min() ?? .infinity
      worst = max(worst, min(distance, depth))
    }
    #expect(worst < 0.001)
    #expect(mesh.signedVolume > 500_000)
  }
}
