/// What a printer can take.
public struct Printer: Equatable, Sendable, Encodable {
  /// Bed along x, mm.
  public var bedWidth: Double
  /// Bed along y, mm.
  public var bedDepth: Double
  /// Clear height, mm.
  public var height: Double
  /// Steepest overhang printed without support, degrees from the vertical; 90 where powder or resin carries.
  public var overhangLimit: Double

  /// Creates a printer; without arguments a common desktop machine.
  public init(bedWidth: Double = 256, bedDepth: Double = 256, height: Double = 256, overhangLimit: Double = 45) {
    self.bedWidth = bedWidth
    self.bedDepth = bedDepth
    self.height = height
    self.overhangLimit = overhangLimit
  }
}
