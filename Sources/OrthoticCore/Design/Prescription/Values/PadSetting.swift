/// The place of a metatarsal pad as flags and files write it: `front`, `15 mm`, `66 %` or `contour`.
struct PadSetting: Notated {
  var place: PadPlace
  var setback: Double

  /// Distances behind the heads, mm, and shares of the length that are taken.
  static let setbacks = -15.0...45.0
  static let shares = 0.4...0.8

  static let notation = Notation.of(
    Self.self, placeholder: "MM|PERCENT",
    expectation: "front, a length from -15 to 45 mm or a percentage from 40 to 80 % of the foot's length",
    example: "15mm", names: ["front", "contour"])

  init(_ prescription: Prescription) {
    place = prescription.metatarsalPadPlace
    setback = prescription.metatarsalPadSetback
  }

  init?(text: String) {
    setback = Prescription().metatarsalPadSetback
    let word = Dimension.trimmed(text).lowercased()
    if word == "contour" {
      place = .contour
    } else if word == "front" {
      place = .front
    } else if let length = Dimension.length.value(of: text), Self.setbacks.contains(length) {
      place = .behindHeads
      setback = length
    } else if text.contains("%") || text.contains("share"), let share = Dimension.share.value(of: text),
      Self.shares.contains(share)
    {
      place = .share(share)
    } else {
      return nil
    }
  }

  var text: String {
    switch place {
    case .front: "front"
    case .behindHeads: Dimension.length.text(setback)
    case .share(let share): Dimension.share.text(share)
    case .contour: "contour"
    }
  }

  func store(in prescription: inout Prescription) {
    prescription.metatarsalPadPlace = place
    prescription.metatarsalPadSetback = setback
  }
}
