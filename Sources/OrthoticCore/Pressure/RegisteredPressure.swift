/// A pressure picture laid onto the foot: sampled on a grid of the canonical frame.
public struct RegisteredPressure: Sendable {
  /// Pressure, kPa, at every node of a canonical grid; 0 where nothing was measured.
  public var pressure: HeightGrid
  /// Turn from the map's frame to the canonical one, degrees anticlockwise.
  public var rotation: Double
  /// Canonical position of the map's first cell centre (row 0, column 0; after mirroring a left map), mm.
  public var translation: Vector2
  /// Share of the loaded footprint that falls on the sole's contact area, 0 to 1.
  public var overlap: Double
  /// Root mean square distance between the map's contact outline and the sole's, mm.
  public var residual: Double
  /// Length of the footprint minus that of the scanned sole's contact, mm.
  public var lengthMismatch: Double

  /// Creates a registered picture from its parts.
  public init(
    pressure: HeightGrid, rotation: Double, translation: Vector2, overlap: Double, residual: Double,
    lengthMismatch: Double
  ) {
    self.pressure = pressure
    self.rotation = rotation
    self.translation = translation
    self.overlap = overlap
    self.residual = residual
    self.lengthMismatch = lengthMismatch
  }
}
