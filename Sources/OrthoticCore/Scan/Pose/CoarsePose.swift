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
    self.init(sample, points: points, ranked: Self.ranked(sample, hint: hint), hint: hint)
  }

  private init?(
    _ sample: SurfaceSample, points: [Vector3], ranked: [(score: Double, foot: SlicedFoot)], hint: Vector3?
  ) {
    guard let best = ranked.first, var foot = SlicedFoot(points, down: -best.foot.placement.z, size: sample.size) else {
      return nil
    }
    up = Evidence(balance: 4 * ((ranked.count > 1 ? best.score / ranked[1].score : 10) - 1))
    if foot.soleLikeness < Self.clearLikeness {
      // A part of a foot: its sole may not be where most of the surface lies near a floor.
      for other in Self.ranked(sample, hint: hint, isThorough: true).prefix(Self.secondLooks) {
        guard let other = SlicedFoot(points, down: -other.foot.placement.z, size: sample.size),
          other.soleLikeness * other.length * other.length > foot.soleLikeness * foot.length * foot.length
        else { continue }
        foot = other
        up = Evidence(balance: 0)
      }
    }
    let heading = Orientation.toesAtUpperEnd(foot)
    self.heading = heading
    self.foot = heading.isYes ? foot : foot.turned(points)
    side = Orientation.isRight(self.foot)
  }

  /// The directions in which the sole may face, with the foot standing on it, the likeliest first.
  static func ranked(
    _ sample: SurfaceSample, hint: Vector3? = nil, isThorough: Bool = false
  ) -> [(score: Double, foot: SlicedFoot)] {
    let few = sample.thinned(to: 1200)
    var found: [(score: Double, foot: SlicedFoot)] = []
    for candidate in SoleDirection.candidates(in: few, hint: hint, isThorough: isThorough) {
      guard let foot = SlicedFoot(few.points, down: candidate.direction, size: sample.size) else { continue }
      found.append((foot.soleLikeness * foot.length * foot.length / (sample.size * sample.size), foot))
    }
    return found.sorted { $0.score > $1.score }
  }

  /// Least likeness of a sole: soles reach 0.12 to 0.3, feet whose sole is missing 0.02 to 0.06.
  static let leastLikeness = 0.085
  /// Likeness below which the sole may not have been found yet.
  static let clearLikeness = 0.1
  /// Directions that are then looked at with all points.
  static let secondLooks = 12

  /// Least height of a sole that is none of a flat board, share of its length: a slice of it 3 mm high.
  static let leastHeight = 0.012
  /// Height below which a scan shows little more than the sole's relief, which turned over looks like a sole again, share of its
  /// length: 20 mm.
  static let shallowHeight = 0.08

  /// Whether what stands on the floor is a sole and not a rim, a dorsum, a leg or a flat board.
  var showsSole: Bool { foot.soleLikeness >= Self.leastLikeness && foot.height >= Self.leastHeight }

  /// Whether the scan shows little more than the sole's relief.
  var isShallow: Bool { foot.height < Self.shallowHeight }

  /// Finds the pose of a piece.
  init?(_ candidate: FootCandidate) {
    let hint = candidate.support?.down
    let ranked = Self.ranked(candidate.sample, hint: hint)
    // Of a leg down to the foot, most is leg, and its side may look more like a sole than the sole does.
    let standing = ranked.first { $0.foot.soleLikeness >= Self.leastLikeness && $0.foot.carriesLeg(candidate.sample) }?
      .foot
    if let standing, let pose = Self.underLeg(candidate, standing), pose.showsSole {
      self = pose
      return
    }
    guard let pose = CoarsePose(candidate.sample, points: candidate.some, ranked: ranked, hint: hint) else {
      return nil
    }
    self = pose
  }

  /// The pose of what is left of a piece without the leg.
  private static func underLeg(_ candidate: FootCandidate, _ standing: SlicedFoot) -> CoarsePose? {
    func isFoot(_ point: Vector3) -> Bool { standing.placement.placed(point).z < SlicedFoot.legHeight }
    return CoarsePose(
      candidate.sample.keeping(isFoot), points: candidate.some.filter(isFoot), hint: -standing.placement.z)
  }
}

extension SlicedFoot {
  /// How much what stands on the floor is a sole: its area, its share of all that is seen from above, its shape.
  var soleLikeness: Double {
    shadowArea > 0 ? soleArea * soleArea / shadowArea * proportions * flatness * straightness : 0
  }

  /// 1 for a forefoot that is wide and flat, less for one that is thick: a foot that lies on its side.
  ///
  /// Across the ball and the toes a foot is about a third as thick as wide; where a scan has no toes, the ball comes last.
  var flatness: Double { max(flatness(from: 0.65, to: 0.9), flatness(from: 0.8, to: 1)) }

  private func flatness(from rear: Double, to front: Double) -> Double {
    let toesFirst = !Orientation.toesAtUpperEnd(self).isYes
    let from = Int(rear * Double(slices.count))
    let to = Int(front * Double(slices.count))
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

  /// 1 for a silhouette as straight as a foot's, less for a bent one: a foot with its leg, lying on its side.
  var straightness: Double {
    let places = slices.enumerated().filter { !$1.width.isNaN }.map { Vector2(Double($0), $1.middle) }
    var line = LocalLineFit()
    for p in places { line.add(p.x, p.y, weight: 1) }
    guard let slope = line.slope, !places.isEmpty else { return 0.01 }
    let mean = places.reduce(Vector2.zero, +) * (1 / Double(places.count))
    let squares = places.reduce(0.0) { sum, p in
      let off = p.y - mean.y - slope * (p.x - mean.x)
      return sum + off * off
    }
    // The midline of a foot strays by 0.01 to 0.02 of its length from a straight line.
    let off = max((squares / Double(places.count)).squareRoot() - 0.035, 0)
    return 1 / (1 + off * off / 0.0004)
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
