import OrthoticCore

/// Writes the top of a device as a PS2D package, the height map that German and Italian milling programs read.
///
/// ```
///   a ZIP archive with one .sca file, named after the foot:
///   0 …   9   PCSC001 CR LF 0x1A
///  12, 16     columns, rows, uint32
///  32, 36     mm per column and per row, float32
///  40         mm per unit of height, float32
///  512 …      heights, uint16, row after row; 65535 is background
/// ```
/// Columns run backwards, as a sensor sees a foot from below; heights are those above the ground side.
public enum PS2DWriter {
  /// Height of one unit, mm: a hundredth, so that 65534 units are more than any device.
  static let unit = 0.01
  private static let background: UInt16 = 65535

  /// The file content; `side` is the foot's, whose surfaces lie in the canonical frame.
  ///
  /// Heights are cut off at 655.34 mm and below the ground.
  public static func bytes(_ surfaces: InsoleSurfaces, side: Side) -> [UInt8] {
    let layout = surfaces.top.layout
    var map = [UInt8](repeating: 0, count: 512)
    for (index, byte) in [UInt8]("PCSC001\r\n".utf8).enumerated() { map[index] = byte }
    map[9] = 0x1A
    func set(_ word: UInt32, at offset: Int) {
      for index in 0..<4 { map[offset + index] = UInt8(truncatingIfNeeded: word >> UInt32(8 * index)) }
    }
    set(UInt32(layout.columns), at: 12)
    set(UInt32(layout.rows), at: 16)
    set(Float(layout.spacing).bitPattern, at: 32)
    set(Float(layout.spacing).bitPattern, at: 36)
    set(Float(unit).bitPattern, at: 40)
    map.reserveCapacity(512 + 2 * layout.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        // The canonical frame is a right foot; its columns are turned round, a left foot's twice.
        let source = layout.index(side == .left ? column : layout.columns - 1 - column, row)
        let height = surfaces.top.values[source]
        let isInside = surfaces.distanceToTrim.values[source] >= 0 && height.isFinite
        let value = isInside ? UInt16(min(max((height / unit).rounded(), 0), 65534)) : background
        map.append(UInt8(truncatingIfNeeded: value))
        map.append(UInt8(truncatingIfNeeded: value >> 8))
      }
    }
    var archive = ZIPWriter(capacity: map.count / 2)
    archive.add(side == .left ? "Links.sca" : "Rechts.sca", pieces: [DeflatedPiece(map, level: 6)])
    return archive.finished()
  }
}
