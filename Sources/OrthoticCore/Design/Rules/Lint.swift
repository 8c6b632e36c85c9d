/// Rules that a prescription or its predicted outcome may break, each with its reason and the flag to change.
public enum Lint {
  /// In-shoe heel lift that warns of heel slip, and the one that a shoe does not hold, mm (prescription practice).
  static let liftWarning = 6.0
  static let liftError = 10.0
  /// How far ahead of the heads a pad's front edge still relieves them, mm.
  ///
  /// Domes 5 mm ahead did (Landorf 2020); pads under the heads loaded them (Hastings 2007).
  static let mostPadAhead = 5.0
  /// Pressure that an arch support should not carry, kPa.
  static let archLimit = 150.0
  /// Rise of a zone's ring that spoils the relief, share.
  static let ringRise = 0.1

  /// Everything that a prescription and its predicted outcome give rise to.
  public static func findings(prescription: Prescription, prediction: Prediction) -> [Finding] {
    var findings = findings(of: prescription) + insensateFindings(of: prescription, prediction: prediction)
    let target = prescription.offloadThreshold ?? Prescription.defaultOffloadThreshold
    let midfoot = prediction.regions.first { $0.region == .midfoot }
    findings += Self.findings(
      zones: prediction.zones, target: target, archPeakBefore: midfoot?.before.peak ?? 0,
      archPeakAfter: max(midfoot?.after.peak ?? 0, prediction.arch?.peak ?? 0))
    findings += heelFindings(prediction) + regionFindings(prediction, target: target) + foamFindings(prediction)
    if !prediction.balance.converged {
      findings.append(
        Finding(
          .warning, code: "not-balanced",
          message: "the foot found no balance on the device in some of its loads; the prediction leaves them out",
          remedy: "check that the map lies on the foot (registration) and that the device is not cut short"))
    }
    return findings
  }

  /// Share of its force that a heel keeps unless something lifts it.
  static let heelShare = 0.6
  /// Share of the whole force from which a heel counts as loaded.
  static let loadedHeel = 0.2

  /// A heel that the arch support lifts off: what an unloaded arch copied into a rigid shell does.
  private static func heelFindings(_ prediction: Prediction) -> [Finding] {
    guard let heel = prediction.regions.first(where: { $0.region == .heel }),
      let whole = prediction.regions.first(where: { $0.region == .whole }),
      heel.before.force > loadedHeel * whole.before.force,
      heel.after.force < heelShare * heel.before.force
    else { return [] }
    return [
      Finding(
        .warning, code: "heel-lifted",
        message:
          "the heel is predicted to carry \(shown(heel.after.force)) N instead of \(shown(heel.before.force)) N: the arch lifts it",
        remedy: "lower \(.archContact), dose by \(.archPressure), or choose a softer \(.material)")
    ]
  }

  /// Findings that need only the prescription.
  public static func findings(of prescription: Prescription) -> [Finding] {
    var findings: [Finding] = []
    if prescription.thickness < prescription.minimumWall {
      findings.append(
        Finding(
          .error, code: "thinner-than-minimum-wall",
          message:
            "a base of \(shown(prescription.thickness)) mm is thinner than the minimum wall of \(shown(prescription.minimumWall)) mm",
          remedy: "raise \(.thickness) or lower \(.minimumWall)"))
    }
    if prescription.heelLift > liftError {
      findings.append(
        Finding(
          .error, code: "lift-too-high-for-a-shoe",
          message:
            "a lift of \(shown(prescription.heelLift)) mm does not stay in a shoe (limit \(shown(liftError)) mm)",
          remedy: "lower \(.heelLift) and build the rest into the shoe's sole"))
    } else if prescription.heelLift > liftWarning {
      findings.append(
        Finding(
          .warning, code: "lift-may-slip",
          message: "above \(shown(liftWarning)) mm of lift the heel may slip out of the shoe",
          remedy: "lower \(.heelLift) or use a shoe with a deep counter"))
    }
    if prescription.metatarsalPad > 0, let front = prescription.padFront, let crest = prescription.padCrest, crest >= 0,
      front < -mostPadAhead
    {
      findings.append(
        Finding(
          .warning, code: "pad-under-the-heads",
          message:
            "a pad with its front edge \(shown(-front)) mm ahead of the heads lies under them and may load them instead of "
            + "relieving them",
          remedy: "set \(.metatarsalPadFront) between 0 and 5 mm"))
    }
    findings += elementFindings(of: prescription) + insensateFindings(of: prescription)
    return findings + RedFlags.findings(of: prescription)
  }

  /// Findings that need the predicted outcome.
  public static func findings(
    zones: [ZoneOutcome], target: Double, archPeakBefore: Double, archPeakAfter: Double
  ) -> [Finding] {
    var findings: [Finding] = []
    if archPeakAfter > archLimit, archPeakAfter > archPeakBefore * 1.1 {
      findings.append(
        Finding(
          .warning, code: "arch-carries-too-much",
          message:
            "the midfoot is predicted to carry \(shown(archPeakAfter)) kPa, above \(shown(archLimit)) kPa",
          remedy: "lower \(.archContact), raise \(.castFill), or dose by \(.archPressure)"))
    }
    for zone in zones {
      if zone.peakAfter > target {
        findings.append(
          Finding(
            .warning, code: "target-not-reached",
            message:
              "zone \(zone.name): \(shown(zone.peakAfter)) kPa predicted, above the target of \(shown(target)) kPa",
            remedy: "raise \(.thickness) for a deeper pocket, or choose a softer \(.material)"))
      } else if zone.ringAfter > zone.ringBefore * (1 + ringRise), zone.depth > 0 {
        findings.append(
          Finding(
            .warning, code: "ring-overloaded",
            message:
              "zone \(zone.name): its ring rises from \(shown(zone.ringBefore)) to \(shown(zone.ringAfter)) kPa",
            remedy: "raise the \(.offload) threshold so that the pocket stays shallower"))
      }
    }
    return findings
  }

  /// A number for a message: one decimal at most.
  static func shown(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() && abs(tenths) < 1e15 ? "\(Int(tenths))" : "\(tenths)"
  }
}
