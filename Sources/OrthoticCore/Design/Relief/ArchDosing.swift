/// Finds the arch height at which the arch carries a given pressure.
///
/// A share of the scanned height says nothing of what the arch will feel; a pressure does. The device is shaped anew for
/// each trial, and the foot set on it in the loads that press the arch most.
package struct ArchDosing: Sendable {
  /// Pressure that the arch shall carry at most, kPa.
  package var pressure: Double

  /// Lowest and highest share of the scanned height that are tried.
  static let range = 0.0...1.1
  /// The pressure is met to this, kPa: below what any sensor resolves.
  static let tolerance = 1.0
  /// Trials at most; each halves the bracket at worst.
  static let trials = 12
  /// Loads of a recording that are looked at.
  static let loads = 3

  /// How a dose was found.
  package struct Dose: Equatable, Sendable {
    /// Share of the scanned arch's height.
    package var contact: Double
    /// What the arch carries then, kPa.
    package var pressure: Double
    /// Whether that is what was asked for.
    package var isMet: Bool
  }

  /// Creates a dosing.
  package init(pressure: Double) { self.pressure = pressure }

  /// The dose for a loaded foot; `nil` where it has no arch to support.
  ///
  /// - Parameter highest: Highest share of the scanned height that is tried.
  func dose(
    foot: FootShape, loading: FootLoading, blank: DeviceBlank, prescription: Prescription,
    highest: Double = ArchDosing.range.upperBound
  ) -> Dose? {
    let regions = loading.regions(on: prescription, frame: DesignFrame(foot: foot))
    let patch = ArchPatch(loading: loading, regions: regions)
    guard !patch.nodes.isEmpty else { return nil }
    let model = loading.model
    func insole(_ contact: Double) -> InsoleOnGrid {
      var trial = prescription
      trial.archContact = contact
      return InsoleOnGrid(
        surfaces: InsoleSurfaces(foot: foot, blank: blank, prescription: trial), layout: model.layout,
        prescription: prescription)
    }
    var high = highest
    let atHighest = model.solutions(on: insole(high))
    let loads = Self.decisive(atHighest, model.loads, patch)
    func carried(_ contact: Double) -> Double {
      patch.peak(of: model.solutions(on: insole(contact), selected: loads).peak)
    }
    var low = Self.range.lowerBound
    var above = patch.peak(of: atHighest.peak) - pressure
    if above <= Self.tolerance {
      return Dose(contact: high, pressure: above + pressure, isMet: above >= -Self.tolerance)
    }
    var below = carried(low) - pressure
    if below >= -Self.tolerance {
      return Dose(contact: low, pressure: below + pressure, isMet: below <= Self.tolerance)
    }
    var last = Dose(contact: low, pressure: below + pressure, isMet: false)
    for trial in 0..<Self.trials {
      // The chord's root, and every third time the middle, so that a bent curve cannot stall it.
      let middle = trial % 3 == 2 ? (low + high) / 2 : low - below * (high - low) / (above - below)
      let found = carried(middle) - pressure
      last = Dose(contact: middle, pressure: found + pressure, isMet: abs(found) <= Self.tolerance)
      if last.isMet { break }
      if found > 0 { (high, above) = (middle, found) } else { (low, below) = (middle, found) }
    }
    return last
  }

  /// The loads that press the arch most, in order.
  private static func decisive(
    _ solved: FrameSolutions, _ loads: [PressureModel.Load], _ patch: ArchPatch
  ) -> [Int] {
    let peaks = zip(solved.frames, loads).map { $0.converged ? patch.peak(of: $1.frame.picture(of: $0.pressure)) : 0 }
    return peaks.indices.sorted { peaks[$0] != peaks[$1] ? peaks[$0] > peaks[$1] : $0 < $1 }.prefix(Self.loads).sorted()
  }
}

extension ArchDosing {
  /// Carries out a prescription's arch pressure, and says what came of it; nothing where it asks for none.
  ///
  /// - Parameter isOwn: Whether nobody prescribed the arch's height: it then gives way where the arch would carry too much.
  static func dose(
    foot: FootShape, loading: FootLoading, blank: DeviceBlank, isOwn: Bool, prescription: inout Prescription
  ) -> (assumptions: [Assumption], findings: [Finding]) {
    guard let pressure = prescription.archPressure else {
      return isOwn ? capped(foot: foot, loading: loading, blank: blank, prescription: &prescription) : ([], [])
    }
    let dosing = ArchDosing(pressure: pressure)
    guard let dose = dosing.dose(foot: foot, loading: loading, blank: blank, prescription: prescription) else {
      let finding = Finding(
        .warning, code: "no-arch-to-dose",
        message: "the loaded foot leaves no gap under its arch, so \(.archPressure) has nothing to dose",
        remedy: "leave \(.archPressure) out, or dose by \(.archContact)")
      return ([], [finding])
    }
    prescription.archContact = dose.contact
    if dose.isMet { return ([dose.assumption], []) }
    let place = dose.contact > 0 ? "the highest support tried" : "no support at all"
    let finding = Finding(
      .warning, code: "arch-pressure-not-met",
      message:
        "the arch carries \(Lint.shown(dose.pressure)) kPa at \(Int((100 * dose.contact).rounded())) % of its height, \(place), not the \(Lint.shown(pressure)) kPa asked for",
      remedy: dose.pressure < pressure
        ? "use a firmer \(.material) or lower \(.castFill)" : "raise \(.castFill) or \(.archPressure)")
    return ([dose.assumption], [finding])
  }
}

extension ArchDosing {
  /// What the arch of a device may carry where nobody prescribed its height, kPa.
  static let mostByDefault = 120.0
  /// Pockets are sunk later and shed load on the arch: so much is kept for it, share.
  private static let reserve = 0.05

  /// Lowers an arch that was not prescribed until it carries no more than it may.
  private static func capped(
    foot: FootShape, loading: FootLoading, blank: DeviceBlank, prescription: inout Prescription
  ) -> (assumptions: [Assumption], findings: [Finding]) {
    guard let usual = prescription.archContact, usual > 0 else { return ([], []) }
    let dosing = ArchDosing(pressure: mostByDefault * (1 - reserve) - tolerance)
    guard
      let dose = dosing.dose(foot: foot, loading: loading, blank: blank, prescription: prescription, highest: usual),
      dose.contact < usual
    else { return ([], []) }
    prescription.archContact = dose.contact
    return (
      [
        Assumption(
          what: "arch contact", value: "\(Int((dose.contact * 100).rounded())) %",
          why:
            "at the usual \(Int((usual * 100).rounded())) % the arch would carry more than \(Lint.shown(mostByDefault)) kPa",
          override: "\(.archContact)")
      ], []
    )
  }
}

extension ArchDosing.Dose {
  /// What is said of the dose.
  var assumption: Assumption {
    Assumption(
      what: "arch contact", value: "\(Int((contact * 100).rounded())) %",
      why: "the arch then carries \(Lint.shown(pressure)) kPa", override: "\(.archContact)")
  }
}
