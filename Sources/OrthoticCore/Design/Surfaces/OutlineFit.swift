#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lays a given line of an insole under a foot: turned heel to heel, so that as little as possible of the sole stands out.
public struct OutlineFit: Sendable {
  /// The line in the canonical frame, mm.
  public var outline: Outline
  /// How far the sole stands out where it does so most, mm, and where; 0 where it lies inside.
  public var excess: Double
  /// Where it stands out most, mm.
  public var excessAt: Vector2
  /// Whether the line had to be mirrored: it was drawn for the other foot, or seen from below.
  public var isMirrored: Bool

  /// Room that the sole wants to the line, mm: the edge of the device.
  static let room = 1.5
  /// Excess from which the user should know, mm.
  static let notable = 0.5

  /// Fits a line to a foot.
  public init(_ given: Outline, foot: FootShape) {
    let canonical = foot.side == .left ? given.mirrored : given
    let upright = Self.upright(canonical)
    let candidates = [(upright, false), (upright.turnedRound, false)].flatMap { line, _ in
      [(line, false), (line.mirrored, true)]
    }
    let sole = foot.outline.resampled(spacing: 4).points
    var best: (line: Outline, cost: Double, mirrored: Bool)?
    for (line, isMirrored) in candidates {
      let (placed, cost) = Self.placed(line, sole: sole, foot: foot)
      // As drawn, unless the mirror image fits clearly better.
      let weighed = isMirrored ? cost * 1.5 + 20 : cost
      if weighed < best?.cost ?? .infinity { best = (placed, weighed, isMirrored) }
    }
    outline = (best?.line ?? upright).resampled(spacing: 1).smoothed(over: 4)
    isMirrored = best?.mirrored ?? false
    let distance = DistanceToLine(outline)
    excess = 0
    excessAt = .zero
    for point in sole {
      let out = -distance.inside(point)
      if out > excess { (excess, excessAt) = (out, point) }
    }
  }

  /// What the user should know about the fit.
  public func findings(for foot: FootShape) -> [Finding] {
    guard excess > Self.notable else { return [] }
    let share = excessAt.y / foot.length
    let part =
      switch share {
      case ..<FootProportions.heelEnd: "heel"
      case ..<FootProportions.midfootEnd: "midfoot"
      case ..<FootProportions.toesStart: "ball"
      default: "toes"
      }
    let side = excessAt.x < foot.landmarks.heelCenter.position.x ? "medial" : "lateral"
    return [
      Finding(
        .warning, code: "foot-leaves-outline",
        message: "the sole stands \(Lint.shown(excess)) mm over the given outline at the \(side) \(part) (x "
          + "\(Lint.shown(excessAt.x)), y \(Lint.shown(excessAt.y)) mm)",
        remedy: "use a wider or longer shoe, or a larger outline")
    ]
  }

  /// The line with its longer side along y, its middle at the origin.
  static func upright(_ line: Outline) -> Outline {
    // Of a line in any unit: some hundred points tell its long axis.
    let points = line.resampled(spacing: max(line.perimeter / 400, .leastNormalMagnitude)).points
    let count = Double(max(points.count, 1))
    let middle = points.reduce(Vector2.zero, +) * (1 / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      let d = point - middle
      xx += d.x * d.x
      xy += d.x * d.y
      yy += d.y * d.y
    }
    // The turn that brings the long axis to y.
    let angle = .pi / 2 - atan2(2 * xy, xx - yy) / 2
    return Outline(points: line.points.map { ($0 - middle).turned(angle) })
  }

  /// Turns and shifts a line by steps that halve, until the sole stands out least.
  private static func placed(_ line: Outline, sole: [Vector2], foot: FootShape) -> (Outline, Double) {
    let distance = DistanceToLine(line)
    let low = line.bounds?.minimum.y ?? 0
    let heel = Bounds2(sole)?.minimum.y ?? 0
    // The line under the foot is the foot over the line, turned back.
    func cost(_ pose: (x: Double, y: Double, turn: Double)) -> Double {
      var sum = 0.0
      for point in sole {
        let out = room - distance.inside((point - Vector2(pose.x, pose.y)).turned(-pose.turn))
        if out > 0 { sum += out * out }
      }
      // Where the foot lies inside with room to spare, the heels still meet.
      let gap = heel - (low + pose.y) - room
      return sum + 0.5 * gap * gap + 0.02 * pose.x * pose.x
    }
    var pose = (x: 0.0, y: heel - room - low, turn: 0.0)
    var best = cost(pose)
    var step = 8.0
    while step > 0.1 {
      var isBetter = false
      for (dx, dy, dt) in [
        (step, 0, 0), (-step, 0, 0), (0, step, 0), (0, -step, 0), (0, 0, step / 100), (0, 0, -step / 100),
      ] {
        let next = (x: pose.x + dx, y: pose.y + dy, turn: pose.turn + dt)
        let found = cost(next)
        if found < best {
          best = found
          pose = next
          isBetter = true
        }
      }
      if !isBetter { step /= 2 }
    }
    return (Outline(points: line.points.map { $0.turned(pose.turn) + Vector2(pose.x, pose.y) }), best)
  }
}

/// Distance inside a line, looked up on a grid.
private struct DistanceToLine {
  let field: HeightGrid

  init(_ line: Outline) {
    field = line.signedDistance(on: GridLayout.covering(line, spacing: 1, margin: 40), band: 60)
  }

  func inside(_ point: Vector2) -> Double {
    let value = field.interpolated(at: point)
    return value.isFinite ? value : -60
  }
}

extension Vector2 {
  /// The vector turned anticlockwise by an angle in radians.
  func turned(_ angle: Double) -> Vector2 {
    Vector2(cos(angle) * x - sin(angle) * y, sin(angle) * x + cos(angle) * y)
  }
}

extension Outline {
  /// The line mirrored at x = 0, still anticlockwise.
  public var mirrored: Outline { Outline(points: points.reversed().map { Vector2(-$0.x, $0.y) }) }

  /// The line turned by half a turn.
  fileprivate var turnedRound: Outline { Outline(points: points.map { Vector2(-$0.x, -$0.y) }) }
}
