/// What the user says about a pressure file that the file does not say itself.
public struct PressureOptions: Equatable, Sendable {
  /// Which end of the file's rows is the heel.
  public enum HeelEnd: String, Sendable, CaseIterable {
    /// The first row is at the heel.
    case first
    /// The last row is at the heel.
    case last
  }

  /// From where the grid shows the foot, its toes up.
  public enum View: String, Sendable, CaseIterable {
    /// As one sees one's own foot: a right foot's medial side is on the left.
    case above
    /// Mirrored, as a foot is seen through glass from below.
    case below
  }

  /// How the footprint is brought to the size of the scanned foot.
  public enum Fit: String, Sendable, CaseIterable {
    /// Scaled only where the lengths differ by more than `Registration.lengthTolerance`, and said so.
    case automatic = "auto"
    /// Turned and moved, never scaled.
    case rigid
    /// Always scaled along both axes by the ratio of the lengths.
    case scale
  }

  /// Which step of a walk is used.
  public enum StepChoice: Equatable, Sendable {
    /// The whole step of the wanted foot whose peak is the median.
    case typical
    /// A step by its number in the order of time, from 1.
    case number(Int)
    /// The mean of the whole steps of the wanted foot, laid on each other.
    case mean
  }

  /// Which picture of a step is used.
  public enum Picture: Equatable, Sendable {
    /// The highest value of each cell over the step.
    case peak
    /// The mean of each cell over the frames on the ground.
    case mean
    /// A single frame of the recording or of the chosen step, from 1.
    case frame(Int)
  }

  /// Width of a cell across the foot, mm.
  public var cellWidth: Double?
  /// Length of a cell along the foot, mm.
  public var cellLength: Double?
  /// Unit of the values.
  public var unit: PressureUnit?
  /// Where the sensors of a headless recording lie (read by `SensorField.read`).
  public var layout: SensorField?
  /// Pressure of one raw count, kPa.
  public var calibration: Double?
  /// Which foot the file shows.
  public var side: Side?
  /// Which end of the rows is the heel.
  public var heel: HeelEnd?
  /// From where the grid shows the foot.
  public var view: View?
  /// How the map is brought to the size of the foot.
  public var fit: Fit
  /// Which step of a walk is used.
  public var step: StepChoice
  /// Which picture of the step is used.
  public var picture: Picture = .peak

  /// Creates options; everything left out is found in the file.
  public init(
    cellWidth: Double? = nil, cellLength: Double? = nil, unit: PressureUnit? = nil, side: Side? = nil,
    heel: HeelEnd? = nil, fit: Fit = .automatic, step: StepChoice = .typical,
    layout: SensorField? = nil, calibration: Double? = nil
  ) {
    self.cellWidth = cellWidth
    self.cellLength = cellLength
    self.unit = unit
    self.side = side
    self.heel = heel
    self.fit = fit
    self.step = step
    self.layout = layout
    self.calibration = calibration
  }
}
