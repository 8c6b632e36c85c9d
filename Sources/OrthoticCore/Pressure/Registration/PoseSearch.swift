/// Finds the pose in which a footprint agrees best with a contact field.
///
/// A coarse fan of starts, then Newton's method on the correlation. No randomness: the same input gives the same bits.
struct PoseSearch: Sendable {
  /// What may change besides the rigid motion.
  enum Freedom: Int, Sendable {
    /// Turn and shift only.
    case rigid = 3
    /// One scale for both axes.
    case similarity = 4
    /// A scale for each axis of the source.
    case stretch = 5
  }

  /// A pose with its agreement.
  struct Result: Sendable {
    /// The pose.
    var pose: PlanarPose
    /// Normalised correlation, 0 to 1.
    var agreement: Double
  }

  var footprint: Footprint
  var field: ContactField

  /// Lever that makes a turn comparable with a shift, mm: about a quarter of a foot.
  static let lever = 70.0

  /// The best pose with the toes of the footprint pointing within a quarter turn of `heading` (radians from the field's
  /// long axis: 0 or π).
  func best(heading: Double, scale: Double = 1, freedom: Freedom = .rigid) -> Result {
    // Fan: the long axes agree to about 10° even for a high arch, whose footprint falls into two pieces.
    var starts: [(parameters: [Double], value: Double)] = []
    let base = field.moments.axis - footprint.axis + heading
    let along = Vector2(0, 1)
    for turn in [0, -0.2, 0.2] {
      for shift in [0.0, -18, 18] {
        let center = field.moments.centroid + along * shift
        let parameters = [(base + turn) * Self.lever, center.x, center.y, 0, 0]
        starts.append((parameters, value(parameters, scale: scale)))
      }
    }
    let promising = starts.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.prefix(
      2)
    var best: (parameters: [Double], value: Double) = ([], -1)
    for start in promising {
      let climbed = climb(from: start.element.parameters, scale: scale, freedom: .rigid)
      if climbed.value > best.value { best = climbed }
    }
    if freedom != .rigid { best = climb(from: best.parameters, scale: scale, freedom: freedom) }
    return Result(pose: pose(best.parameters, scale: scale), agreement: best.value)
  }

  /// Improves a pose that is nearly right.
  func refined(_ pose: PlanarPose, freedom: Freedom = .rigid) -> Result {
    let center = pose.applied(to: footprint.centroid)
    let climbed = climb(
      from: [pose.rotation * Self.lever, center.x, center.y, 0, 0], scale: pose.scaleY, freedom: freedom)
    return Result(pose: self.pose(climbed.parameters, scale: pose.scaleY), agreement: climbed.value)
  }

  /// Parameters are all in millimetres: turn times lever, centre of the footprint, logarithm of the scales times lever.
  private func pose(_ parameters: [Double], scale: Double) -> PlanarPose {
    // Second order is enough for an exponential of less than a third.
    func stretched(_ value: Double) -> Double { scale * (1 + value + value * value / 2) }
    var pose = PlanarPose(
      rotation: parameters[0] / Self.lever, scaleX: stretched(parameters[4] / Self.lever),
      scaleY: stretched(parameters[3] / Self.lever))
    pose.translation = Vector2(parameters[1], parameters[2]) - pose.applied(to: footprint.centroid)
    return pose
  }

  private func value(_ parameters: [Double], scale: Double) -> Double {
    field.agreement(of: footprint, in: pose(parameters, scale: scale))
  }

  private func climb(
    from start: [Double], scale: Double, freedom: Freedom
  ) -> (parameters: [Double], value: Double) {
    func expanded(_ free: [Double]) -> [Double] {
      var all = start
      for index in 0..<free.count { all[index] = free[index] }
      if freedom == .similarity { all[4] = all[3] }
      return all
    }
    let result = LocalMaximum.climb(from: Array(start.prefix(freedom.rawValue)), probe: 1, reach: 15) {
      value(expanded($0), scale: scale)
    }
    return (expanded(result.point), result.value)
  }
}
