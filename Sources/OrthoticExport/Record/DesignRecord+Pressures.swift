import OrthoticCore

extension DesignRecord {
  /// Pressure before and on the device.
  public struct Pressures: Codable, Equatable, Sendable {
    /// What a region carries.
    public struct Load: Codable, Equatable, Sendable {
      /// Highest pressure, kPa.
      public var peak: Double
      /// Mean over what is loaded, kPa.
      public var mean: Double
      /// Loaded area, cm².
      public var area: Double
      /// Force, N.
      public var force: Double

      init(_ metrics: RegionMetrics) {
        peak = metrics.peak.rounded(decimals: 1) ?? 0
        mean = metrics.mean.rounded(decimals: 1) ?? 0
        area = metrics.area.rounded(decimals: 2) ?? 0
        force = metrics.force.rounded(decimals: 1) ?? 0
      }
    }

    /// A relative change, percent.
    public struct Change: Codable, Equatable, Sendable {
      /// What the model says with its nominal numbers.
      public var nominal: Double
      /// Middle of the band that the model's unknowns leave.
      public var median: Double?
      /// 5 % of the draws lie below.
      public var low: Double?
      /// 5 % of the draws lie above.
      public var high: Double?

      init?(from before: Double, to after: Double, band: Band? = nil) {
        guard before > 0, let change = (100 * (after - before) / before).rounded(decimals: 1) else { return nil }
        nominal = change
        median = band?.median.rounded(decimals: 1)
        low = band?.low.rounded(decimals: 1)
        high = band?.high.rounded(decimals: 1)
      }
    }

    /// The changes of a region.
    public struct Changes: Codable, Equatable, Sendable {
      /// Change of the highest pressure.
      public var peak: Change
    }

    /// One region before and after.
    public struct Region: Codable, Equatable, Sendable {
      /// Name, as `FootRegion` has it.
      public var name: String
      /// Measured, or computed on the floor.
      public var before: Load
      /// Predicted on the device.
      public var after: Load
      /// The change; absent where nothing was loaded before.
      public var change: Changes?

      init(_ outcome: RegionOutcome) {
        name = outcome.region.rawValue
        before = Load(outcome.before)
        after = Load(outcome.after)
        change = Change(from: outcome.before.peak, to: outcome.after.peak).map(Changes.init)
      }
    }

    /// What is missing in the balance, as a share of the load and of load × foot length.
    public struct Balance: Codable, Equatable, Sendable {
      /// Share of the force.
      public var force: Double
      /// Share of the moment about the y axis.
      public var momentX: Double
      /// Share of the moment about the x axis.
      public var momentY: Double
      /// Whether every load balanced.
      public var converged: Bool
    }

    /// Where the loads came from: `peakPicture`, `recording` or `bodyWeight`.
    public var source: String
    /// Force of the decisive load, N.
    public var load: Double
    /// Area that a peak is averaged over, mm².
    public var peakArea: Double
    /// Regions in the order of reports.
    public var regions: [Region]
    /// Offloading zones in order of falling peak.
    public var zones: [Zone]
    /// Balance of the predicted state.
    public var balance: Balance
    /// Centre of pressure of each load, mm; the device does not move it.
    public var centersOfPressure: [[Double]]

    /// Records a prediction.
    public init(_ prediction: Prediction) {
      source = prediction.source.rawValue
      load = prediction.balance.load.rounded(decimals: 1) ?? 0
      peakArea = prediction.peakArea
      regions = prediction.regions.map(Region.init)
      zones = prediction.zones.map(Zone.init)
      balance = Balance(
        force: prediction.balance.force.isFinite ? prediction.balance.force : 1,
        momentX: prediction.balance.momentX.isFinite ? prediction.balance.momentX : 1,
        momentY: prediction.balance.momentY.isFinite ? prediction.balance.momentY : 1,
        converged: prediction.balance.converged)
      centersOfPressure = prediction.centersOfPressure.map { place in
        [place.x, place.y].map { $0.rounded(decimals: 2) ?? 0 }
      }
    }
  }

  /// One offloading zone before and after.
  public struct Zone: Codable, Equatable, Sendable {
    /// Name from the region of its peak.
    public var name: String
    /// What was done.
    public var mode: String
    /// Area, cm².
    public var area: Double
    /// Depth of the pocket, mm.
    public var depth: Double
    /// Where the highest pressure was measured, mm.
    public var peakAt: [Double]
    /// Highest pressure before, kPa.
    public var peakBefore: Double
    /// Highest pressure on the device, kPa.
    public var peakAfter: Double
    /// Highest pressure in the ring around the zone before, kPa.
    public var ringBefore: Double
    /// Highest pressure in the ring on the device, kPa.
    public var ringAfter: Double

    init(_ outcome: ZoneOutcome) {
      name = outcome.name
      mode = outcome.mode
      area = (outcome.area / 100).rounded(decimals: 2) ?? 0
      depth = outcome.depth.rounded(decimals: 2) ?? 0
      peakAt = [outcome.zone.peakAt.x, outcome.zone.peakAt.y].map { $0.rounded(decimals: 2) ?? 0 }
      peakBefore = outcome.peakBefore.rounded(decimals: 1) ?? 0
      peakAfter = outcome.peakAfter.rounded(decimals: 1) ?? 0
      ringBefore = outcome.ringBefore.rounded(decimals: 1) ?? 0
      ringAfter = outcome.ringAfter.rounded(decimals: 1) ?? 0
    }
  }
}
