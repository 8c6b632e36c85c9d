import ParametricFoot
import Testing

@testable import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct RigidMotionsTests {
  let layout = GridLayout(origin: Vector2(-5, -5), spacing: 1, columns: 11, rows: 11)

  @Test("a plane is found and taken out, a remainder is orthogonal to all motions")
  func projected() {
    var random = SplitMix64(seed: 8)
    let motions = RigidMotions(layout: layout, pole: Vector2(1, 2))
    let pressure = (0..<layout.count).map { _ in max(random.uniform(-1...1), 0) }
    let plane = (0..<layout.count).map { 3 + 2 * layout.position($0).x - layout.position($0).y }
    let motion = motions.fitted(plane, where: pressure)
    #expect(abs(motion[0] - 3) < 1e-12 && abs(motion[1] - 2) < 1e-12 && abs(motion[2] + 1) < 1e-12)
    var field = (0..<layout.count).map { _ in random.uniform(-1...1) }
    motions.project(&field, where: pressure)
    var sums = (0.0, 0.0, 0.0)
    for node in 0..<layout.count where pressure[node] > 0 {
      sums.0 += field[node]
      sums.1 += field[node] * layout.position(node).x
      sums.2 += field[node] * layout.position(node).y
    }
    #expect(abs(sums.0) + abs(sums.1) + abs(sums.2) < 1e-10)
  }

  @Test("restoring brings force and moments back, also from far away, and keeps every pressure positive")
  func restored() {
    for pole in [Vector2(0, 0), Vector2(0.4, -0.3), Vector2(4, 3.5), Vector2(-4.5, 4.5)] {
      let motions = RigidMotions(layout: layout, pole: pole)
      var pressure = (0..<layout.count).map { exp(-0.1 * layout.position($0).dot(layout.position($0))) }
      #expect(motions.restore(&pressure, total: 700))
      #expect(pressure.allSatisfy { $0 > 0 })
      let (force, center) = Calibration.resultant(layout, pressure)
      #expect(abs(force * 1000 - 700) < 1e-8)
      #expect((center - pole).length < 1e-8)
    }
  }

  @Test("what cannot be restored is refused")
  func refused() {
    var nothing = [Double](repeating: 0, count: layout.count)
    #expect(!RigidMotions.settling.restore(&nothing, total: 1))
    var even = [Double](repeating: 1, count: layout.count)
    #expect(!RigidMotions(layout: layout, pole: Vector2(50, 0)).restore(&even, total: 1))
  }
}
