import OrthoticCore
import ParametricFoot
import Testing

@testable import OrthoticExport

@Suite struct FootPicturesTests {
  private let foot = ParametricFoot.cavusRight

  private func sole(_ side: Side) -> Picture {
    SolePicture(
      plantar: foot.plantarGrid(foot.layout(spacing: 4)), outline: foot.outline(spacing: 4),
      landmarks: foot.truth.landmarks, side: side, title: "sole", scale: 1
    ).drawn()
  }

  @Test("a sole is drawn the same each time") func soleIsDrawn() {
    #expect(sole(.right) == sole(.right))
  }

  @Test("a left foot lies in the picture as the mirror image of a right one") func leftFootLies() {
    let (low, high) = (Vector2(-50, -10), Vector2(60, 260))
    let right = FootViewport(low: low, high: high, scale: 2, origin: Vector2(12, 40), side: .right)
    let left = FootViewport(low: low, high: high, scale: 2, origin: Vector2(12, 40), side: .left)
    let point = Vector2(-18, 112)
    #expect(right.pixel(point).x - 12 == 12 + left.size.x - left.pixel(point).x)
    for viewport in [left, right] { #expect((viewport.point(viewport.pixel(point)) - point).length < 1e-9) }
    #expect(right.pixel(point).x < left.pixel(point).x)
    #expect(sole(.left) != sole(.right))
  }

  @Test("a grid of nothing is drawn empty") func gridOfNothing() {
    let layout = GridLayout(origin: .zero, spacing: 5, columns: 1, rows: 1)
    let picture = SolePicture(plantar: HeightGrid(layout: layout)).drawn()
    #expect(picture.width > 0)
    let pressure = PressurePicture(before: HeightGrid(layout: layout), after: HeightGrid(layout: layout)).drawn()
    #expect(pressure.height > 0)
    #expect(PressurePicture(panels: []).drawn().width == 1)
  }

  @Test("peaks keep their distance and the highest is there") func peaksKeepTheirDistance() {
    let layout = foot.layout(spacing: 4)
    let values = (0..<layout.count).map { index in
      let point = layout.position(index)
      return foot.pressure.pressure(x: point.x, y: point.y)
    }
    let grid = HeightGrid(layout: layout, values: values)
    let peaks = grid.peaks(apart: 22)
    #expect((3...8).contains(peaks.count))
    #expect(grid.interpolated(at: peaks[0]) == values.max())
    for (index, a) in peaks.enumerated() {
      for b in peaks[(index + 1)...] { #expect((a - b).length >= 22) }
    }
  }
}
