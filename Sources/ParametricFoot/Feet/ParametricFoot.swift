import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A foot given by closed forms, so that everything about it is known exactly.
///
/// It stands in the canonical frame of `FootShape`: right foot from above, x = 0 through the rearmost point of the
/// heel and the tip of the second toe, heel at y = 0, support plane z = 0 touching the pads of the heel and of the
/// first and fifth metatarsal heads. In plan it is a union of round cones (`FootPlan`); over every point of the plan
/// stand a sole and a dorsum (`FootColumn`) that meet in a vertical wall at the outline, so the silhouette is the
/// same at every height above the rim.
public struct ParametricFoot: Sendable {
  /// What the foot is made from.
  public let parameters: FootParameters

  let plan: FootPlan
  let relief: FootRelief
  /// y of the heel's rearmost point before levelling, mm.
  private(set) var rear = 0.0
  /// Model millimetres per canonical millimetre along y.
  private(set) var stretch = 1.0
  /// Plane taken off the sole so that it stands on heel, MT1 and MT5: height at the origin and two slopes.
  private(set) var level = (height: 0.0, x: 0.0, y: 0.0)

  /// Solves the foot: brings heel and toe tip to 0 and `length`, and levels the sole.
  public init(_ parameters: FootParameters) {
    self.parameters = parameters
    plan = FootPlan(parameters)
    relief = FootRelief(parameters, plan: plan)
    let back = extremeOfOutline(.rear).y
    let front = extremeOfOutline(.front).y
    rear = back
    stretch = (front - back) / parameters.length
    // Levelling moves the lowest points a little, which moves the plane a little: a contraction, a few rounds do.
    for _ in 0..<6 {
      let (a, b, c) = (lowestPoint(of: .heel), lowestPoint(of: .metatarsal(1)), lowestPoint(of: .metatarsal(5)))
      let normal = (b - a).cross(c - a)
      let x = -normal.x / normal.z
      let y = -normal.y / normal.z
      level.x += x
      level.y += y
      level.height += a.z - x * a.x - y * a.y
    }
  }

  /// Height of the sole above the ground, mm; `nan` outside the outline.
  public func plantarHeight(x: Double, y: Double) -> Double { column(x, y).lower }

  /// Height of the dorsum above the ground, mm; `nan` outside the outline.
  public func dorsumHeight(x: Double, y: Double) -> Double { column(x, y).upper }

  /// How deep a point of the plan lies inside the outline, mm: about its distance; negative outside.
  public func depth(x: Double, y: Double) -> Double { plan.depth(at: model(x, y)) }

  /// Everything that stands over a point of the plan.
  func column(_ x: Double, _ y: Double) -> FootColumn {
    let point = model(x, y)
    let length = parameters.length
    let v = point.y / length
    // 0 on the foot's body, 1 on the toes.
    let toes = step((point.y - relief.webLine(atX: point.x) + 0.01 * length) / 4)
    let heel = step((0.26 - v) / 0.03)
    let ankle = step((0.36 - v) / 0.035)
    let instep = step((0.62 - v) / 0.06)
    // The dorsum falls from the medial to the lateral side.
    let tilt = 1 - 0.3 * tanh(point.x / 40)
    return FootColumn(
      depth: plan.depth(at: point),
      base: relief.height(at: point) - level.height - level.x * x - level.y * y,
      rise: 13 + 5 * heel - 4.5 * toes,
      curlWidth: 12 + 3 * heel - 5.5 * toes,
      shoulder: 15 + 5 * instep - 4 * toes,
      shoulderWidth: 16 - 8 * toes,
      pitch: (0.9 + 1.4 * instep - 0.9 * toes) * tilt + 6.5 * ankle)
  }

  /// A canonical point in the coordinates of plan and relief.
  private func model(_ x: Double, _ y: Double) -> Vector2 { Vector2(x, rear + y * stretch) }

  private func step(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}

extension ParametricFoot {
  /// An ordinary right foot.
  public static let normalRight = ParametricFoot(FootParameters())

  /// A left foot without much of an arch, second and third metatarsal heads low.
  public static let flatLeftHighForefootPressure = ParametricFoot(
    FootParameters(
      side: .left, length: 254, ballWidth: 104, heelWidth: 67, archHeight: 2.5, archApex: 0.43, archReach: 0.3,
      lateralColumnHeight: 0.6, lateralColumnRadius: 140, restHeight: 1.8,
      metatarsalHeights: [0, 0.1, 0.1, 0.3, 0], toes: .square, pressure: .flat))

  /// A right foot with a high arch whose midfoot does not touch the ground.
  public static let cavusRight = ParametricFoot(
    FootParameters(
      length: 248, ballWidth: 96, heelWidth: 62, archHeight: 15.5, archApex: 0.42, archReach: 0.1,
      lateralColumnHeight: 5.5, lateralColumnRadius: 40, restHeight: 7,
      metatarsalHeights: [0, 1.2, 1.5, 1.0, 0], toes: .greek, pressure: .cavus))
}

extension ParametricFoot: CustomStringConvertible {
  /// Side and length, for messages.
  public var description: String { "parametric \(parameters.side) foot of \(parameters.length) mm" }
}
