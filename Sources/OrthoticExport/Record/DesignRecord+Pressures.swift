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

      /// - Parameter band: The change's band, as shares.
      init?(from before: Double, to after: Double, band: Band? = nil) {
        guard before > 0, let change = (100 * (after - before) / before).rounded(decimals: 1) else { return nil }
        nominal = change
        median = band.flatMap { (100 * $0.median).rounded(decimals: 1) }
        low = band.flatMap { (100 * $0.low).rounded(decimals: 1) }
        high = band.flatMap { (100 * $0.high).rounded(decimals: 1) }
      }
    }

    /// A number with the band that the model's unknowns leave it: median, and what 5 and 95 % of the draws lie below.
    public struct Range: Codable, Equatable, Sendable {
      /// Middle of the draws.
      public var median: Double
      /// 5 % of the draws lie below.
      public var low: Double
      /// 5 % of the draws lie above.
      public var high: Double

      init?(_ band: Band?) {
        guard let median = band?.median.rounded(decimals: 1), let low = band?.low.rounded(decimals: 1),
          let high = band?.high.rounded(decimals: 1)
        else { return nil }
        self.median = median
        self.low = low
        self.high = high
      }
    }

    /// Whether a goal is met across the band.
    public struct Judgement: Codable, Equatable, Sendable {
      /// The goal in words, such as `below 200 kPa`.
      public var goal: String
      /// `met`, `open` where only a part of the band meets it, or `missed`.
      public var outcome: String

      init(_ verdict: Verdict) {
        goal = verdict.goal.text
        outcome = verdict.outcome.rawValue
      }
    }

    /// The changes of a region.
    public struct Changes: Codable, Equatable, Sendable {
      /// Change of the highest pressure.
      public var peak: Change
      /// Change of the mean pressure.
      public var mean: Change?
      /// Change of the loaded area.
      public var area: Change?
      /// Change of the force.
      public var force: Change?

      init?(_ outcome: RegionOutcome) {
        func change(_ number: KeyPath<RegionMetrics, Double>, _ band: KeyPath<RegionChange, Band>) -> Change? {
          Change(
            from: outcome.before[keyPath: number], to: outcome.after[keyPath: number],
            band: outcome.change?[keyPath: band])
        }
        guard let found = change(\.peak, \.peak) else { return nil }
        peak = found
        mean = change(\.mean, \.mean)
        area = change(\.area, \.area)
        force = change(\.force, \.force)
      }
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
      /// The highest pressure on the device with its band, kPa; absent without bands.
      public var peakAfter: Range?
      /// Whether goals are met across the band; absent without bands, and for what presses on a pad.
      public var verdicts: [Judgement]?
      /// What columns alone say, where another model was asked for.
      public var afterByColumns: Load?
      /// The instant in which the region is pressed most on the device; absent where it is not pressed.
      public var instant: Instant?

      init(_ outcome: RegionOutcome) {
        name = outcome.region.rawValue
        before = Load(outcome.before)
        after = Load(outcome.after)
        change = Changes(outcome)
        peakAfter = Range(outcome.change?.peakAfter)
        verdicts = outcome.change.flatMap { $0.verdicts.isEmpty ? nil : $0.verdicts.map(Judgement.init) }
        afterByColumns = outcome.afterByColumns.map(Load.init)
        instant = outcome.decisive.map(Instant.init)
      }
    }

    /// An instant of the step and what a region bears in it, N.
    public struct Instant: Codable, Equatable, Sendable {
      /// `heelStrike`, `midstance`, `pushOff`, `standing` or a frame's number.
      public var name: String
      /// Force on the region in that instant before, N.
      public var forceBefore: Double
      /// The same on the device, N.
      public var forceAfter: Double

      init(_ decisive: RegionOutcome.Decisive) {
        name = decisive.instant.name
        forceBefore = decisive.forceBefore.rounded(decimals: 1) ?? 0
        forceAfter = decisive.forceAfter.rounded(decimals: 1) ?? 0
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
    /// How the insole was taken to answer: `columns` or `layer`.
    public var model: String
    /// Area that a peak is averaged over, mm².
    public var peakArea: Double
    /// Draws of the sensitivity set behind the bands; 0 without bands.
    public var draws: Int
    /// Draws among them that found no balance.
    public var unbalancedDraws: Int
    /// Regions in the order of reports.
    public var regions: [Region]
    /// Offloading zones in order of falling peak.
    public var zones: [Zone]
    /// Balance of the predicted state.
    public var balance: Balance
    /// Centre of pressure of each load, mm; the device does not move it.
    public var centersOfPressure: [[Double]]

    /// Records a prediction.
    init(_ prediction: Prediction) {
      source = prediction.source.rawValue
      load = prediction.balance.load.rounded(decimals: 1) ?? 0
      model = prediction.model.rawValue
      peakArea = prediction.peakArea
      draws = prediction.unbalancedDraws.of
      unbalancedDraws = prediction.unbalancedDraws.count
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
}
