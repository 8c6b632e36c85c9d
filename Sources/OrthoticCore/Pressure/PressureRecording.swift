/// What a pressure file holds: one picture, or frames over time, on one sensor grid.
///
/// Readers put the rows heel first and the columns left to right as seen from above, as far as their format says
/// (`orientation`); `oriented(options:scanSide:)` settles what it does not say.
///
/// Frames are kept as 32-bit floats one after the other, in the order of `PressureMap`: a recording of a plate may
/// have thousands of frames of ten thousand cells.
public struct PressureRecording: Sendable {
  /// What is known about the directions of the grid.
  public enum Orientation: Equatable, Sendable {
    /// The format says which end is the heel, and that the foot is seen from above.
    case declared
    /// The file says nothing: heel end and side have to be found by shape.
    case unknown
  }

  /// What a frame stands for.
  public enum Kind: Equatable, Sendable {
    /// Each frame is an instant.
    case frames
    /// One picture that holds the highest value of each cell over a step.
    case peakPicture
  }

  /// File name for messages.
  public var name: String
  /// Which reader understood the file, such as `novel emed`.
  public var format: String
  /// Instants or a peak picture.
  public var kind: Kind
  /// Which foot, where file or flag says it.
  public var side: Side?
  /// What is known about the directions of the grid.
  public var orientation: Orientation
  /// Cells across.
  public var columns: Int
  /// Cells along.
  public var rows: Int
  /// Cell width across, mm.
  public var cellWidth: Double
  /// Cell length along, mm.
  public var cellLength: Double
  /// Time of each frame, s.
  public var times: [Double]
  /// Pressures, kPa, frame by frame; `nan` where there is no sensor.
  public var values: [Float]
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]

  /// Creates a recording from its parts; the number of values must be frames × rows × columns.
  public init(
    name: String, format: String, kind: Kind, side: Side? = nil, orientation: Orientation, columns: Int, rows: Int,
    cellWidth: Double, cellLength: Double, times: [Double], values: [Float], assumptions: [Assumption] = [],
    findings: [Finding] = []
  ) {
    precondition(
      columns > 0 && rows > 0 && values.count == times.count * columns * rows, "one value per cell and frame")
    self.name = name
    self.format = format
    self.kind = kind
    self.side = side
    self.orientation = orientation
    self.columns = columns
    self.rows = rows
    self.cellWidth = cellWidth
    self.cellLength = cellLength
    self.times = times
    self.values = values
    self.assumptions = assumptions
    self.findings = findings
  }

  /// Number of frames.
  public var frameCount: Int { times.count }

  /// Number of cells of a frame.
  public var cellCount: Int { columns * rows }

  /// Area of one cell, mm².
  public var cellArea: Double { cellWidth * cellLength }

  /// Time from frame to frame, s; `nil` for a single picture.
  public var frameTime: Double? {
    guard let first = times.first, let last = times.last, times.count > 1, last > first else { return nil }
    return (last - first) / Double(times.count - 1)
  }
}
