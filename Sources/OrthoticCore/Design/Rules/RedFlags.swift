/// What symptoms and signs mean for a design: notes for a clinician, never a diagnosis.
///
/// Pressed nerves and narrowed vessels hurt in the feet too, and an insole treats neither. These rules say when a picture
/// looks like that, and what holds for a foot that feels too little to be trusted.
public enum RedFlags {
  /// How far a design may go.
  public enum Level: String, Sendable, CaseIterable {
    /// Emergency care today; no device is designed.
    case stop
    /// Urgent review; the device waits.
    case urgent
    /// Comfort care, and a referral.
    case refer
    /// A foot whose comfort cannot be trusted.
    case insensate
    /// Local, load-related pain.
    case none
  }

  /// The level of a prescription's symptoms and signs: the gravest that applies.
  public static func level(of prescription: Prescription) -> Level {
    let symptoms = prescription.symptoms
    if symptoms.has(.saddleNumbness, .bladderChange, .bowelChange, .weaknessBoth, .weaknessWorse) { return .stop }
    if symptoms.has(.footDrop) { return .urgent }
    if symptoms.has(.numbnessBoth, .tinglingBoth, .weakness, .legPainStanding, .calfPainWalking) { return .refer }
    return prescription.monofilament.isInsensate ? .insensate : .none
  }

  /// Everything that symptoms and signs give rise to.
  public static func findings(of prescription: Prescription) -> [Finding] {
    let symptoms = prescription.symptoms
    var findings: [Finding] = []
    switch level(of: prescription) {
    case .stop:
      findings.append(
        Finding(
          .error, code: stopCode,
          message:
            "\(words(symptoms, stopSigns)) can be signs of pressed nerves in the lower spine: emergency care today; "
            + "no device is designed",
          remedy: "send the person to emergency care; design when that is settled and \(.symptoms) no longer names it"))
    case .urgent:
      findings.append(
        Finding(
          .error, code: "urgent-review",
          message: "a new foot drop wants an urgent spinal or neurological review before any device",
          remedy: "arrange the review; \(tool: .allowing) urgent-review designs meanwhile"))
    case .refer: findings += referrals(symptoms)
    case .insensate, .none: break
    }
    if prescription.monofilament.isInsensate {
      findings.append(
        Finding(
          .warning, code: "insensate-foot",
          message:
            "protective sensation is lost: comfort cannot be trusted; the device aims at 200 kPa, or 30 % less than "
            + "before, and hard edges are refused",
          remedy: "measure the pressure in the shoe with the device before it is worn, and look at the skin daily"))
    } else if symptoms.has(.numbness, .tingling), prescription.monofilament.missed == nil {
      findings.append(
        Finding(
          .note, code: "sensation-untested",
          message:
            "numbness or tingling in one foot: whether protective sensation is lost decides what the device must do",
          remedy: "test with the 10 g monofilament and give \(.monofilament) (hallux,mt1,mt5 missed, or felt)"))
    }
    if symptoms.has(.backPain) {
      findings.append(
        Finding(
          .note, code: "back-pain-evidence",
          message:
            "the evidence for insoles in low-back pain is uncertain (Chuter 2014 found no significant effect, Kong "
            + "2020 a moderate one)",
          remedy: "agree beforehand on what would count as a success"))
    }
    if symptoms.has(.worseWithActivity, .betterAtRest), level(of: prescription) == .none {
      findings.append(
        Finding(
          .note, code: "activity-pattern",
          message: "worse with activity and better at rest fits nerve, vessel and foot alike and decides nothing alone",
          remedy:
            "ask whether sitting (nerve) or standing still (vessel) eases it: leg-pain-standing, calf-pain-walking"))
    }
    return findings
  }

  /// The finding that no name overrides.
  public static let stopCode = "emergency-signs"

  private static let stopSigns: [Symptoms.Symptom] = [
    .saddleNumbness, .bladderChange, .bowelChange, .weaknessBoth, .weaknessWorse,
  ]

  private static func words(_ symptoms: Symptoms, _ among: [Symptoms.Symptom]) -> String {
    symptoms.all.filter(among.contains).map(\.meaning).joined(separator: " and ")
  }

  private static func referrals(_ symptoms: Symptoms) -> [Finding] {
    let note = "an insole redistributes pressure, it does not treat a pressed nerve or a narrowed vessel"
    var findings: [Finding] = []
    if symptoms.has(.numbnessBoth, .tinglingBoth, .weakness) {
      findings.append(
        Finding(
          .warning, code: "refer-nerve",
          message:
            "\(words(symptoms, [.numbnessBoth, .tinglingBoth, .weakness])): the device is comfort care only; \(note)",
          remedy: "refer for a neurological examination, and test with the monofilament (\(.monofilament))"))
    }
    if symptoms.has(.legPainStanding) {
      findings.append(
        Finding(
          .warning, code: "refer-spine",
          message:
            "leg pain brought on by standing and eased by sitting suggests a nerve pressed in the spine (likelihood "
            + "ratio 13, Nadeau 2013): the device is comfort care only; \(note)",
          remedy: "refer for a spinal examination"))
    }
    if symptoms.has(.calfPainWalking) {
      findings.append(
        Finding(
          .warning, code: "refer-vessel",
          message:
            "calf pain eased by standing still suggests a narrowed vessel (likelihood ratio 20, Nadeau 2013): the "
            + "device is comfort care only; \(note)",
          remedy: "refer for a vascular examination; feel the foot's pulses"))
    }
    return findings
  }
}
