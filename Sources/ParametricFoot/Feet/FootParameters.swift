import OrthoticCore

/// Which toe is longest.
public enum ToeShape: String, Sendable, CaseIterable {
  /// The hallux.
  case egyptian
  /// The second toe.
  case greek
  /// The first three about equal.
  case square
}

/// What a `ParametricFoot` is made from; all lengths in millimetres.
///
/// The numbers are nominal: what the surface really measures is computed from it (`ParametricFoot.truth`).
public struct FootParameters: Equatable, Sendable {
  /// Which foot it is; the model itself stands in the canonical right frame, scans of a left foot are mirrored.
  public var side: Side
  /// Heel to longest toe; exact.
  public var length: Double
  /// Width across the metatarsal heads; nominal.
  public var ballWidth: Double
  /// Width of the heel; nominal.
  public var heelWidth: Double
  /// Rise of the medial arch above the surface beside it, unloaded; nominal.
  public var archHeight: Double
  /// Place of the arch along the foot, as a share of the length; nominal.
  public var archApex: Double
  /// How far the arch reaches towards the lateral side: 0 at the lateral column, larger is more medial.
  public var archReach: Double
  /// Height of the sole under the lateral column in midfoot: near 0 in contact, more than 3 in a cavus foot.
  public var lateralColumnHeight: Double
  /// Curvature radius of the lateral column across the foot: large is broad contact.
  public var lateralColumnRadius: Double
  /// Height of the sole beside the pads where nothing else shapes it.
  public var restHeight: Double
  /// How far the pad of each metatarsal head, first to fifth, ends above the support plane before levelling.
  public var metatarsalHeights: [Double]
  /// Which toe is longest.
  public var toes: ToeShape
  /// Load while scanning: flattens pads and lowers the arch.
  public var load: ScanLoad
  /// How the foot loads the ground in walking.
  public var pressure: FootPressurePattern

  /// Creates parameters; the defaults describe an ordinary adult foot.
  public init(
    side: Side = .right, length: Double = 262, ballWidth: Double = 101, heelWidth: Double = 66,
    archHeight: Double = 10, archApex: Double = 0.42, archReach: Double = 0.2, lateralColumnHeight: Double = 1.2,
    lateralColumnRadius: Double = 50, restHeight: Double = 4,
    metatarsalHeights: [Double] = [0, 0.5, 0.6, 0.4, 0], toes: ToeShape = .egyptian, load: ScanLoad = .none,
    pressure: FootPressurePattern = .ordinary
  ) {
    precondition(metatarsalHeights.count == 5, "five metatarsal heads")
    self.side = side
    self.length = length
    self.ballWidth = ballWidth
    self.heelWidth = heelWidth
    self.archHeight = archHeight
    self.archApex = archApex
    self.archReach = archReach
    self.lateralColumnHeight = lateralColumnHeight
    self.lateralColumnRadius = lateralColumnRadius
    self.restHeight = restHeight
    self.metatarsalHeights = metatarsalHeights
    self.toes = toes
    self.load = load
    self.pressure = pressure
  }
}
