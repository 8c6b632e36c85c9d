import OrthoticCore

/// Writes the surfaces of a device as a table: a line per grid node inside the trim line.
///
/// ```
///   x,y,top,bottom
///   -31.5,12.0,8.4127,0.0
/// ```
/// mm, in rows of growing y; a left foot's x is mirrored back.
public enum HeightMapCSV {
  /// The file content; `side` is the foot's, whose surfaces lie in the canonical frame.
  public static func bytes(_ surfaces: InsoleSurfaces, side: Side) -> [UInt8] {
    let layout = surfaces.top.layout
    var text = TextBuffer(capacity: 40 * layout.count)
    text.append("x,y,top,bottom\n")
    let sign = side == .left ? -1.0 : 1.0
    for index in surfaces.top.values.indices where surfaces.distanceToTrim.values[index] >= 0 {
      let place = layout.position(index)
      let (top, bottom) = (surfaces.top.values[index], surfaces.bottom.values[index])
      guard top.isFinite, bottom.isFinite else { continue }
      text.append(sign * place.x)
      text.append(",")
      text.append(place.y)
      text.append(",")
      text.append(top)
      text.append(",")
      text.append(bottom)
      text.append("\n")
    }
    return text.bytes
  }
}
