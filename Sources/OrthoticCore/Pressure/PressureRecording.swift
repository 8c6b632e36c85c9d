/// What a pressure file holds of one foot (or of one plate): one picture, or frames over time.
///
/// Readers put the rows heel first and the columns left to right as seen from above, as far as their format says
/// (`orientation`); `oriented(options:scanSide:)` settles what it does not say.
///
/// Frames are kept as 32-bit floats one after the other, in the order of `PressureMap`, or in the order of the sensors
/// where these form no grid: a recording of a plate may have thousands of frames of ten thousand cells.
public struct PressureRecording: Sendable {
  /// What is known about the directions of the grid.
  public enum Orientation: Equatable, Sendable {
    /// The format says which end is the heel, and that the foot is seen from above.
    case declared
    /// The foot is seen from above, but may point either way: the heel end has to be found by shape.
    case fromAbove
    /// The file says nothing: heel end and side have to be found by shape.
    case unknown
  }

  /// What the frames stand for.
  public enum Kind: Equatable, Sendable {
    /// Each frame is an instant of one foot's step or steps on the same sensors.
    case frames
    /// Each frame is an instant of a plate or treadmill that several steps cross: `steps()` takes them apart.
    case walk
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
  /// Whether the sensors lie in an insole whose outline says how the foot lies, whatever part of it a print shows.
  var isInsole = false
  /// Whether the unit was neither given nor written in the file.
  var isUnitFound = false
  /// How the peak picture lies by its shape, where that was looked at before.
  var shapeSeen: FootprintOrientation?
  /// Cells across.
  public var columns: Int
  /// Cells along.
  public var rows: Int
  /// Cell width across, mm.
  public var cellWidth: Double
  /// Cell length along, mm.
  public var cellLength: Double
  /// The sensors where they form no grid; columns, rows and cell sizes are then those of its pictures.
  public var sensors: SensorField?
  /// How far a treadmill's belt has run at each frame, mm, or empty: the print moves along the rows with it.
  public var beltPositions: [Double] = []
  /// What the file says each foot carried in every frame of a walk, where it does.
  public var footForces: FootForces?
  /// The recording of the other foot, where the file holds both and nothing said which is wanted; one or none.
  ///
  /// `oriented(options:scanSide:)` takes the wanted one.
  public var otherFoot: [PressureRecording] = []
  /// Time of each frame, s.
  public var times: [Double]
  /// Pressures, kPa, frame by frame; `nan` where there is no sensor.
  public var values: [Float]
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]

  /// Creates a recording of a grid from its parts; the number of values must be frames × rows × columns.
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

  /// Creates a recording of sensors that form no grid; the number of values must be frames × sensors.
  public init(
    name: String, format: String, kind: Kind, side: Side?, orientation: Orientation, sensors: SensorField,
    times: [Double], values: [Float], assumptions: [Assumption] = []
  ) {
    precondition(values.count == times.count * sensors.areas.count, "one value per sensor and frame")
    self.init(
      name: name, format: format, kind: kind, side: side, orientation: orientation, columns: sensors.columns,
      rows: sensors.rows, cellWidth: sensors.cellWidth, cellLength: sensors.cellLength, times: [], values: [],
      assumptions: assumptions)
    self.sensors = sensors
    self.times = times
    self.values = values
  }

  /// Number of frames.
  public var frameCount: Int { times.count }

  /// Number of values of a frame.
  public var frameLength: Int { sensors?.areas.count ?? columns * rows }

  /// Area of one cell of a picture, mm².
  public var cellArea: Double { cellWidth * cellLength }

  /// Area of a sensor, mm²: of a cell, or the mean of sensors that form no grid.
  public var sensorArea: Double {
    guard let areas = sensors?.areas, !areas.isEmpty else { return cellArea }
    return areas.reduce(0, +) / Double(areas.count)
  }

  /// Time from frame to frame, s; `nil` for a single picture.
  public var frameTime: Double? {
    guard let first = times.first, let last = times.last, times.count > 1, last > first else { return nil }
    return (last - first) / Double(times.count - 1)
  }
}
