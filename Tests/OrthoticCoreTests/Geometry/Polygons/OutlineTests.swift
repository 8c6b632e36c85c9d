import OrthoticCore
import Testing

@Suite struct OutlineOperationTests {
  static func circle(radius: Double, corners: Int, center: Vector2 = .zero) -> Outline {
    Outline(
      points: (0..<corners).map { index in
        let turn = 2 * Double.pi * Double(index) / Double(corners)
        return center + Vector2(cosine(turn), sine(turn)) * radius
      })
  }

  static let square = Outline(points: [Vector2(0, 0), Vector2(10, 0), Vector2(10, 10), Vector2(0, 10)])

  @Test("resampling a square keeps its perimeter and spaces corners evenly") func resamplingASquareKeeps() {
    let fine = Self.square.resampled(spacing: 0.5)
    #expect(fine.points.count == 80)
    #expect(abs(fine.perimeter - 40) < 1e-9)
    #expect(abs(fine.signedArea - 100) < 1e-9)
  }

  @Test("the spline through points of a circle stays on the circle") func splineThroughPoints() {
    let fine = Self.circle(radius: 30, corners: 94).splined(spacing: 0.25)
    let largest = fine.points.map { abs($0.length - 30) }.max() ?? .infinity
    // Cubic with second-order slopes: about h⁴ κ³ / 100 for h = 2 mm on a 30 mm radius.
    #expect(largest < 2e-4)
  }

  @Test("smoothing keeps a circle and removes its ripple") func smoothingKeepsACircle() {
    let rippled = Outline(
      points: (0..<800).map { index in
        let turn = 2 * Double.pi * Double(index) / 800
        return Vector2(cosine(turn), sine(turn)) * (40 + 0.2 * sine(100 * turn))
      })
    let smooth = rippled.smoothed(over: 6)
    let largest = smooth.points.map { abs($0.length - 40) }.max() ?? .infinity
    #expect(largest < 0.03)
  }

  @Test("the signed distance of a circle is its closed form at every node") func signedDistance() {
    let circle = Self.circle(radius: 20, corners: 720)
    let layout = GridLayout(origin: Vector2(-30, -28), spacing: 1, columns: 61, rows: 57)
    let field = circle.signedDistance(on: layout)
    for index in 0..<layout.count {
      let exact = 20 - layout.position(index).length
      #expect(abs(field.values[index] - exact) < 2e-3, "node \(index)")
    }
  }

  @Test("the signed distance of a square is its closed form inside") func signedDistanceOfASquare() {
    let layout = GridLayout(origin: Vector2(-5, -5), spacing: 0.5, columns: 41, rows: 41)
    let field = Self.square.signedDistance(on: layout)
    for index in 0..<layout.count {
      let p = layout.position(index)
      let inside = min(min(p.x, 10 - p.x), min(p.y, 10 - p.y))
      let outside = Vector2(max(max(-p.x, p.x - 10), 0), max(max(-p.y, p.y - 10), 0)).length
      #expect(abs(field.values[index] - (inside > 0 ? inside : -outside)) < 1e-12, "\(p)")
    }
  }

  @Test("a distance band agrees with the whole field inside the band") func distanceBandAgrees() {
    let circle = Self.circle(radius: 20, corners: 300)
    let layout = GridLayout(origin: Vector2(-30, -28), spacing: 0.7, columns: 84, rows: 80)
    let whole = circle.signedDistance(on: layout)
    let band = circle.signedDistance(on: layout, band: 4)
    for index in 0..<layout.count {
      #expect(abs(band.values[index] - min(max(whole.values[index], -4), 4)) < 1e-9)
    }
  }

  @Test("the offset of a circle is the circle of the new radius", arguments: [-12.0, -3.0, -0.4, 0.0, 0.4, 3.0, 12.0])
  func offsetOfACircle(distance: Double) {
    let offset = Self.circle(radius: 20, corners: 720).offset(by: distance)
    let largest = offset.points.map { abs($0.length - 20 - distance) }.max() ?? .infinity
    #expect(offset.signedArea > 0)
    #expect(largest < 0.01)
  }

  @Test("an inward offset wider than the shape leaves nothing") func inwardOffsetWider() {
    #expect(Self.circle(radius: 5, corners: 90).offset(by: -6).points.isEmpty)
  }

  @Test("an inward offset through a neck keeps the larger part") func inwardOffsetThrough() {
    let dumbbell = Outline(points: [
      Vector2(0, 0), Vector2(20, 0), Vector2(20, 9), Vector2(40, 9), Vector2(40, 4), Vector2(50, 4), Vector2(50, 16),
      Vector2(40, 16), Vector2(40, 11), Vector2(20, 11), Vector2(20, 20), Vector2(0, 20),
    ])
    let inner = dumbbell.offset(by: -2)
    #expect(abs(inner.signedArea - 16 * 16) < 2)
    #expect(inner.points.allSatisfy { $0.x < 21 })
  }

  @Test("contours close at the border of the grid and run anticlockwise") func contoursClose() {
    let layout = GridLayout(origin: .zero, spacing: 1, columns: 4, rows: 3)
    let field = HeightGrid(layout: layout, filledWith: 1)
    let contours = field.contours(at: 0)
    #expect(contours.count == 1)
    #expect((contours.first?.signedArea ?? 0) > 6)
  }

  @Test("contours around a hole run clockwise") func contoursAroundAHole() {
    let layout = GridLayout(origin: .zero, spacing: 1, columns: 9, rows: 9)
    var field = HeightGrid(layout: layout, filledWith: 1)
    field[4, 4] = -1
    let areas = field.contours(at: 0).map(\.signedArea).sorted()
    #expect(areas.count == 2)
    #expect((areas.first ?? 0) < 0 && (areas.last ?? 0) > 0)
  }
}
