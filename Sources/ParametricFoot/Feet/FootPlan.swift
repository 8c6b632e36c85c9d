import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A disc swept along a straight line while its radius changes evenly.
struct RoundCone: Sendable {
  private let start: Vector2
  private let end: Vector2
  private let startRadius: Double
  private let endRadius: Double
  private let axis: Vector2
  /// Slope of the flank against the axis.
  private let sine: Double
  private let cosine: Double
  /// Where the flank ends, along the flank.
  private let reach: Double

  init(start: Vector2, end: Vector2, startRadius: Double, endRadius: Double) {
    self.start = start
    self.end = end
    self.startRadius = startRadius
    self.endRadius = endRadius
    let length = (end - start).length
    axis = (end - start) * (1 / length)
    sine = (startRadius - endRadius) / length
    cosine = (1 - sine * sine).squareRoot()
    reach = cosine * length
  }

  /// Depth of a point below the rim: the signed distance to the border, positive inside.
  func depth(at point: Vector2) -> Double {
    let x = point.x - start.x
    let y = point.y - start.y
    let across = abs(axis.x * y - axis.y * x)
    let along = axis.x * x + axis.y * y
    // Which part is nearest: the starting disc, the ending disc or the straight flank between their tangents.
    let projected = along * cosine - across * sine
    if projected < 0 { return startRadius - (x * x + y * y).squareRoot() }
    if projected > reach { return endRadius - (point - end).length }
    return startRadius - (across * cosine + along * sine)
  }
}

/// The silhouette of the foot seen from above: rays and toes as round cones, joined with fillets.
///
/// ```
///      toe 1  2  3  4  5
///        o  o  o  o
///        |  |  |  |  o        each toe a cone from its metatarsal head,
///       o---o--o--o--|        each ray a cone from the heel, the heads joined across
///        \  \  | /  o
///         \  \ |/  /
///          \  \/ /
///            (heel)           x = 0: heel centre and second toe
/// ```
struct FootPlan: Sendable {
  /// Fillet sharpness, 1/mm: joints are rounded over about 1/0.8 mm.
  static let sharpness = 0.8

  /// Centres of the metatarsal heads, first to fifth.
  let metatarsals: [Vector2]
  /// Centres of the toe tips, first to fifth.
  let toes: [Vector2]
  /// Radii of the toe tips.
  let toeRadii: [Double]
  /// Middle of the heel.
  let heel: Vector2
  private let cones: [RoundCone]

  /// Lays out the plan from parameters.
  init(_ parameters: FootParameters) {
    let length = parameters.length
    let width = parameters.ballWidth
    // All cones share the heel's disc, so the fillets add ln(number of rays) / sharpness there.
    let heelRadius = parameters.heelWidth / 2 - 1.6
    let heel = Vector2(0, parameters.heelWidth / 2)
    func place(_ x: Double, _ y: Double) -> Vector2 { Vector2(x * width, y * length) }
    let metatarsals = [
      place(-0.26, 0.725), place(-0.05, 0.750), place(0.09, 0.735), place(0.22, 0.695), place(0.345, 0.635),
    ]
    let metatarsalRadii = [0.19, 0.16, 0.15, 0.15, 0.155].map { $0 * width }
    let reach: [Double] =
      switch parameters.toes {
      case .egyptian: [0.950, 0.943, 0.915, 0.874, 0.816]
      case .greek: [0.928, 0.962, 0.925, 0.878, 0.818]
      case .square: [0.940, 0.952, 0.940, 0.890, 0.825]
      }
    let across = [-0.205, 0.0, 0.145, 0.278, 0.395]
    let toes = zip(across, reach).map { place($0, $1) }
    let toeRadii = [0.118, 0.080, 0.075, 0.073, 0.078].map { $0 * width }
    let rootRadii = [0.160, 0.110, 0.105, 0.105, 0.125].map { $0 * width }
    var cones: [RoundCone] = []
    for ray in 0..<5 {
      cones.append(
        RoundCone(start: heel, end: metatarsals[ray], startRadius: heelRadius, endRadius: metatarsalRadii[ray]))
      cones.append(
        RoundCone(start: metatarsals[ray], end: toes[ray], startRadius: rootRadii[ray], endRadius: toeRadii[ray]))
    }
    // The ball between the heads is as deep as at them.
    for ray in 0..<4 {
      cones.append(
        RoundCone(
          start: metatarsals[ray], end: metatarsals[ray + 1], startRadius: metatarsalRadii[ray],
          endRadius: metatarsalRadii[ray + 1]))
    }
    self.heel = heel
    self.metatarsals = metatarsals
    self.toes = toes
    self.toeRadii = toeRadii
    self.cones = cones
  }

  /// Depth below the rim, mm: positive inside, 0 on the outline (`ln Σ exp` of the cones' depths).
  func depth(at point: Vector2) -> Double {
    // One pass: the sum is kept relative to the deepest cone so far.
    var deepest = -Double.infinity
    var sum = 0.0
    var index = 0
    while index < cones.count {
      let depth = cones[index].depth(at: point)
      if depth > deepest {
        sum = sum * exp(Self.sharpness * (deepest - depth)) + 1
        deepest = depth
      } else if depth > deepest - 45 {
        sum += exp(Self.sharpness * (depth - deepest))
      }
      index += 1
    }
    return deepest + log(sum) / Self.sharpness
  }
}
