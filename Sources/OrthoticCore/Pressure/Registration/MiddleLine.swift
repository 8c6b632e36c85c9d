#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The line along the middle of an outline, through the middles of heel and ball: how an insole and a sole lie when
/// neither a print nor a height may tell.
struct MiddleLine {
  /// Middle of the heel and of the ball, mm.
  var rear: Vector2
  var front: Vector2
  /// Rearmost and foremost place, mm.
  var low: Double
  var high: Double

  /// Where the middles are taken, shares of the length.
  private static let rearShare = 0.135
  private static let frontShare = 0.68
  /// Half the strip that a middle is the mean of, share of the length.
  private static let strip = 0.04

  /// From the heel to the toes, mm.
  var length: Double { high - low }

  /// Direction, radians from +y anticlockwise.
  var angle: Double { atan2(-(front.x - rear.x), front.y - rear.y) }

  /// The line of rows of cells.
  ///
  /// - Parameters:
  ///   - isInside: whether a cell of a column and row is part of the outline.
  ///   - origin: middle of the first cell, mm.
  ///   - cell: width and length of a cell, mm.
  init?(columns: Int, rows: Int, origin: Vector2, cell: Vector2, isInside: (Int, Int) -> Bool) {
    var middles: [(y: Double, x: Double)] = []
    for row in 0..<rows {
      let inside = (0..<columns).filter { isInside($0, row) }
      guard let first = inside.first, let last = inside.last else { continue }
      middles.append((origin.y + Double(row) * cell.y, origin.x + Double(first + last) / 2 * cell.x))
    }
    guard let first = middles.first, let last = middles.last, last.y > first.y else { return nil }
    low = first.y - cell.y / 2
    high = last.y + cell.y / 2
    let (start, length) = (low, high - low)
    func middle(at share: Double) -> Vector2 {
      let near = middles.filter { abs($0.y - start - share * length) <= max(Self.strip * length, cell.y) }
      let x = near.reduce(0) { $0 + $1.x } / Double(max(near.count, 1))
      return Vector2(x, start + share * length)
    }
    rear = middle(at: Self.rearShare)
    front = middle(at: Self.frontShare)
  }

  /// The line of an insole's sensors, measured from the middle of the map's first cell.
  init?(sensorsOf map: PressureMap) {
    self.init(
      columns: map.columns, rows: map.rows, origin: .zero, cell: Vector2(map.cellWidth, map.cellLength)
    ) { column, row in !map.values[row * map.columns + column].isNaN }
  }

  /// The line of a scanned sole.
  init?(_ sole: HeightGrid) {
    let layout = sole.layout
    self.init(
      columns: layout.columns, rows: layout.rows, origin: layout.origin, cell: Vector2(layout.spacing, layout.spacing)
    ) { column, row in !sole.values[row * layout.columns + column].isNaN }
  }

  /// The pose that lays this line on another, heel on heel, scaled by a factor.
  func pose(onto other: MiddleLine, scale: Double) -> PlanarPose {
    var pose = PlanarPose(rotation: other.angle - angle, scaleX: scale, scaleY: scale)
    // Both lines where they leave the heel.
    func end(_ line: MiddleLine) -> Vector2 {
      let rise = line.front - line.rear
      return line.rear - rise * ((line.rear.y - line.low) / rise.y)
    }
    pose.translation = end(other) - pose.applied(to: end(self))
    return pose
  }
}

extension FootprintFrame {
  /// The frame of a recording without a scan: an insole's from its own outline, any other's from its print.
  public init?(_ recording: PressureRecording, side: Side) {
    let picture = recording.peakPicture
    guard recording.isInsole else {
      self.init(picture, side: side)
      return
    }
    let canonical = side == .left ? picture.mirrored : picture
    guard let line = MiddleLine(sensorsOf: canonical) else { return nil }
    // The average foot's middle line is the y axis of its frame.
    var axis = line
    axis.rear = Vector2(0, line.rear.y - line.low)
    axis.front = Vector2(0, line.front.y - line.low)
    axis.low = 0
    let outlined = FootprintFrame(
      pose: line.pose(onto: axis, scale: FootprintTemplate.length / line.length), side: side,
      landmarks: FootprintTemplate.landmarks, length: FootprintTemplate.length)
    // A whole print tells better where heel, ball and toes lie in the insole, as long as it lies as the outline does.
    if let printed = FootprintFrame(picture, side: side), printed.lies(like: outlined, over: line) {
      self = printed
    } else {
      self = outlined
    }
  }

  /// Turn, radians, and shift of heel and toes, share of the foot's length, up to which a print lies as the insole does.
  private static let likeTurn = 0.2
  private static let likeShift = 0.12

  /// Whether a print's frame puts both ends of an insole about where another does.
  private func lies(like other: FootprintFrame, over line: MiddleLine) -> Bool {
    guard abs(pose.rotation - other.pose.rotation) <= Self.likeTurn else { return false }
    return [line.rear, line.front].allSatisfy { place in
      (pose.applied(to: place) - other.pose.applied(to: place)).length <= Self.likeShift * length
    }
  }
}
