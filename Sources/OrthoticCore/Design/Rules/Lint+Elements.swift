/// Rules about elements, alone and together.
extension Lint {
  /// Cup that a skive needs, and the one that a strong correction needs, mm (prescription practice).
  static let skiveCup = 14.0
  static let strongCup = 20.0
  /// Skive in mm plus inversion in degrees above which a correction is strong.
  static let strongCorrection = 5.0

  /// Findings about the elements of a prescription.
  static func elementFindings(of rx: Prescription) -> [Finding] {
    var findings: [Finding] = []
    let skive = max(rx.medialSkive, rx.lateralSkive)
    if skive + rx.inversion > strongCorrection, rx.heelCupDepth < strongCup {
      findings.append(
        Finding(
          .error, code: "correction-needs-deep-cup",
          message:
            "a skive of \(shown(skive)) mm with \(shown(rx.inversion))° of inversion pushes the heel over a cup of "
            + "\(shown(rx.heelCupDepth)) mm",
          remedy: "set --heel-cup to 20 to 22 mm, or lower the skive or --inversion"))
    } else if skive > 0, rx.heelCupDepth < skiveCup {
      findings.append(
        Finding(
          .error, code: "skive-needs-deep-cup",
          message: "a skive of \(shown(skive)) mm needs a cup of \(shown(skiveCup)) mm; this one has "
            + "\(shown(rx.heelCupDepth)) mm",
          remedy: "set --heel-cup to 14 mm or more, or leave the skive out"))
    }
    if rx.metatarsalPad > 0, let crest = rx.padCrest, crest < 0 {
      findings.append(
        Finding(
          .error, code: "pad-ahead-of-the-heads",
          message:
            "a pad's crest \(shown(-crest)) mm ahead of the metatarsal heads loads them and the toes",
          remedy: "set --met-pad-front between 0 and 5 mm"))
    }
    findings += opposites(rx) + crowded(rx) + shell(rx)
    return findings
  }

  /// Elements that undo each other.
  private static func opposites(_ rx: Prescription) -> [Finding] {
    var findings: [Finding] = []
    func clash(_ isThere: Bool, _ a: String, _ b: String, _ why: String) {
      guard isThere else { return }
      findings.append(
        Finding(
          .warning, code: "elements-oppose", message: "\(a) and \(b) work against each other: \(why)",
          remedy: "leave one of them out"))
    }
    clash(
      rx.medialSkive > 0 && rx.lateralSkive > 0, "--medial-skive", "--lateral-skive", "one rolls the heel out, one in")
    clash(
      rx.rearfootPost < 0 && (rx.inversion > 0 || rx.medialSkive > 0), "--rearfoot-post valgus",
      rx.inversion > 0 ? "--inversion" : "--medial-skive", "one rolls the heel in, one out")
    clash(
      rx.rearfootPost > 0 && rx.lateralSkive > 0, "--rearfoot-post varus", "--lateral-skive",
      "one rolls the heel out, one in")
    clash(
      rx.cluffyWedge > 0 && rx.sinks.has(.hallux), "--cluffy", "--sink hallux", "one lifts the hallux, one lowers it")
    return findings
  }

  /// Elements on the same spot.
  private static func crowded(_ rx: Prescription) -> [Finding] {
    struct Member {
      let flag: String
      let isThere: Bool
      let spots: Set<Spot>
      let adds: Bool
    }
    enum Spot: Hashable { case behindHeads, firstHead, otherHeads, hallux, crease, toes, heelCenter }
    let other: [Sinks.Place] = [.mt2, .mt3, .mt4, .mt5]
    let members = [
      Member(flag: "--met-pad", isThere: rx.metatarsalPad > 0, spots: [.behindHeads], adds: true),
      Member(flag: "--met-bar", isThere: rx.metatarsalBar > 0, spots: [.behindHeads], adds: true),
      Member(flag: "--neuroma-pad", isThere: rx.neuromaPad != .off, spots: [.behindHeads], adds: true),
      Member(flag: "--mortons", isThere: rx.mortonsExtension > 0, spots: [.firstHead, .hallux], adds: true),
      Member(flag: "--reverse-mortons", isThere: rx.reverseMortonsExtension > 0, spots: [.otherHeads], adds: true),
      Member(flag: "--cluffy", isThere: rx.cluffyWedge > 0, spots: [.hallux], adds: true),
      Member(flag: "--toe-crest", isThere: rx.toeCrest > 0, spots: [.crease], adds: true),
      Member(flag: "--toe-filler", isThere: rx.toeFiller > 0, spots: [.crease, .toes, .hallux], adds: true),
      Member(flag: "--kinetic", isThere: rx.kineticWedge > 0, spots: [.firstHead], adds: false),
      Member(flag: "--first-ray", isThere: rx.firstRay != .off, spots: [.firstHead], adds: false),
      Member(flag: "--sink mt1", isThere: rx.sinks.has(.mt1), spots: [.firstHead], adds: false),
      Member(flag: "--sink mt2 to mt5", isThere: rx.sinks.has(any: other), spots: [.otherHeads], adds: false),
      Member(flag: "--sink heel", isThere: rx.sinks.has(.heel), spots: [.heelCenter], adds: false),
      Member(flag: "--heel-aperture", isThere: rx.heelAperture != .off, spots: [.heelCenter], adds: false),
    ].filter(\.isThere)
    var findings: [Finding] = []
    for (index, first) in members.enumerated() {
      for second in members[(index + 1)...] where !first.spots.isDisjoint(with: second.spots) {
        let cancel = first.adds != second.adds
        findings.append(
          Finding(
            cancel ? .error : .warning, code: cancel ? "raised-and-hollowed" : "two-on-one-spot",
            message: cancel
              ? "\(first.flag) raises the spot that \(second.flag) hollows out"
              : "\(first.flag) and \(second.flag) lie on the same spot: their \(first.adds ? "heights" : "depths") add up",
            remedy: "leave one of them out"))
      }
    }
    return findings
  }

  /// Shell and material against the person and the process.
  private static func shell(_ rx: Prescription) -> [Finding] {
    var findings: [Finding] = []
    if rx.minimumWall < rx.process.minimumWall {
      findings.append(
        Finding(
          .warning, code: "wall-under-process",
          message: "walls of \(shown(rx.minimumWall)) mm are thinner than \(rx.process.rawValue) makes reliably "
            + "(\(shown(rx.process.minimumWall)) mm)",
          remedy: "raise --min-wall or change --process"))
    }
    if rx.material.isRigid, let weight = rx.bodyWeight {
      var needed = shellThickness(forWeight: weight)
      if rx.activity == .high { needed = shellThickness(forWeight: weight * highActivity) }
      if rx.thickness < needed {
        findings.append(
          Finding(
            .warning, code: "thin-for-weight",
            message: "a \(rx.material.name) shell of \(shown(rx.thickness)) mm is thin for \(shown(weight)) kg; "
              + "laboratories take \(shown(needed)) mm",
            remedy: "raise --thickness"))
      }
    }
    if let heel = rx.shoeHeel, heel > highHeel {
      findings.append(
        Finding(
          .note, code: "high-shoe-heel",
          message:
            "in a heel of \(shown(heel)) mm the forefoot carries more than on the flat, whatever the insole does",
          remedy: "advise a lower heel; the prediction is for a flat shoe"))
    }
    return findings
  }

  /// How much heavier a very active person counts.
  static let highActivity = 1.2
  /// Heel height from which the forefoot's share of the load grows clearly, mm.
  static let highHeel = 30.0

  /// Thickness of a polypropylene shell for a body weight, mm (laboratories' tables: up to 77, 95 and 113 kg).
  static func shellThickness(forWeight weight: Double) -> Double {
    switch weight {
    case ...77: 3.2
    case ...95: 4.0
    case ...113: 4.8
    default: 6.4
    }
  }
}

extension Sinks {
  func has(_ place: Place) -> Bool { all.contains { $0.place == place && $0.depth > 0 } }

  func has(any places: [Place]) -> Bool { places.contains(where: has) }
}
