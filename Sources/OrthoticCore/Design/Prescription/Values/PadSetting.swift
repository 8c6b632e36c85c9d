/// The place of a metatarsal pad as flags and files write it: `8 mm`, `66 %` or `contour`.
struct PadSetting: Notated {
  var place: PadPlace
  var setback: Double

  /// Distances behind the heads, mm, and shares of the length that are taken.
  static let setbacks = -10.0...30.0
  static let shares = 0.4...0.8

  static let notation = Notation.of(
    Self.self, placeholder: "MM|PERCENT",
    expectation: "a length from -10 to 30 mm or a percentage from 40 to 80 % of the foot's length", example: "8mm",
    names: ["contour"])

  init(_ prescription: Prescription) {
    place = prescription.metatarsalPadPlace
    setback = prescription.metatarsalPadSetback
  }

  init?(text: String) {
    setback = Prescription().metatarsalPadSetback
    if Dimension.trimmed(text).lowercased() == "contour" {
      place = .contour
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
