import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct SoleEdgeTests {
  /// A disc of 20 mm around (30, 30), its sole a bowl 4 mm high at the border.
  private let outline = Outline(
    points: (0..<120).map { Vector2(30, 30) + Vector2(cosine(Double($0) * .pi / 60), sine(Double($0) * .pi / 60)) * 20 }
  )
  private let layout = GridLayout(origin: Vector2(-20, -20), spacing: 0.5, columns: 201, rows: 201)

  private var bowl: HeightGrid {
    HeightGrid(
      layout: layout,
      values: (0..<layout.count).map { node in
        let radius = (layout.position(node) - Vector2(30, 30)).length
        return radius < 20 ? radius * radius / 100 : .nan
      })
  }

  @Test("far outside, the height is that of the nearest edge and the way there") func farOutsideTheHeight() {
    let continued = SoleEdge(outline: outline, layout: layout)
      .continued(bowl, smoothing: { _ in false }, where: { _ in true })
    let edge = 20 - SoleEdge.trusted
    for node in stride(from: 0, to: layout.count, by: 37) {
      let radius = (layout.position(node) - Vector2(30, 30)).length
      guard radius > 20 + SoleEdge.reach else { continue }
      // The edge is known to a node.
      #expect(abs(continued.values[node] - (edge * edge / 100 + radius - edge)) < 1)
    }
  }

  @Test("inside it stays as it is, and where nothing is read it is level with the ground") func insideItStays() {
    let bowl = bowl
    let continued = SoleEdge(outline: outline, layout: layout)
      .continued(bowl, smoothing: { _ in false }, where: { $0 % 2 == 0 })
    for node in 0..<layout.count {
      let radius = (layout.position(node) - Vector2(30, 30)).length
      if node % 2 == 1 {
        #expect(continued.values[node] == 0)
      } else if radius < 19 {
        #expect(continued.values[node] == bowl.values[node])
      }
    }
  }

  @Test("without any known node the height stays open") func withoutAnyKnownNode() {
    let empty = HeightGrid(layout: layout)
    let continued = SoleEdge(outline: outline, layout: layout)
      .continued(empty, smoothing: { _ in false }, where: { _ in true })
    #expect(continued.values.allSatisfy { $0.isNaN })
  }
}
