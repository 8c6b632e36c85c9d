/// A named part of the sole, in the order of reports.
public enum FootRegion: String, Sendable, CaseIterable {
  /// Rear 27 % of the foot.
  case heel
  /// From the heel to 55 % of the length.
  case midfoot
  /// From 55 % of the length to the toes.
  case forefoot
  /// First metatarsal head.
  case mt1
  /// Second metatarsal head.
  case mt2
  /// Third metatarsal head.
  case mt3
  /// Fourth metatarsal head.
  case mt4
  /// Fifth metatarsal head.
  case mt5
  /// Big toe.
  case hallux
  /// Second to fifth toe.
  case toes
  /// The whole sole.
  case whole
  /// The raised part of a pad or bar behind the heads: a region of a device, not of a foot.
  case metatarsalPad = "metPad"

  /// The regions that every foot has.
  public static let allCases: [FootRegion] = [
    .heel, .midfoot, .forefoot, .mt1, .mt2, .mt3, .mt4, .mt5, .hallux, .toes, .whole,
  ]

  /// The five metatarsal regions from medial to lateral.
  public static let metatarsals: [FootRegion] = [.mt1, .mt2, .mt3, .mt4, .mt5]
}
