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
  init?(_ sample: SurfaceSample, points: [Vector3]) {
    let ranked = Self.ranked(sample)
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
  static func ranked(_ sample: SurfaceSample) -> [(score: Double, foot: SlicedFoot)] {
    let few = sample.thinned(to: 1200)
    var found: [(score: Double, foot: SlicedFoot)] = []
    for candidate in SoleDirection.candidates(in: few) {
      guard let foot = SlicedFoot(few.points, down: candidate.direction, size: sample.size) else { continue }
      found.append((foot.soleLikeness * foot.length * foot.length / (sample.size * sample.size), foot))
    }
    return found.sorted { $0.score > $1.score }
  }

  // swift-format-ignore
  static func lab(_ scan: Scan) -> (chosen: SlicedFoot?, side: Side, note: String) {
    let raw = SurfacePoints.of(scan)
    guard let v = SurfaceVoxels(raw) else { return (nil, .left, "novox") }
    let c = ScanCleaning(v)
    let s = SurfaceSample(v, cubes: c.pieces[0])
    var keep = [Bool](repeating: false, count: v.grid.count)
    for cube in c.pieces[0] { keep[cube] = true }
    let step = max(raw.count / 30_000, 1)
    let pts = stride(from: 0, to: raw.count, by: step).map { raw[$0] }.filter { v.grid.index(of: $0).map { keep[$0] } ?? false }
    func r(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
    guard let p = CoarsePose(s, points: pts) else { return (nil, .left, "nopose") }
    let z = p.foot.placement.z
    let ranked = Self.ranked(s)
    return (
      p.foot, p.side.isYes ? .right : .left,
      "size \(r(s.size)) n \(s.points.count) pieces \(c.sizes.count) L \(r(p.foot.length)) up \(r(p.up.balance)) head \(r(p.heading.balance)) side \(Orientation.sideObservations(p.foot).map(r)) z \(r(z.x)) \(r(z.y)) \(r(z.z)) "
        + ranked.map { "[\(r($0.score)) \(r($0.foot.soleArea)) \(r($0.foot.shadowArea)) \(r($0.foot.proportions)) \(r($0.foot.flatness)) L\(r($0.foot.length)) z\(r($0.foot.placement.z.dot(z)))]" }.joined()
    )
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
