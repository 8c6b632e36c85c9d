import OrthoticCore

/// Prescriptions drawn at random over the whole range of every element, for campaigns and property tests.
public struct RandomPrescription {
  private var random: SplitMix64
  /// Share of the elements that are given; the others keep their defaults.
  public var density: Double

  /// Creates a generator; the same seed draws the same prescriptions everywhere.
  public init(seed: UInt64, density: Double = 0.25) {
    random = SplitMix64(seed: seed)
    self.density = density
  }

  /// The next prescription, as the texts that a file would hold.
  public mutating func next() -> [(key: String, text: String)] {
    var settings: [(key: String, text: String)] = []
    for element in PrescriptionVocabulary.elements {
      // Both numbers are drawn whether or not the element is given, so that one more element moves no other.
      let given = share() < density
      let text = text(of: element)
      if given, let text { settings.append((element.key, text)) }
    }
    return settings
  }

  private mutating func share() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }

  private mutating func among<Element>(_ all: [Element]) -> Element? {
    all.isEmpty ? nil : all[min(Int(share() * Double(all.count)), all.count - 1)]
  }

  private mutating func text(of element: PrescriptionElement) -> String? {
    switch element.kind {
    case .quantity(let dimension, let range, _):
      // The ends of a range are where things break; a fifth of the draws lies on them.
      let place = share()
      let edge = share()
      let t = edge < 0.1 ? 0 : edge < 0.2 ? 1 : place
      return dimension.text(range.lowerBound + t * (range.upperBound - range.lowerBound))
    case .choice(let names): return among(names)
    case .notation(let notation, let words): return notated(element.flag, notation, words)
    default: return nil
    }
  }

  private mutating func notated(_ flag: String, _ notation: Notation, _ words: [String]) -> String? {
    let number = share()
    switch flag {
    case "sink":
      return among(Sinks.Place.allCases).map { place in
        "\(place.rawValue):\((number * 60).rounded() / 10):\(10 + (share() * 30).rounded())"
      }
    case "zone":
      guard let part = among(StiffnessZones.Part.allCases), let level = among(StiffnessZones.Hardness.allCases) else {
        return nil
      }
      return "\(part.rawValue):\(level.rawValue)"
    case "met-pad-at":
      return number < 0.7 ? "\(-15 + (number / 0.7 * 60).rounded()) mm" : "\(40 + (number * 40).rounded()) %"
    case "first-ray": return number < 0.4 ? "cut-out" : "\(1 + (number * 20).rounded() / 10) mm"
    case "shoe-size": return "\(Int(34 + number * 14))eu"
    case "leg-difference": return "\(share() < 0.5 ? "left" : "right"):\(Int(number * 60)) mm"
    default: return among(notation.names + words)
    }
  }
}
