/// Which foot.
///
/// Outside the way in and the way out no code asks: the core works on a right foot.
public enum Side: String, Sendable, CaseIterable {
  /// The left foot; mirrored on the way in and on the way out.
  case left
  /// The right foot.
  case right

  /// The other foot.
  public var other: Side { self == .right ? .left : .right }
}
