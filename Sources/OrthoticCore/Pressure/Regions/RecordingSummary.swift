/// The numbers of one foot's recording, as `orthotic pressure` prints them.
public struct RecordingSummary: Sendable {
  /// Which foot.
  public var side: Side?
  /// Number of frames.
  public var frames: Int
  /// Time from frame to frame, s; `nil` for a picture.
  public var frameTime: Double?
  /// Time on the ground, s; `nil` for a picture.
  public var stanceTime: Double?
  /// Highest pressure, kPa.
  public var peak: Double
  /// Its frame, counted from 1.
  public var peakFrame: Int
  /// Largest force of any frame, N; of a picture, its sum.
  public var maximumForce: Double
  /// Its frame, counted from 1.
  public var maximumForceFrame: Int
  /// Largest loaded area of any frame, cm².
  public var contactArea: Double
  /// Its frame, counted from 1.
  public var contactAreaFrame: Int
  /// Centre of pressure of each loaded frame, mm from the corner of the first cell; empty for a picture.
  public var centersOfPressure: [Vector2]
  /// Arch index and its kin.
  public var indices: FootprintIndices
  /// What each region bore.
  public var regions: [RegionRecord]
  /// What the regions' area peaks are means over, mm².
  public var peakArea: Double

  /// Sums up an oriented recording.
  ///
  /// - Parameters:
  ///   - frame: how its map lies on the foot; by default the average foot laid on the print.
  ///   - borders: where regions end, where they are not to end as usual.
  ///   - sole: the same pressure on a scanned sole, where there is one.
  public init(
    _ recording: PressureRecording, frame: FootprintFrame? = nil, borders: RegionBorders? = nil,
    sole: SolePressure? = nil
  ) {
    side = recording.side
    frames = recording.frameCount
    let hasFrames = recording.kind == .frames && recording.frameCount > 1
    frameTime = hasFrames ? recording.frameTime : nil
    let forces = recording.forces
    func highest(_ values: [Double]) -> (value: Double, frame: Int) {
      guard let value = values.max(), let index = values.firstIndex(of: value) else { return (0, 0) }
      return (value, index + 1)
    }
    (peak, peakFrame) = highest(recording.peaks)
    (maximumForce, maximumForceFrame) = highest(forces)
    (contactArea, contactAreaFrame) = highest(recording.contactAreas())
    stanceTime = frameTime.map { step in Double(forces.count { $0 > 0 }) * step }
    centersOfPressure = hasFrames ? recording.centersOfPressure.compactMap { $0 } : []
    var frame = frame ?? FootprintFrame(recording, side: recording.side ?? .right)
    if let borders { frame?.borders = borders }
    indices = frame.map { FootprintIndices(recording, frame: $0) } ?? FootprintIndices()
    regions = frame.map { recording.regionRecords(in: $0, on: sole) } ?? []
    peakArea = sole?.regions.window.area ?? AreaPeak(sensorArea: recording.sensorArea).area
  }
}
