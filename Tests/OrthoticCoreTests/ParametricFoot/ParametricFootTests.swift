import OrthoticCore
import ParametricFoot
import Testing

@Suite struct ParametricFootTests {
  static let feet: [ParametricFoot] = [.normalRight, .flatLeftHighForefootPressure, .cavusRight]

  @Test(arguments: feet) func theFootHasTheLengthItWasAskedFor(foot: ParametricFoot) {
    #expect(abs(foot.truth.length - foot.parameters.length) < 1e-6)
    #expect(abs(foot.truth.landmarks.heel.position.y) < 1e-6)
    #expect(abs(foot.truth.landmarks.heel.position.x) < 0.05)
  }

  @Test(arguments: feet) func theFootStandsOnHeelAndOuterMetatarsalHeads(foot: ParametricFoot) {
    let marks = foot.truth.landmarks
    for mark in [marks.heelCenter, marks.mt1, marks.mt5] { #expect(abs(mark.position.z) < 1e-6) }
    let heights = foot.plantarGrid(foot.layout(spacing: 2)).values
    #expect(heights.allSatisfy { $0.isNaN || $0 >= 0 })
  }

  @Test(arguments: feet) func aPadLandmarkIsLowerThanEverythingAroundIt(foot: ParametricFoot) {
    let marks = foot.truth.landmarks
    for mark in [marks.heelCenter, marks.mt1, marks.mt5, marks.hallux].compactMap({ $0?.position }) {
      for step in [Vector2(0.02, 0), Vector2(-0.02, 0), Vector2(0, 0.02), Vector2(0, -0.02)] {
        #expect(foot.plantarHeight(x: mark.x + step.x, y: mark.y + step.y) > mark.z)
      }
    }
  }

  @Test(arguments: feet) func theArchApexTopsTheMedialArchLine(foot: ParametricFoot) {
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

  @Test func theArchesAreFlatOrdinaryAndHigh() {
    let heights = Self.feet.map(\.truth.archHeight)
    #expect((3...7).contains(heights[1]))
    #expect((12...17).contains(heights[0]))
    #expect((18...26).contains(heights[2]))
  }

  @Test func loadLowersTheArch() {
    var parameters = FootParameters()
    parameters.load = .full
    #expect(ParametricFoot(parameters).truth.archHeight < ParametricFoot.normalRight.truth.archHeight - 0.5)
  }

  @Test(arguments: feet) func theOutlineRunsOnceAroundTheFoot(foot: ParametricFoot) {
    let outline = foot.outline(spacing: 2)
    #expect(outline.points.allSatisfy { abs(foot.depth(x: $0.x, y: $0.y)) < 1e-6 })
    #expect(outline.contains(foot.truth.landmarks.heelCenter.position.xy))
    #expect(outline.contains(foot.truth.landmarks.mt1.position.xy))
    #expect((16_000...23_000).contains(outline.signedArea))
    let highest = outline.points.map(\.y).max() ?? 0
    #expect(abs(highest - foot.truth.length) < 0.2)
  }

  @Test(arguments: feet) func meshVerticesLieOnTheSurfaceAndFaceOutward(foot: ParametricFoot) {
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
