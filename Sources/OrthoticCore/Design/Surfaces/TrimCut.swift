/// Takes the trim line back behind the toes, and out of the first ray.
///
/// Cuts are made on the signed distance of the line, so that they can meet it at any angle; then every corner is rounded
/// by a disc rolling inside and one rolling outside.
struct TrimCut {
  let frame: DesignFrame
  let length: DeviceLength
  let freesFirstRay: Bool

  /// Radii of the corners, mm: of those that stick out, room for a leaning wall and its edge, and kind to a sock; and of those
  /// that are cut in.
  static let cornerRadius = (outer: 25.0, inner: 6.0)
  /// Resolution of the cutting, mm.
  static let resolution = 1.0
  /// Reach of the first ray's cut-out behind and ahead of the head, mm.
  static let behindHead = 20.0
  static let aheadOfHead = 16.0
  /// Steepness of the front line against which distances are measured; it runs at most 30° oblique.
  static let obliquity = 0.9

  init(frame: DesignFrame, prescription: Prescription) {
    self.frame = frame
    length = prescription.length
    freesFirstRay = prescription.firstRay == .cutOut
  }

  var isNeeded: Bool { length != .full || freesFirstRay }

  func applied(to line: Outline) -> Outline {
    let layout = GridLayout.covering(line, spacing: Self.resolution, margin: 3 * Self.resolution)
    var field = line.signedDistance(on: layout, band: 30)
    let head = frame.head(1)
    let between = frame.betweenHeads(1.5).x
    for index in field.values.indices {
      let place = layout.position(index)
      var inside = field.values[index]
      if length != .full {
        inside = min(inside, (frame.frontLine(of: length, atX: place.x) - place.y) * Self.obliquity)
      }
      if freesFirstRay {
        let outOfRay = max(
          place.x - between, place.y - head.y - Self.aheadOfHead, head.y - Self.behindHead - place.y)
        inside = min(inside, outOfRay)
      }
      field.values[index] = inside
    }
    guard let kept = field.largestContour(at: 0) else { return line }
    let scale = DeviceBlank.scale(of: frame.length)
    let (outer, inner) = (Self.cornerRadius.outer * scale, Self.cornerRadius.inner * scale)
    let opened = kept.offset(by: -outer, resolution: Self.resolution)
      .offset(by: outer + inner, resolution: Self.resolution).offset(by: -inner, resolution: Self.resolution)
    return opened.points.count > 2 ? opened.resampled(spacing: 1).smoothed(over: 8) : kept
  }
}
