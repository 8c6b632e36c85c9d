/// Rules for feet that do not feel what hurts them (IWGDF guidelines).
extension Lint {
  /// Smallest edge radius that counts as soft, mm.
  static let softEdge = 2.0
  /// Thickness that a diabetic insert should have, mm.
  static let insensateThickness = 6.4
  /// Reduction of a peak that counts as relief where the target is not reached, share.
  static let insensateReduction = 0.3

  /// Findings about an insensate foot's prescription; none for others.
  static func insensateFindings(of rx: Prescription) -> [Finding] {
    guard rx.monofilament.isInsensate else { return [] }
    var findings: [Finding] = []
    func refuse(_ isSo: Bool, _ code: String, _ message: Wording, _ remedy: Wording) {
      if isSo { findings.append(Finding(.error, code: code, message: message, remedy: remedy)) }
    }
    refuse(
      rx.heelAperture == .hole || rx.offloadMode == .aperture, "insensate-aperture",
      "an opening has an edge that an insensate foot does not feel",
      "use \(.offloadMode) pocket or soft, and no \(.heelAperture) hole")
    refuse(
      rx.edgeRadius < softEdge, "insensate-hard-rim",
      "an edge radius of \(shown(rx.edgeRadius)) mm is a hard rim for an insensate foot",
      "set \(.edgeRadius) to 2 mm or more")
    refuse(
      rx.material.isRigid, "insensate-hard-material",
      "\(rx.material.name) is a hard shell under an insensate foot",
      "choose a soft \(.material) such as tpu-85a-25, eva-a35 or plastazote-medium")
    refuse(
      rx.mortonsExtension > 0 || rx.reverseMortonsExtension > 0 || rx.kineticWedge > 0 || rx.cluffyWedge > 0,
      "insensate-edge-under-head", "the edge of an extension or recess lies under a metatarsal head or the hallux",
      "leave \(.mortonsExtension), \(.reverseMortonsExtension), \(.kineticWedge) and \(.cluffyWedge) out")
    refuse(
      rx.length == .mets || rx.length == .sulcus, "insensate-front-edge",
      "a device that ends under the forefoot leaves an edge there", "use \(.length) full")
    refuse(
      rx.offloadMode == .off, "insensate-without-target",
      "offloading is off for an insensate foot", "leave \(.offload) and \(.offloadMode) at their defaults")
    if rx.thickness < insensateThickness {
      findings.append(
        Finding(
          .warning, code: "insensate-thin",
          message: "an insert for an insensate foot is usually \(shown(insensateThickness)) mm thick or more",
          remedy: "raise \(.thickness) where the shoe has room"))
    }
    return findings
  }

  /// What the prediction says about an insensate foot's targets.
  static func insensateFindings(of rx: Prescription, prediction: Prediction) -> [Finding] {
    guard rx.monofilament.isInsensate else { return [] }
    let target = Prescription.defaultOffloadThreshold
    return prediction.regions.filter { [.hallux, .mt1, .mt2, .mt3, .mt4, .mt5, .heel].contains($0.region) }
      .compactMap { outcome in
        let (before, after) = (outcome.before.peak, outcome.after.peak)
        guard after > target, after > before * (1 - insensateReduction) else { return nil }
        return Finding(
          .warning, code: "insensate-target-missed",
          message: "\(outcome.region.rawValue): \(shown(after)) kPa predicted (before \(shown(before))), neither under "
            + "\(shown(target)) kPa nor 30 % less",
          remedy: "raise \(.thickness), choose a softer \(.material) or \(.offloadMode) soft, and measure in the shoe")
      }
  }
}
