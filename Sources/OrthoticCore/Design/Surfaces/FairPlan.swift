/// Fairs the line of a device: the usual line of an insole, bent onto the line that a foot asks for.
///
/// A line drawn round a foot carries every toe and every wobble of the scan. The template carries none; it is widened and
/// bent as a whole until it lies as close as it can, then moved along its normals by what remains, smoothed, so that only
/// what is wide enough to be the foot's own form enters. Beside the arch it keeps its waist where the foot bulges, and the
/// toe line is rounded to a least radius.
struct FairPlan {
  /// The line that the foot asks for.
  let target: Outline

  /// Distance between points of the line while it is faired, mm.
  private static let spacing = 2.0
  /// Rounds in which the template is bent as a whole, and then moved point by point.
  private static let rounds = (whole: 6, single: 2)
  /// Standard deviation over which a point's own move is smoothed along the line, mm, on a device of `usualLength`.
  private static let smoothing = 21.0
  private static let usualLength = 250.0
  /// Where along the medial side the template's waist is kept, share of the length: begins, is full, is full, ends.
  private static let waist = (0.12, 0.32, 0.52, 0.70)
  /// Share of a medial bulge that is left out there: a wall stands under a bulging arch, not around it.
  private static let waistShare = 0.9
  /// Least radius of the toe line, share of the length, and where the toe line begins.
  private static let toeRadius = 0.077
  private static let toeStart = 0.72
  /// Behind this share of the length the line stays as it is where the toe is set to its length.
  private static let hinge = 0.6
  /// Reach of the distance to the target, mm.
  private static let reach = 40.0

  /// The faired line; the target itself where it is no line.
  var outline: Outline {
    guard target.points.count > 8, let box = target.bounds, box.size.y > 10 * Self.spacing else { return target }
    let scale = min(box.size.y / Self.usualLength, 1)
    let layout = GridLayout.covering(target, spacing: Self.spacing, margin: Self.reach)
    let field = target.signedDistance(on: layout, band: Self.reach)
    /// How far the target lies outside of a point, mm.
    func outside(_ point: Vector2) -> Double {
      let value = field.interpolated(at: point)
      return value.isFinite ? value : 0
    }
    func along(_ point: Vector2) -> Double { (point.y - box.minimum.y) / box.size.y }

    var line = PlanTemplate.line(length: box.size.y).resampled(spacing: Self.spacing)
    line.points = line.points.map { $0 + Vector2(0, box.minimum.y) }
    for _ in 0..<Self.rounds.whole { line = bent(line, along: along, outside: outside) }
    for _ in 0..<Self.rounds.single {
      line = line.resampled(spacing: Self.spacing)
      let normals = line.outwardNormals
      let moves = zip(line.points, normals).map { point, normal -> Double in
        let move = outside(point)
        guard move > 0, normal.x < 0 else { return move }
        let share = along(point)
        let isWaist =
          smoothStep(Self.waist.0, Self.waist.1, share) * (1 - smoothStep(Self.waist.2, Self.waist.3, share))
        return move * (1 - Self.waistShare * isWaist)
      }
      let smooth = line.smoothed(moves, deviation: Self.smoothing * scale)
      line.points = line.points.indices.map { line.points[$0] + normals[$0] * smooth[$0] }
    }
    line = rounded(line, from: box.minimum.y + Self.toeStart * box.size.y, least: Self.toeRadius * box.size.y)
    return set(line, to: box)
  }

  /// The line widened and shifted across by quadratic functions of the place along, as the target asks for on the mean.
  private func bent(_ line: Outline, along: (Vector2) -> Double, outside: (Vector2) -> Double) -> Outline {
    var rows: [[Double]] = []
    var right: [Double] = []
    for (point, normal) in zip(line.points, line.outwardNormals) {
      let q = along(point)
      // Only a move across is asked for: what lies along the foot counts little.
      let weight = abs(normal.x) + 0.02
      rows.append([1, q, q * q, point.x, point.x * q, point.x * q * q].map { $0 * weight })
      right.append(outside(point) * normal.x * weight)
    }
    let shift = LeastSquares.solution(rows, right)
    guard shift.allSatisfy(\.isFinite) else { return line }
    return Outline(
      points: line.points.map { point in
        let q = along(point)
        let move = shift[0] + shift[1] * q + shift[2] * q * q + point.x * (shift[3] + shift[4] * q + shift[5] * q * q)
        return point + Vector2(move, 0)
      })
  }

  /// The line with the corners of its toe flattened until none is sharper than a radius.
  private func rounded(_ line: Outline, from start: Double, least radius: Double) -> Outline {
    let arm = 3
    var line = line.resampled(spacing: Self.spacing)
    for _ in 0..<200 {
      line = line.resampled(spacing: Self.spacing)
      let points = line.points
      let count = points.count
      guard count > 4 * arm else { return line }
      let length = Double(arm) * Self.spacing
      let excess = points.indices.map { index -> Double in
        guard points[index].y > start else { return 0 }
        let bend =
          points[(index + arm) % count] + points[(index + count - arm) % count] - points[index] * 2
        return max(bend.length / (length * length) - 1 / radius, 0)
      }
      guard excess.contains(where: { $0 > 1e-4 }) else { break }
      let smooth = line.smoothed(excess, deviation: 1.5 * Self.spacing)
      let normals = line.outwardNormals
      line.points = points.indices.map { points[$0] - normals[$0] * (smooth[$0] * 0.4 * length * length) }
    }
    return line
  }

  /// The line with its toe at the target's.
  private func set(_ line: Outline, to box: Bounds2) -> Outline {
    guard let own = line.bounds else { return line }
    let hinge = box.minimum.y + Self.hinge * box.size.y
    let stretch = (box.maximum.y - hinge) / max(own.maximum.y - hinge, 1)
    return Outline(
      points: line.points.map { $0.y > hinge ? Vector2($0.x, hinge + ($0.y - hinge) * stretch) : $0 })
  }
}
