/// Which region each place of a print belongs to, in the print's own picture.
public struct FootprintRegions: Sendable {
  private let frame: FootprintFrame
  private let lines: ForefootFrame
  private let width: Double
  private let cell: Vector2

  /// Cuts up a picture that lies on the foot as a frame says.
  public init(_ picture: PressureMap, frame: FootprintFrame) {
    self.frame = frame
    lines = ForefootFrame(frame, picture: picture)
    width = Double(picture.columns) * picture.cellWidth
    cell = Vector2(picture.cellWidth, picture.cellLength)
  }

  /// The finest region at a place, mm from the corner of the picture's first cell, seen from above.
  public func region(at place: Vector2) -> FootRegion {
    let across = frame.side == .left ? width - place.x : place.x
    return lines.region(at: frame.pose.applied(to: Vector2(across - cell.x / 2, place.y - cell.y / 2)))
  }
}
