import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A pad of the sole: a paraboloid that opens upwards.
struct FootPad: Sendable {
  /// Place of its lowest point.
  var center: Vector2
  /// Height of its lowest point, mm.
  var height: Double
  /// Curvature radius across the foot, mm.
  var radiusX: Double
  /// Curvature radius along the foot, mm.
  var radiusY: Double

  /// Height at a point, mm.
  func height(at point: Vector2) -> Double {
    let x = point.x - center.x
    let y = point.y - center.y
    return height + x * x / (2 * radiusX) + y * y / (2 * radiusY)
  }
}

/// The sole without its rim: pads, lateral column, arch and sulcus, joined by a smooth minimum.
struct FootRelief: Sendable {
  /// Sharpness of the smooth minimum, 1/mm: joints are rounded over about 1 mm of height.
  static let sharpness = 1.0

  /// Heel, metatarsal heads 1 to 5, toes 1 to 5.
  let pads: [FootPad]
  private let parameters: FootParameters
  private let archRise: Double
  private let lateralStart: Vector2
  private let lateralEnd: Vector2

  /// Lays out the relief over a plan.
  init(_ parameters: FootParameters, plan: FootPlan) {
    // Tissue flattens and the arch sinks under load; 9–12 % of arch change is what insole studies report.
    let (flattening, lowering): (Double, Double) =
      switch parameters.load {
      case .none: (1, 1)
      case .semi: (1.3, 0.94)
      case .full: (1.8, 0.88)
      }
    archRise = parameters.archHeight * lowering
    let length = parameters.length
    var pads = [
      FootPad(
        center: Vector2(0, 0.150 * length), height: 0, radiusX: 62 * flattening, radiusY: 72 * flattening)
    ]
    let metatarsalRadii = [40.0, 60, 60, 60, 36]
    for ray in 0..<5 {
      let radius = metatarsalRadii[ray] * flattening
      // The pad lies a little behind and, at the borders, inward of the head's disc.
      let inward = [2.0, 0, 0, 0, -3.0][ray]
      pads.append(
        FootPad(
          center: plan.metatarsals[ray] + Vector2(inward, -2), height: parameters.metatarsalHeights[ray],
          radiusX: radius, radiusY: min(radius, 45 * flattening)))
    }
    let toeHeights = [0.8, 1.4, 1.5, 1.6, 1.6]
    for toe in 0..<5 {
      let radius = (toe == 0 ? 20 : 13) * flattening
      let back = toe == 0 ? -5.0 : -1.5
      pads.append(
        FootPad(
          center: plan.toes[toe] + Vector2(0, back), height: toeHeights[toe], radiusX: radius, radiusY: radius))
    }
    self.pads = pads
    self.parameters = parameters
    lateralStart = Vector2(0.08 * parameters.ballWidth, 0.22 * length)
    lateralEnd = plan.metatarsals[4] + Vector2(-3, -2)
  }

  /// Height at a point before levelling, mm.
  func height(at point: Vector2) -> Double {
    let length = parameters.length
    let along = (point.y - lateralStart.y) / (lateralEnd.y - lateralStart.y)
    let lateral = lateralStart.x + along * (lateralEnd.x - lateralStart.x)
    // Arch: a bump along the foot times a ramp from the lateral column (0) to the medial border (1).
    let border = -parameters.ballWidth * (0.32 + 0.12 * along)
    let medial = (lateral - point.x) / (lateral - border)
    let ramp = softPlus(7 * (medial - parameters.archReach)) / softPlus(7 * (0.7 - parameters.archReach))
    let station = (point.y / length - parameters.archApex) / 0.17
    let arch = archRise * exp(-station * station) * ramp
    // Sulcus: the crease between ball and toes, following the webs.
    let crease = (point.y - webLine(atX: point.x) - 0.012 * length) / 9
    let ceiling = parameters.restHeight + 1.5 + arch + 4 * exp(-crease * crease)
    // Lateral column: a trough from heel to fifth head, fading out beyond both ends.
    let beyond = max(0, -along, along - 1) * (lateralEnd.y - lateralStart.y)
    let aside = point.x - lateral
    let column =
      parameters.lateralColumnHeight + aside * aside / (2 * parameters.lateralColumnRadius) + beyond * beyond / 60
    // One pass: the sum is kept relative to the lowest part so far.
    var lowest = min(ceiling, column)
    var sum = 1 + exp(-Self.sharpness * abs(ceiling - column))
    var index = 0
    while index < pads.count {
      let height = pads[index].height(at: point)
      if height < lowest {
        sum = sum * exp(-Self.sharpness * (lowest - height)) + 1
        lowest = height
      } else if height < lowest + 40 {
        sum += exp(-Self.sharpness * (height - lowest))
      }
      index += 1
    }
    return lowest - log(sum) / Self.sharpness
  }

  /// y of the webs between the toes at a given x, mm.
  func webLine(atX x: Double) -> Double {
    let fraction = x / parameters.ballWidth
    return parameters.length * (0.825 - 0.08 * fraction - 0.25 * fraction * fraction)
  }

  private func softPlus(_ value: Double) -> Double {
    value > 30 ? value : log(1 + exp(value))
  }
}
