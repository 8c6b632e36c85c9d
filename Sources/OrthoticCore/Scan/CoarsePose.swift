/// The rough pose of a foot: standing on its sole, toes along y.
struct CoarsePose: Sendable {
  /// The foot cut across, heel first.
  var foot: SlicedFoot
  /// How well the chosen side looks like a sole, against the next best.
  var up: Evidence
  /// Toes at the upper end.
  var heading: Evidence
  /// Right or left.
  var side: Evidence

  /// Finds the pose, or `nil` where nothing looks like a sole.
  ///
  /// - Parameters:
  ///   - sample: the surface, to find the sole on.
  ///   - points: more points of it, to tell the ends and the sides.
  ///   - hint: about where the sole faces, where a support says so.
  init?(_ sample: SurfaceSample, points: [Vector3], hint: Vector3? = nil) {
    let ranked = Self.ranked(sample, hint: hint)
    guard let best = ranked.first, let foot = SlicedFoot(points, down: -best.foot.placement.z, size: sample.size) else {
      return nil
    }
    let heading = Orientation.toesAtUpperEnd(foot)
    self.heading = heading
    self.foot = heading.isYes ? foot : foot.turned(points)
    side = Orientation.isRight(self.foot)
    up = Evidence(balance: 4 * ((ranked.count > 1 ? best.score / ranked[1].score : 10) - 1))
  }

  /// The directions in which the sole may face, with the foot standing on it, the likeliest first.
  static func ranked(_ sample: SurfaceSample, hint: Vector3? = nil) -> [(score: Double, foot: SlicedFoot)] {
    let few = sample.thinned(to: 1200)
    var found: [(score: Double, foot: SlicedFoot)] = []
    for candidate in SoleDirection.candidates(in: few, hint: hint) {
      guard let foot = SlicedFoot(few.points, down: candidate.direction, size: sample.size) else { continue }
      found.append((foot.soleLikeness * foot.length * foot.length / (sample.size * sample.size), foot))
    }
    return found.sorted { $0.score > $1.score }
  }

  /// Points that tell the ends and the sides.
  static let enoughPoints = 30_000
  /// Least likeness of a sole: soles reach 0.12 to 0.3, feet whose sole is missing 0.02 to 0.06.
  static let leastLikeness = 0.085

  /// Whether what stands on the floor is a sole and not a rim, a dorsum or a leg.
  var showsSole: Bool { foot.soleLikeness >= Self.leastLikeness }

  /// Finds the pose of a cleaned scan.
  init?(_ cleaned: CleanedScan) {
    let step = max(cleaned.surface.count / Self.enoughPoints, 1)
    let some =
      step == 1 ? cleaned.surface : stride(from: 0, to: cleaned.surface.count, by: step).map { cleaned.surface[$0] }
    self.init(cleaned.sample, points: some, hint: cleaned.support?.down)
  }
}

extension SlicedFoot {
  /// How much what stands on the floor is a sole: its area, its share of all that is seen from above, its proportions.
  var soleLikeness: Double { shadowArea > 0 ? soleArea * soleArea / shadowArea * proportions * flatness : 0 }

  /// 1 for a forefoot that is wide and flat, less for one that is thick: a foot that lies on its side.
  ///
  /// Across the ball and the toes a foot is about a third as thick as wide.
  var flatness: Double {
    let toesFirst = !Orientation.toesAtUpperEnd(self).isYes
    let from = Int(0.65 * Double(slices.count))
    let to = Int(0.9 * Double(slices.count))
    var sum = 0.0
    var count = 0.0
    for index in from..<to {
      let slice = slices[toesFirst ? slices.count - 1 - index : index]
      guard !slice.width.isNaN, slice.width > 0 else { continue }
      sum += slice.top / slice.width
      count += 1
    }
    guard count > 0 else { return 0.01 }
    let off = max(sum / count - 0.5, 0)
    return 1 / (1 + off * off / 0.0225)
  }

  /// 1 for the proportions of a foot, less for others.
  var proportions: Double {
    let widths = slices.map(\.width).filter { !$0.isNaN }.sorted()
    guard widths.count > slices.count * 3 / 4 else { return 0.01 }
    // The ball of a foot measures 0.33 to 0.45 of its length.
    let off = max(abs(widths[widths.count - 2] - 0.385) - 0.06, 0)
    return 1 / (1 + off * off / 0.01)
  }
}
