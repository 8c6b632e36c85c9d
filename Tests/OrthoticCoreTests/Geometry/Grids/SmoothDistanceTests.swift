import Testing

@testable import OrthoticCore

@Suite struct SmoothDistanceTests {
  let layout = GridLayout(origin: Vector2(-60, -60), spacing: 2, columns: 61, rows: 61)

  @Test("along a straight edge it is the distance itself, half a node outside the last node")
  func straight() {
    let inside = (0..<layout.count).filter { layout.position($0).x <= 0 }
    let distance = SmoothDistance(from: inside, layout: layout)
    for x in stride(from: -20.0, through: 20, by: 0.37) {
      #expect(abs(distance.value(at: Vector2(x, 3.1)) - (x - 1)) < 1e-12)
    }
  }

  @Test("around a disc it is nearly the same in all directions, whatever the steps of the grid")
  func round() {
    let inside = (0..<layout.count).filter { layout.position($0).length < 17 }
    let distance = SmoothDistance(from: inside, layout: layout)
    for radius in [12.0, 15, 18, 21, 25] {
      let around = (0..<180).map { step in
        let angle = Double(step) * Double.pi / 90
        return distance.value(at: Vector2(radius * sine(angle + Double.pi / 2), radius * sine(angle)))
      }
      let least = around.min() ?? 0
      let most = around.max() ?? 0
      #expect(most - least < 1, "\(radius): \(least) to \(most)")
      #expect(abs((least + most) / 2 - (radius - 17)) < 1)
    }
  }

  @Test("nothing inside is far outside everywhere, everything far inside")
  func extremes() {
    #expect(SmoothDistance(from: [], layout: layout).value(at: Vector2(0, 0)) > 100)
    #expect(SmoothDistance(from: Array(0..<layout.count), layout: layout).value(at: Vector2(90, 0)) < -100)
  }
}
