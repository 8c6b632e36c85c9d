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

extension Prescription {
  /// Share of the loaded arch's height that a support fills unless told otherwise.
  public static let archContactUnderLoad = 0.8
  /// Width by which an unloaded heel's fat pad spreads when it is stood on, mm.
  public static let fatPadExpansion = 2.0

  /// The prescription with everything that it leaves open decided for a foot, and what was decided.
  public func resolved(for foot: FootShape) -> (prescription: Prescription, assumptions: [Assumption]) {
    var (resolved, assumptions) = decided(for: foot.side)
    let load: ScanLoad
    if let given = scanLoad {
      load = given
    } else {
      let (found, share) = ScanLoad.found(in: foot.plantar)
      load = found
      resolved.scanLoad = found
      assumptions.append(
        Assumption(
          what: "scan load", value: found.rawValue,
          why: "\(Int((share * 100).rounded())) % of the low sole lies flat", override: "--scan-load"))
    }
    if archContact == nil || archPressure != nil {
      let contact = Self.archContactUnderLoad * load.gapShare
      resolved.archContact = contact
      if archPressure == nil {
        assumptions.append(
          Assumption(
            what: "arch contact", value: "\(Int((contact * 100).rounded())) %",
            why: "80 % of the arch that is left under load", override: "--arch-contact"))
      }
    }
    if cover > 0 {
      assumptions.append(
        Assumption(
          what: "cover", value: MaterialTable.cover.name,
          why: "\(Lint.shown(cover)) mm of soft foam lie between foot and device in the prediction", override: "--cover"
        ))
    }
    if heelExpansion == nil { resolved.heelExpansion = scanLoad == .some(.none) ? Self.fatPadExpansion : 0 }
    return (resolved, assumptions)
  }
}
