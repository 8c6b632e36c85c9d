/// What one frame carries.
public struct FrameLoad: Equatable, Sendable {
  /// Frame, counted from 1.
  public var frame: Int
  /// Time since the first frame, s.
  public var time: Double
  /// Force, N.
  public var force: Double
  /// Loaded area, cm².
  public var area: Double
  /// Highest pressure, kPa.
  public var peak: Double
  /// Centre of pressure, mm from the corner of the picture's first cell, x to the right, y to the toes; `nil` for an
  /// unloaded frame.
  public var centerOfPressure: Vector2?

  /// Creates a frame's load from its parts.
  public init(frame: Int, time: Double, force: Double, area: Double, peak: Double, centerOfPressure: Vector2?) {
    self.frame = frame
    self.time = time
    self.force = force
    self.area = area
    self.peak = peak
    self.centerOfPressure = centerOfPressure
  }
}
