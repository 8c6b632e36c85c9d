/// Rules that need the foot and the finished surfaces.
extension Lint {
  /// Room that toes want ahead of them, mm.
  static let toeRoom = 5.0

  /// Findings about how a device came out.
  static func deviceFindings(_ rx: Prescription, foot: FootShape, surfaces: InsoleSurfaces) -> [Finding] {
    var findings: [Finding] = []
    if let short = surfaces.shortfall {
      findings.append(
        Finding(
          .warning, code: "wall-stops-depth",
          message:
            "the minimum wall of \(shown(rx.minimumWall)) mm stops \(shown(short.depth)) mm of what was to be hollowed "
            + "out at x \(shown(short.place.x)), y \(shown(short.place.y)) mm",
          remedy: "raise \(.thickness), or make the hollow shallower"))
    }
    if let shoe = rx.shoeSize {
      let room = shoe.insoleLength - foot.length
      if room < 0 {
        findings.append(
          Finding(
            .error, code: "foot-longer-than-shoe",
            message: "the foot of \(shown(foot.length)) mm is longer than an insole of \(shoe.text), "
              + "\(shown(shoe.insoleLength)) mm",
            remedy: "choose a larger \(.shoeSize); this foot wants about \(shown(foot.length + 10)) mm"))
      } else if room < toeRoom {
        findings.append(
          Finding(
            .warning, code: "shoe-short",
            message: "\(shoe.text) leaves \(shown(room)) mm ahead of the toes; they want \(shown(toeRoom)) mm at least",
            remedy: "choose a larger \(.shoeSize)"))
      }
    }
    if let depth = rx.shoeDepth {
      let highest = highestRim(of: surfaces, below: 0.5 * foot.length) + rx.cover
      if highest > depth {
        findings.append(
          Finding(
            .error, code: "device-higher-than-shoe",
            message: "the rear of the device is \(shown(highest)) mm high, the shoe holds \(shown(depth)) mm",
            remedy: "lower \(.heelCup), \(.heelLift), a flange or \(.thickness), or use a deeper shoe"))
      }
    }
    if rx.heelAperture == .hole {
      let area = surfaces.apertures.first?.signedArea ?? 0
      let wanted = rx.heelApertureSize * rx.heelApertureSize * .pi / 4
      if area < 0.95 * wanted {
        findings.append(
          Finding(
            .warning, code: "hole-made-smaller",
            message: area > 0
              ? "the heel leaves room for a hole of \(shown(2 * (area / .pi).squareRoot())) mm only"
              : "the heel is too narrow for a hole",
            remedy: "lower \(.heelApertureSize), or use \(.heelAperture) horseshoe"))
      }
    }
    if rx.toeFiller > 0, let hallux = foot.landmarks.hallux, hallux.confidence >= 0.5 {
      findings.append(
        Finding(
          .warning, code: "toes-are-there",
          message: "the scan shows a hallux where \(.toeFiller) builds a block",
          remedy: "leave \(.toeFiller) out where the toes are there"))
    }
    return findings
  }

  private static func highestRim(of surfaces: InsoleSurfaces, below limit: Double) -> Double {
    var highest = 0.0
    let layout = surfaces.top.layout
    for index in surfaces.top.values.indices
    where surfaces.distanceToTrim.values[index] >= 0 && layout.position(index).y < limit {
      highest = max(highest, surfaces.top.values[index])
    }
    return highest
  }
}
