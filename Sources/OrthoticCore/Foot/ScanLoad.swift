/// How much weight was on the foot while it was scanned; an unloaded arch stands higher than a loaded one.
public enum ScanLoad: String, Sendable, CaseIterable {
  /// Hanging or lying.
  case none
  /// Sitting, or weight on the other foot.
  case semi
  /// Standing.
  case full

  /// Share of the scanned arch gap that is left when the foot is loaded.
  ///
  /// The unloaded arch settles to about half of its scanned gap: in a trial at standing load, filling half of that
  /// gap unloaded the heel, and filling more of the raw one did not [C]. Half-way for a semi-loaded scan [M].
  public var gapShare: Double {
    switch self {
    case .none: 0.5
    case .semi: 0.75
    case .full: 1
    }
  }
}
