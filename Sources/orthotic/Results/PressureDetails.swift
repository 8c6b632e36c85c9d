import OrthoticCore

/// How a map was laid on a scanned foot, as JSON: mm, degrees.
struct RegistrationResult: Encodable {
  let rotation: Double?
  let translation: [Double]
  let scale: [Double]
  let residual: Double?
  let overlap: Double?
  let agreement: Double?
  let lengthMismatch: Double?

  init(_ registered: RegisteredPressure) {
    rotation = registered.rotation.rounded(decimals: 2)
    translation = [registered.translation.x, registered.translation.y].map { $0.rounded(decimals: 2) ?? 0 }
    scale = [registered.pose.scaleX, registered.pose.scaleY].map { $0.rounded(decimals: 4) ?? 1 }
    residual = registered.residual.rounded(decimals: 2)
    overlap = registered.overlap.rounded(decimals: 3)
    agreement = registered.agreement.rounded(decimals: 3)
    lengthMismatch = registered.lengthMismatch.rounded(decimals: 1)
  }

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0, 2])
    table.add(["turned", tableText(rotation, decimals: 1), "°"])
    table.add(["scaled", tableText(scale.last, decimals: 3), ""])
    table.add(["print longer by", tableText(lengthMismatch, decimals: 1), "mm"])
    table.add(["outlines apart", tableText(residual, decimals: 1), "mm"])
    table.add(["print on the sole", tableText(overlap.map { 100 * $0 }, decimals: 0), "%"])
    table.add(["agreement", tableText(agreement, decimals: 2), ""])
    return table.text
  }
}

/// One frame, as JSON: s, N, cm², kPa, mm.
struct FrameLoadResult: Encodable {
  let frame: Int
  let time: Double?
  let force: Double?
  let area: Double?
  let peak: Double?
  let centerOfPressure: [Double]?

  init(_ load: FrameLoad) {
    frame = load.frame
    time = load.time.rounded(decimals: 5)
    force = load.force.rounded(decimals: 3)
    area = load.area.rounded(decimals: 3)
    peak = load.peak.rounded(decimals: 2)
    centerOfPressure = load.centerOfPressure.map { [$0.x, $0.y].map { $0.rounded(decimals: 2) ?? 0 } }
  }

  /// Frames as a table.
  static func text(_ curve: [FrameLoadResult]) -> String {
    var table = TextTable()
    table.add(["frame", "time s", "force N", "area cm²", "peak kPa", "x mm", "y mm"])
    for load in curve {
      table.add([
        "\(load.frame)", tableText(load.time, decimals: 3), tableText(load.force, decimals: 1),
        tableText(load.area, decimals: 1), tableText(load.peak, decimals: 0),
        tableText(load.centerOfPressure?[0], decimals: 1), tableText(load.centerOfPressure?[1], decimals: 1),
      ])
    }
    return table.text
  }
}

/// Left minus right over their mean, as JSON: percent.
struct AsymmetryResult: Encodable {
  let maximumForce: Double?
  let peak: Double?
  let contactArea: Double?
  let stanceTime: Double?

  /// `nil` unless one left and one right foot are given.
  init?(_ summaries: [RecordingSummary]) {
    guard summaries.count == 2, let left = summaries.first(where: { $0.side == .left }),
      let right = summaries.first(where: { $0.side == .right })
    else { return nil }
    let asymmetry = FootAsymmetry(left: left, right: right)
    maximumForce = asymmetry.maximumForce.rounded(decimals: 1)
    peak = asymmetry.peak.rounded(decimals: 1)
    contactArea = asymmetry.contactArea.rounded(decimals: 1)
    stanceTime = asymmetry.stanceTime?.rounded(decimals: 1)
  }

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0, 2])
    table.add(["left minus right", "", ""])
    for (name, value) in [
      ("force", maximumForce), ("peak", peak), ("contact area", contactArea), ("stance", stanceTime),
    ] where value != nil {
      table.add([name, (value ?? 0) > 0 ? "+" + tableText(value, decimals: 1) : tableText(value, decimals: 1), "%"])
    }
    return table.text
  }
}

/// Results as comma-separated values: a heading, then a line per foot and region, or per foot and frame.
enum PressureCSV {
  static func text(of feet: [PressureResult], showsFrames: Bool) -> String {
    func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    var lines = [
      showsFrames
        ? "side,frame,time_s,force_N,area_cm2,peak_kPa,cop_x_mm,cop_y_mm"
        : "side,region,peak_kPa,mean_kPa,area_cm2,maximum_force_N,pressure_time_integral_kPa_s,force_time_integral_N_s,area_peak_kPa"
    ]
    for foot in feet {
      let side = foot.side ?? ""
      for load in foot.curve ?? [] {
        let center = load.centerOfPressure
        lines.append(
          ([side, "\(load.frame)"]
            + [load.time, load.force, load.area, load.peak, center?[0], center?[1]].map(cell)).joined(separator: ","))
      }
      for region in showsFrames ? [] : foot.regions {
        lines.append(
          ([side, CSVCell.text(region.name)]
            + [
              region.peak, region.mean, region.area, region.maximumForce, region.pressureTimeIntegral,
              region.forceTimeIntegral, region.areaPeak,
            ].map(cell)).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
