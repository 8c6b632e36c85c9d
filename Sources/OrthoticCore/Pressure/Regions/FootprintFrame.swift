/// How a map's cells lie on the foot: what turns a bare footprint into heel, ball and toes.
public struct FootprintFrame: Sendable {
  /// From the map (mirrored to a right foot) to the canonical frame.
  public var pose: PlanarPose
  /// Which foot the map shows; a left map is mirrored before `pose` applies.
  public var side: Side
  /// Named places, canonical.
  public var landmarks: Landmarks
  /// Foot length in the canonical frame, mm.
  public var length: Double
  /// Where the regions of the sole end.
  public var borders = RegionBorders()

  /// Creates a frame from its parts.
  public init(pose: PlanarPose, side: Side, landmarks: Landmarks, length: Double) {
    self.pose = pose
    self.side = side
    self.landmarks = landmarks
    self.length = length
  }

  /// The frame of a map that is registered on a scanned foot.
  public init(_ registered: RegisteredPressure, foot: FootShape) {
    pose = registered.pose
    side = foot.side
    landmarks = foot.landmarks
    length = foot.length
  }

  /// The frame of a map without a scan: the average foot laid on the footprint.
  ///
  /// The canonical frame is then the average foot's, stretched to the footprint; `nil` where nothing is loaded.
  ///
  /// - Parameters:
  ///   - map: heel first, seen from above.
  ///   - side: which foot it shows.
  public init?(_ map: PressureMap, side: Side) {
    let canonical = side == .left ? map.mirrored : map
    guard let footprint = Footprint(canonical) else { return nil }
    let extent = footprint.extent(along: footprint.axis)
    let fit = PoseSearch(footprint: footprint, field: FootprintTemplate.field)
      .best(heading: 0, scale: FootprintTemplate.length / max(extent, 1), freedom: .stretch)
    pose = fit.pose
    // The footprint begins in front of the skin of the heel.
    pose.translation.y += FootprintTemplate.heelOffset
    self.side = side
    landmarks = FootprintTemplate.landmarks
    length = FootprintTemplate.length
  }

  /// Canonical places of the four corners of a map's cells: a list in the order of the map for each.
  func corners(of map: PressureMap) -> [[Vector2]] {
    // A hair inside, so that a border along the cells' edges cuts none.
    let half = 0.499
    return [(-half, -half), (half, -half), (half, half), (-half, half)].map { u, v in
      let across = side == .left ? -u : u
      let offset = pose.applied(to: Vector2(across * map.cellWidth, v * map.cellLength)) - pose.applied(to: .zero)
      return positions(of: map).map { $0 + offset }
    }
  }

  /// Canonical places of a map's cells, in the order of the map.
  public func positions(of map: PressureMap) -> [Vector2] {
    (0..<map.columns * map.rows).map { index in
      let (row, column) = (index / map.columns, index % map.columns)
      let across = side == .left ? map.columns - 1 - column : column
      return pose.applied(to: Vector2(Double(across) * map.cellWidth, Double(row) * map.cellLength))
    }
  }
}

extension FootprintTemplate {
  /// How far the skin of the heel reaches behind the footprint, mm.
  static let heelOffset = 0.02 * length

  /// The average foot's landmarks in the canonical frame, from the pads of the template.
  static var landmarks: Landmarks {
    func place(_ x: Double, _ y: Double) -> Landmark {
      Landmark(Vector3(x * length, y * length + heelOffset, 0), confidence: 0.5)
    }
    return Landmarks(
      heel: Landmark(Vector3(0, 0, 0), confidence: 0.5), heelCenter: place(0, 0.115), mt1: place(-0.103, 0.690),
      mt5: place(0.130, 0.600), hallux: place(-0.119, 0.860), toeTip: nil, archApex: place(-0.06, 0.42))
  }
}
