/// What a slicer shall do within one body; what is `nil` is left to the user's profile.
public struct PrintSettings: Equatable, Sendable {
  /// Share of the inside that is filled, 0 to 1.
  public var infill: Double?
  /// Number of perimeters.
  public var walls: Int?
  /// Number of the filament, from 1.
  public var filament: Int?

  /// Creates settings.
  public init(infill: Double? = nil, walls: Int? = nil, filament: Int? = nil) {
    self.infill = infill
    self.walls = walls
    self.filament = filament
  }

  /// Whether nothing is set.
  public var isEmpty: Bool { self == PrintSettings() }
}
