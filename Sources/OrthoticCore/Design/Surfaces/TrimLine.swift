/// The outer line of the device seen from above.
///
/// The foot's silhouette is closed over its hollows (arch, toes) by a disc, moved outward by the rim that carries the
/// cup's wall, stretched ahead of the metatarsal line so that the device is the foot's length plus the toe allowance, or as
/// long as an insole of the shoe's size, and faired (`FairPlan`). A shorter device is cut off behind its front line.
package enum TrimLine {
  /// Radius of the disc that rolls around the silhouette, mm: hollows narrower than this are bridged, so that the
  /// line is one that scissors and a shoe can follow.
  static let closingRadius = 80.0
  /// Resolution of the closing, mm: off by less than resolution² / (8 · radius), 0.01 mm.
  static let closingResolution = 2.0
  /// Width of the rim outside the foot, mm; the cup's wall stands on it.
  static let rim = 2.0
  /// Waviness shorter than this is taken out of the line, mm.
  static let smoothing = 12.0
  /// Distance between the line's points, mm.
  static let pointSpacing = 1.0

  /// Computes the trim line of a device for a foot.
  package static func outline(foot: FootShape, prescription: Prescription) -> Outline {
    let rim = max(Self.rim, prescription.minimumWall + prescription.edgeRadius)
    let rolled = foot.outline.offset(by: closingRadius, resolution: closingResolution)
    let widened = rolled.offset(by: rim - closingRadius, resolution: closingResolution)
      .splined(spacing: pointSpacing).smoothed(over: smoothing)
    let roomy = roomForCup(widened, foot: foot)
    guard let box = roomy.bounds else { return roomy }

    // The heel keeps its rim; what length is missing is added ahead of the ball, where toes want room.
    let lengthened = Outline(points: stretched(roomy.points, box, foot: foot, prescription))
      .splined(spacing: pointSpacing)
    let faired = FairPlan(target: lengthened).outline.splined(spacing: pointSpacing)
    return cut(flanged(faired, foot: foot, prescription), foot: foot, prescription)
  }

  /// The line moved outward round a heel whose sole is flat and turns up steeply.
  ///
  /// A cup's wall rises within some `CupRoom.wall` millimetres. Where the sole is still low there, the wall would press into
  /// the heel; where it is not, the line stays.
  private static func roomForCup(_ line: Outline, foot: FootShape) -> Outline {
    let scale = DeviceBlank.scale(of: foot.length)
    let sole = foot.plantar
    let normals = line.outwardNormals
    let needed = zip(line.points, normals).map { point, outward -> Double in
      let share = 1 - smoothStep(CupRoom.heel.0, CupRoom.heel.1, point.y / foot.length)
      guard share > 0 else { return 0 }
      // From outside inward, the first place where the sole is as low as the wall is at its foot.
      var depth = 0.0
      while depth < CupRoom.wall {
        let height = sole.interpolated(at: point - outward * (depth * scale))
        if height.isFinite, height < CupRoom.height * scale { break }
        depth += CupRoom.step
      }
      return share * min(CupRoom.share * (CupRoom.wall - depth), CupRoom.most) * scale
    }
    let smooth = line.smoothed(needed, deviation: CupRoom.smoothing * scale)
    return Outline(points: line.points.indices.map { line.points[$0] + normals[$0] * smooth[$0] })
  }

  /// What a cup's wall needs, mm on a usual adult's foot, from the sections of laboratories' devices: 10 mm inside the border
  /// their bed stands 4 mm, 15 mm inside 2.4 mm above the base.
  private enum CupRoom {
    /// Distance inside the line at which the bowl has come down to `height`.
    static let wall = 13.0
    static let height = 3.0
    /// How much of what is missing is given, and at most how much.
    static let share = 0.5
    static let most = 2.0
    /// Where the heel ends, shares of the length.
    static let heel = (0.20, 0.38)
    static let step = 0.5
    static let smoothing = 12.0
  }

  /// The line moved outward where a flange stands on it.
  private static func flanged(_ line: Outline, foot: FootShape, _ prescription: Prescription) -> Outline {
    guard let flange = Flange(frame: DesignFrame(foot: foot), prescription: prescription) else { return line }
    return Outline(points: zip(line.points, line.outwardNormals).map { $0 + $1 * flange.outset(at: $0) })
      .splined(spacing: pointSpacing)
  }

  /// The line cut off at the device's front and around the first ray.
  static func cut(_ line: Outline, foot: FootShape, _ prescription: Prescription) -> Outline {
    let cut = TrimCut(frame: DesignFrame(foot: foot), prescription: prescription)
    return cut.isNeeded ? cut.applied(to: line).splined(spacing: pointSpacing) : line
  }

  private static func stretched(
    _ points: [Vector2], _ box: Bounds2, foot: FootShape, _ prescription: Prescription
  ) -> [Vector2] {
    let wanted = box.minimum.y + (prescription.shoeSize?.insoleLength ?? foot.length + prescription.toeAllowance)
    let hinge = 0.6 * foot.length
    let stretch = (wanted - hinge) / max(box.maximum.y - hinge, 1)
    let middle = foot.landmarks.heelCenter.position.x
    // Half of the extra width to each side, as a share of the distance from the middle.
    let widening = 1 + prescription.width / max(box.size.x, 1)
    return points.map { point in
      Vector2(
        middle + (point.x - middle) * widening,
        point.y > hinge ? hinge + (point.y - hinge) * stretch : point.y)
    }
  }
}
