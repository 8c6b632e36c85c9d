/// The pressure before and after, and what leads from one to the other.
public struct Prediction: Sendable {
  /// Where the loads came from.
  public enum Source: String, Sendable {
    /// A measured picture of peaks.
    case peakPicture
    /// A measured recording, frame by frame.
    case recording
    /// No measurement: the scan's shape and body weight.
    case bodyWeight
  }

  /// Where the loads came from.
  public var source: Source
  /// Highest pressure at each node before, kPa, contact grid.
  public var before: HeightGrid
  /// Highest pressure at each node on the insole, kPa, same grid.
  public var after: HeightGrid
  /// Regions of the foot in the order heel, midfoot, forefoot, mt1 … mt5, hallux, toes, whole; behind them the pad, where the
  /// device, or another that it is compared with, has one.
  public var regions: [RegionOutcome]
  /// Where these regions lie, on the grid of the pressures.
  public var parts: FootRegions
  /// Offloading zones in order of falling peak.
  public var zones: [ZoneOutcome]
  /// How the map was laid on the foot; `nil` without a map.
  public var registration: RegisteredPressure?
  /// The plane that lays the scan under the map, with how well the scan's shape explains the map.
  public var calibration: StandingPlane?
  /// Regions under which foam of the device or its cover is squeezed beyond `InsoleColumn.bottomingShare` of the strain at which it is
  /// solid, with the area, cm², largest first.
  public var bottomed: [(region: FootRegion, area: Double)]
  /// How well forces balance, worst of all loads.
  public var balance: Balance
  /// How the insole was taken to answer.
  public var model: ContactModel
  /// Whether the device was taken as a shell that bends under its free arch.
  public var bends: Bool
  /// What the arch support carries; `nil` where the loaded foot leaves no gap under its arch.
  public var arch: ArchOutcome?
  /// Draws of the sensitivity set that found no balance, of how many.
  public var unbalancedDraws: (count: Int, of: Int)
  /// Area that every peak is a mean over, before as after, mm² (`AreaPeak`).
  public var peakArea: Double
  /// Where the force of each load acts, mm, before as after: balance keeps it.
  public var centersOfPressure: [Vector2]

  /// Balance of the predicted state, worst of all loads, measured on the pressures themselves.
  public struct Balance: Equatable, Sendable {
    /// Force of the decisive load, N.
    public var load: Double
    /// Force that is missing or too much, share of the load.
    public var force: Double
    /// Moment about the y axis that is missing or too much, share of load × foot length.
    public var momentX: Double
    /// Moment about the x axis that is missing or too much, share of load × foot length.
    public var momentY: Double
    /// Whether every load balanced.
    public var converged: Bool
  }
}

/// One region of the foot before and after.
public struct RegionOutcome: Sendable {
  /// Which region; its raw value is its name in JSON.
  public var region: FootRegion
  /// Measured or computed on the flat floor.
  public var before: RegionMetrics
  /// Predicted on the insole.
  public var after: RegionMetrics
  /// The change with its band, as shares of before; `nil` where nothing was loaded before, or without bands.
  public var change: RegionChange?
  /// Predicted by columns, where another model was asked for.
  public var afterByColumns: RegionMetrics?
  /// The instant in which the region is pressed most on the device; `nil` where it is not pressed.
  public var decisive: Decisive?

  /// An instant of the step and what a region bears in it: forces that act together, unlike those of a picture of peaks.
  public struct Decisive: Equatable, Sendable {
    /// Which instant.
    public var instant: LoadInstant
    /// Force on the region in that instant before, N.
    public var forceBefore: Double
    /// The same on the device, N.
    public var forceAfter: Double
  }
}

/// One offloading zone before and after.
public struct ZoneOutcome: Sendable {
  /// Name from the region of its peak.
  public var name: String
  /// What was done, as in `Prescription.OffloadMode`: `off` where it had no room.
  public var mode: String
  /// Area, mm².
  public var area: Double
  /// Depth of the pocket, mm; 0 where the insole relieves the zone without one.
  public var depth: Double
  /// Highest mean over the area of a peak in the zone before, kPa.
  public var peakBefore: Double
  /// Highest mean over the area of a peak in the zone on the device, kPa.
  public var peakAfter: Double
  /// Highest mean over the area of a peak in the ring around the zone before, kPa.
  public var ringBefore: Double
  /// Highest mean over the area of a peak in the ring around the zone on the device, kPa.
  public var ringAfter: Double
  /// The peaks on the device with their bands; `nil` without bands.
  public var change: ZoneChange?
  /// The zone itself, on the contact grid.
  public var zone: OffloadingZone
}
