/// How much of an element the minimum wall stopped, where it stopped most.
public struct WallShortfall: Equatable, Sendable {
  /// Height that the elements asked for below the wall, mm.
  public var depth: Double
  /// Where, mm.
  public var place: Vector2

  /// Less than this is rounding of the rim, mm.
  static let notable = 0.1
  /// Distance from the trim line from which a shortfall counts, mm: the rim is kept up on purpose.
  static let rimBand = 6.0

  /// Compares a top with the lowest that it may be; `nil` where nothing notable is missing.
  init?(of top: HeightGrid, lowest: HeightGrid, distance: HeightGrid) {
    depth = Self.notable
    var found: Int?
    for index in top.values.indices where distance.values[index] > Self.rimBand {
      let missing = lowest.values[index] - top.values[index]
      if missing > depth {
        depth = missing
        found = index
      }
    }
    guard let found else { return nil }
    place = top.layout.position(found)
  }
}

/// A part of the device of another stiffness.
public struct SoftPart: Equatable, Sendable {
  /// What it is called, such as `forefoot`.
  public var name: String
  /// The line around it, seen from above, mm.
  public var outline: Outline
  /// Its stiffness as a share of the material's.
  public var factor: Double
}
