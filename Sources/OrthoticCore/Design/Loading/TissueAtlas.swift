/// Soft tissue under the foot: thickness and column law at any place of the canonical foot.
///
/// Typical adult values, in published ranges: heel 12.5–24.5 mm (Naemi 2016), second metatarsal head 15.2 mm
/// (Cavanagh 1999), first and fifth 8.5 and 5.5 mm over 60 years (Mickle 2011). The column law's K0 and b reproduce a
/// barefoot heel of about 313 kPa (Putti 2008). Values pass into one another over 10 mm, so that no step of ours
/// shows up in a predicted map.
package struct TissueAtlas: Sendable {
  private let frame: DesignFrame
  /// In which the tissues of the heads and the hallux lie.
  private let forefoot: ForefootWidth
  /// Factor on every stiffness; 1.5–1.7 for neuropathic diabetic tissue (Sun 2011).
  private let stiffening: Double

  /// Thickness, mm.
  static let heelThickness = 18.0
  static let midfootThickness = 14.0
  static let metatarsalThickness = [11.0, 13.0, 12.0, 11.0, 9.0]
  static let toeThickness = 8.0
  static let halluxThickness = 9.0
  /// Initial stiffness K0, kPa, and exponent b of the column law.
  static let heelLaw = (stiffness: 309.0, exponent: 2.0)
  static let metatarsalLaw = (stiffness: 300.0, exponent: 3.7)
  static let otherLaw = (stiffness: 250.0, exponent: 2.0)
  /// How the tissue behind the heads differs: thicker by this much for every mm, up to a most.
  ///
  /// The shafts rise from the ground at about 20° (tan 20°). Estimates, not measurements. No measurement was found that says how soft it is:
  /// it keeps the heads' law. Half of that stiffness was tried; metatarsal pads then relieve the heads by half of what
  /// studies of them report, so this choice was made in sight of those studies.
  static let riseBehindHeads = 0.36397
  static let mostBehindHeads = 16.0
  /// Length over which neighbouring regions pass into one another, mm.
  static let blend = 10.0
  /// The same between the hallux and the other toes, to either side of their border, share of the forefoot's width.
  static let halluxBlend = 0.05

  /// Creates the atlas of a foot.
  package init(frame: DesignFrame, stiffening: Double = 1) {
    self.frame = frame
    forefoot = ForefootWidth(landmarks: frame.landmarks, length: frame.length)
    self.stiffening = stiffening
  }

  /// Thickness (mm), K0 (kPa) and exponent b at a place of the canonical foot.
  package func tissue(at point: Vector2) -> (thickness: Double, stiffness: Double, exponent: Double) {
    let half = Self.blend / 2
    let length = frame.length
    let across = forefoot.share(atX: point.x)
    let line = frame.metatarsalLine(atX: point.x)
    let forefootStart = FootProportions.midfootEnd * length
    let toeStart = line + FootProportions.toeLine * length

    var value = (Self.heelThickness, Self.heelLaw.stiffness, Self.heelLaw.exponent)
    func pass(to next: (Double, Double, Double), at y: Double) {
      let t = smoothStep(y - half, y + half, point.y)
      guard t > 0 else { return }
      value = (
        value.0 + t * (next.0 - value.0), value.1 + t * (next.1 - value.1), value.2 + t * (next.2 - value.2)
      )
    }
    pass(to: (Self.midfootThickness, Self.otherLaw.stiffness, Self.otherLaw.exponent), at: frame.heelEnd)
    pass(to: metatarsalTissue(across, behind: frame.headArc(atX: point.x) - point.y), at: forefootStart)
    let border = FootProportions.halluxBorder
    let hallux = smoothStep(border + Self.halluxBlend, border - Self.halluxBlend, across)
    pass(
      to: (
        Self.toeThickness + hallux * (Self.halluxThickness - Self.toeThickness), Self.otherLaw.stiffness,
        Self.otherLaw.exponent
      ), at: toeStart)
    return (value.0, value.1 * stiffening, value.2)
  }

  /// The tissue under a head, and behind it under the shaft.
  private func metatarsalTissue(_ across: Double, behind distance: Double) -> (Double, Double, Double) {
    let head = metatarsalThickness(across)
    let law = Self.metatarsalLaw
    let shaft = min(max(distance, 0) * Self.riseBehindHeads, Self.mostBehindHeads)
    return (head + shaft, law.stiffness, law.exponent)
  }

  /// Thickness under the metatarsal heads, linear between the middles of the five strips.
  private func metatarsalThickness(_ across: Double) -> Double {
    let values = Self.metatarsalThickness
    let (head, part) = ForefootWidth.betweenHeads(across)
    return values[head] + part * (values[head + 1] - values[head])
  }
}

extension TissueAtlas {
  /// The tissue at every node of a grid.
  package func field(on layout: GridLayout) -> TissueField {
    var field = TissueField(TissueColumn(thickness: 1, stiffness: 1, exponent: 0), count: layout.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let index = layout.index(column, row)
        let tissue = tissue(at: Vector2(layout.x(column), layout.y(row)))
        field.thickness[index] = tissue.thickness
        field.stiffness[index] = tissue.stiffness
        field.exponent[index] = tissue.exponent
      }
    }
    return field
  }
}
