/// What the user says about a scan; everything left out is found from its shape.
public struct ScanOptions: Equatable, Sendable {
  /// Which foot; found from the shape where `nil`.
  public var side: Side?
  /// Unit of the file's coordinates; found from the size where `nil`.
  public var unit: LengthUnit?
  /// Whether the foot or an impression of it was scanned; found from the shape where `nil`.
  public var cast: Cast?
  /// True length of the foot, mm: scales a scan whose unit is arbitrary.
  public var footLength: Double?
  /// Distance between the nodes of the plantar grid, mm.
  public var gridSpacing: Double

  /// Creates options; the defaults leave everything to be found.
  public init(
    side: Side? = nil, unit: LengthUnit? = nil, footLength: Double? = nil, gridSpacing: Double = 0.5,
    cast: Cast? = nil
  ) {
    self.side = side
    self.unit = unit
    self.footLength = footLength
    self.gridSpacing = gridSpacing
    self.cast = cast
  }
}
