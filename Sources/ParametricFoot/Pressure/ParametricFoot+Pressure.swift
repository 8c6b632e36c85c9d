import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One loaded pad: a bell of pressure.
struct PressureBell: Sendable {
  var center: Vector2
  /// Highest pressure, kPa.
  var peak: Double
  /// Standard deviations along its own two axes, mm.
  var spread: Vector2
  /// Direction of its second axis.
  var axis: Vector2
  /// 1 is a normal bell, more is flatter on top.
  var flatness: Double
  /// Share of the stance at which the pad touches down and lifts off.
  var contact: ClosedRange<Double>

  func pressure(at point: Vector2) -> Double {
    let x = point.x - center.x
    let y = point.y - center.y
    let across = (x * axis.y - y * axis.x) / spread.x
    let along = (x * axis.x + y * axis.y) / spread.y
    let square = (across * across + along * along) / 2
    // Beyond, less than 1e-13 of the peak is left.
    guard square < 30 else { return 0 }
    return peak * exp(-(flatness == 1 ? square : pow(square, flatness)))
  }
}

/// The peak pressure of a step under a `ParametricFoot`, as a closed form.
///
/// The picture is the maximum over a step, not one instant: its integral is 1.5 to 2.3 times the body weight, as in
/// measured peak pictures.
public struct FootPressure: Sendable {
  /// Pressures below are not there: what a platform's threshold cuts off, kPa.
  public static let threshold = 6.0

  /// The foot that stands on the ground.
  public let foot: ParametricFoot
  let bells: [PressureBell]

  init(_ foot: ParametricFoot) {
    let pattern = foot.parameters.pressure
    let scale = foot.parameters.ballWidth / 100
    var bells: [PressureBell] = []
    func add(
      _ place: Vector2, _ peak: Double, _ x: Double, _ y: Double, along axis: Vector2 = Vector2(0, 1),
      flatness: Double = 1, contact: ClosedRange<Double>
    ) {
      guard peak > 0 else { return }
      bells.append(
        PressureBell(
          center: place, peak: peak, spread: Vector2(x * scale, y * scale), axis: axis, flatness: flatness,
          contact: contact))
    }
    let heel = foot.lowestPoint(of: .heel).xy
    let fifth = foot.lowestPoint(of: .metatarsal(5)).xy
    add(heel + Vector2(0, -3), pattern.heel, 16, 20, flatness: 1.4, contact: 0...0.62)
    let column = heel + (fifth - heel) * 0.5 + Vector2(5, 0)
    add(column, pattern.midfoot, 10, 30, along: (fifth - heel).normalized, contact: 0.08...0.74)
    add(column + Vector2(-24, 6), pattern.medialMidfoot, 12, 26, contact: 0.12...0.74)
    let spreads = [10, 8.5, 8.5, 8.5, 9]
    for ray in 1...5 {
      add(
        foot.lowestPoint(of: .metatarsal(ray)).xy, pattern.metatarsals[ray - 1], spreads[ray - 1],
        spreads[ray - 1] + 1.5, contact: 0.2...0.95)
      let toe = foot.lowestPoint(of: .toe(ray)).xy
      if ray == 1 {
        add(toe, pattern.hallux, 8.5, 10.5, contact: 0.45...1)
      } else {
        add(toe, pattern.toes, 5.5, 6, contact: 0.4...0.98)
      }
    }
    self.foot = foot
    self.bells = bells
  }

  /// Pressure at a point of the ground in the canonical frame, kPa; 0 where the foot does not touch.
  public func pressure(x: Double, y: Double) -> Double {
    let point = Vector2(x, y)
    var sum = -Self.threshold
    var index = 0
    while index < bells.count {
      sum += bells[index].pressure(at: point)
      index += 1
    }
    return sum > 0 ? sum * touching(point) : 0
  }

  /// How far the sole is on the ground: 0 at the rim, smoothly to 1 between 3 and 9 mm from the outline.
  func touching(_ point: Vector2) -> Double {
    smoothStep((foot.depth(x: point.x, y: point.y) - 3) / 6)
  }

  /// Body weight, N.
  public var bodyWeight: Double { foot.parameters.pressure.bodyMass * 9.80665 }

  /// Integral over the ground, N, by the midpoint rule on a 2 mm grid.
  public var force: Double {
    let layout = foot.layout(spacing: 2)
    let rows = Parallel.map(count: layout.rows) { row in
      (0..<layout.columns).reduce(0.0) { $0 + pressure(x: layout.x($1), y: layout.y(row)) }
    }
    return rows.reduce(0, +) * layout.cellArea / 1000
  }
}

extension ParametricFoot {
  /// The peak pressure of a step under this foot.
  public var pressure: FootPressure { FootPressure(self) }
}
