/// What of a foot was scanned.
public enum Cast: String, Sendable, CaseIterable {
  /// The foot itself, or a positive model of it.
  case positive
  /// An impression: a foam box or the inside of a plaster cast.
  ///
  /// As a surface, an impression is the sole itself: its deepest places are the pads. It differs in what surrounds it,
  /// a flat rim that the sole lies below.
  case negative
}
