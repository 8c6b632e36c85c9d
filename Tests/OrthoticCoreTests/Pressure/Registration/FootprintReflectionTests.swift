import Testing

@testable import OrthoticCore

@Suite("Prints are brought onto the sole that made them")
struct FootprintReflectionTests {
  /// A sole 60 mm wide and 100 mm long in the middle of a grid of 2 mm.
  private let layout = GridLayout(origin: Vector2(-50, -20), spacing: 2, columns: 51, rows: 71)
  private let outline = Outline(points: [Vector2(-30, 0), Vector2(30, 0), Vector2(30, 100), Vector2(-30, 100)])

  private func isSole(_ node: Int) -> Bool {
    let point = layout.position(node)
    return abs(point.x) < 30 && point.y > 0 && point.y < 100
  }

  @Test("The blurred edge of an even print becomes the even print again, with the same force")
  func straightEdge() {
    // An even pressure to the edge, blurred linearly over 8 mm to both sides.
    let blurred = (0..<layout.count).map { node -> Double in
      let point = layout.position(node)
      let depth = min(30 - abs(point.x), min(point.y, 100 - point.y))
      return 100 * min(max((depth + 8) / 16, 0), 1)
    }
    let sole = (0..<layout.count).map(isSole)
    let print = FootprintReflection(
      outline: outline, isSole: sole, isLoaded: blurred.map { $0 > 0 }, layout: layout, sensorWidth: 8)
    let confined = print.confined(blurred, highest: 110)
    let beside = (0..<layout.count).filter { !sole[$0] }
    #expect(beside.allSatisfy { confined[$0] == 0 })
    let force = blurred.reduce(0, +)
    #expect(abs(confined.reduce(0, +) / force - 1) < 1e-12)
    // Away from the corners.
    let middle = (0..<layout.count).filter { sole[$0] && abs(layout.position($0).y - 50) < 30 }
    let errors = middle.map { abs(confined[$0] - 100) }
    // The nodes on the line itself count whole on a grid: half a node too much, which the nodes farther in take up.
    #expect((errors.max() ?? .infinity) <= 10)
    #expect(errors.reduce(0, +) / Double(errors.count) < 6)
    #expect(confined.allSatisfy { $0 <= 110 })
  }

  @Test("What was measured beside a corner makes no node higher than the map near it, and no force is lost")
  func cappedCorner() {
    // A steep patch near the corner of the sole: a third of it lies beside.
    let patch = (0..<layout.count).map { node -> Double in
      max(300 - 20 * (layout.position(node) - Vector2(25, 93)).length, 0)
    }
    let sole = (0..<layout.count).map(isSole)
    let print = FootprintReflection(
      outline: outline, isSole: sole, isLoaded: patch.map { $0 > 0 }, layout: layout, sensorWidth: 6)
    let confined = print.confined(patch, highest: 280)
    let (force, wanted) = (confined.reduce(0, +), patch.reduce(0, +))
    #expect(abs(force / wanted - 1) < 1e-12)
    for node in 0..<layout.count where confined[node] > 0 {
      #expect(sole[node])
      let near = (0..<layout.count).filter { (layout.position($0) - layout.position(node)).length <= 6 }
      #expect(confined[node] <= min(near.map { patch[$0] }.max() ?? 0, 280) + 1e-9)
    }
    // The excess goes inward, not over the sole: no node far from the patch is loaded.
    #expect(confined.indices.allSatisfy { confined[$0] == 0 || (layout.position($0) - Vector2(25, 93)).length < 24 })
  }

  @Test("A picture below its caps is left as it is")
  func untouched() {
    let even = (0..<layout.count).map { isSole($0) ? 50.0 : 0 }
    let sole = (0..<layout.count).map(isSole)
    let print = FootprintReflection(
      outline: outline, isSole: sole, isLoaded: even.map { $0 > 0 }, layout: layout, sensorWidth: 5)
    #expect(print.confined(even, highest: 50) == even)
  }

  @Test("A node at the edge of a print is borne by the nearest sole that touches, one far from any by itself")
  func carriers() {
    // A sole that lies flat up to x = 10 and rises from there.
    let heights = (0..<layout.count).map { node -> Double in
      isSole(node) ? max(layout.position(node).x - 10, 0) : .nan
    }
    let pressure = (0..<layout.count).map { isSole($0) ? 50.0 : 0 }
    let carriers = PressureCarriers(
      layout: layout, pressure: pressure, plantarHeight: heights,
      plane: StandingPlane(offset: 0, slopeX: 0, slopeY: 0), sensorWidth: 5)
    let row = 30
    let edge = layout.index(33, row)
    #expect(layout.x(30) == 10)
    #expect(carriers.nodes[edge] == layout.index(30, row))
    let flat = layout.index(20, row)
    #expect(carriers.nodes[flat] == flat)
    let far = layout.index(39, row)
    #expect(carriers.nodes[far] == far, "18 mm from what touches: the foot sank there")
  }
}
