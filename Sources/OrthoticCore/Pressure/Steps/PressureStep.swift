/// One step of a walk over a plate or on a treadmill.
public struct PressureStep: Sendable {
  /// Frames of the walk in which the foot was on the ground.
  public var frames: ClosedRange<Int>
  /// Where the step lies on the walkway: rows of its (belt-fixed) grid.
  public var rows: ClosedRange<Int>
  /// Columns of the walkway.
  public var columns: ClosedRange<Int>
  /// The step's own frames, cropped; heel first, seen from above, side known, unless it was dropped.
  public var recording: PressureRecording
  /// Whether the file or the options tell the foot; else it goes by shape, as if the grid were seen from above.
  public var sideIsTold = false
  /// Why the step is not to be used, or `nil` for a whole one.
  public var reasonToDrop: String?

  /// Which foot, where it could be told.
  public var side: Side? { recording.side }
}
