/// How the upper edge of a device ends at its trim line.
public enum EdgeStyle: String, Sendable, CaseIterable {
  /// An arc from the top into the side wall.
  case rounded
  /// A straight fall towards the shoe, thin at the trim line.
  case feathered
}
