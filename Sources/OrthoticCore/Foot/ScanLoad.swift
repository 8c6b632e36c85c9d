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
  /// gap unloaded the heel, and filling more of the raw one did not. Half-way for a semi-loaded scan, an estimate.
  public var gapShare: Double {
    switch self {
    case .none: 0.5
    case .semi: 0.75
    case .full: 1
    }
  }
}

/// How the load state of a scan is found in the sole.
extension ScanLoad {
  /// Heights between which a sole counts as resting on the ground and as near it, mm.
  static let restingHeight = 0.8
  static let nearHeight = 6.0
  /// Share of the near sole that rests on the ground when the foot stands, and when it hangs free.
  static let standingShare = 0.5
  static let hangingShare = 0.35

  /// Reads the load state from the sole: weight flattens heel and ball against the scanner's glass.
  public static func found(in plantar: HeightGrid) -> (state: ScanLoad, restingShare: Double) {
    var resting = 0
    var near = 0
    for height in plantar.values where height < nearHeight {
      near += 1
      if height < restingHeight { resting += 1 }
    }
    let share = near > 0 ? Double(resting) / Double(near) : 0
    return (share >= standingShare ? .full : share <= hangingShare ? .none : .semi, share)
  }
}
