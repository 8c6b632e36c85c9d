/// Peak pressures of the pads of a foot in walking, kPa, before neighbouring pads add to them.
public struct FootPressurePattern: Equatable, Sendable {
  /// Under the heel.
  public var heel: Double
  /// Under the lateral column in midfoot.
  public var midfoot: Double
  /// Under the medial side in midfoot, where only a flat foot touches.
  public var medialMidfoot: Double
  /// Under the metatarsal heads, first to fifth.
  public var metatarsals: [Double]
  /// Under the hallux.
  public var hallux: Double
  /// Under each of the other toes.
  public var toes: Double
  /// Body weight that the pattern belongs to, kg.
  public var bodyMass: Double

  /// Creates a pattern.
  public init(
    heel: Double, midfoot: Double, medialMidfoot: Double, metatarsals: [Double], hallux: Double, toes: Double,
    bodyMass: Double
  ) {
    precondition(metatarsals.count == 5, "five metatarsal heads")
    self.heel = heel
    self.midfoot = midfoot
    self.medialMidfoot = medialMidfoot
    self.metatarsals = metatarsals
    self.hallux = hallux
    self.toes = toes
    self.bodyMass = bodyMass
  }

  /// An ordinary foot, near the regional means of Putti 2008 (heel 313, MT2 361, MT3 330, hallux 321 kPa).
  public static let ordinary = FootPressurePattern(
    heel: 318, midfoot: 62, medialMidfoot: 0, metatarsals: [200, 262, 222, 150, 120], hallux: 315, toes: 130,
    bodyMass: 75)

  /// A flat foot that pushes off over its second and third metatarsal heads.
  public static let flat = FootPressurePattern(
    heel: 262, midfoot: 95, medialMidfoot: 58, metatarsals: [150, 285, 235, 150, 95], hallux: 205, toes: 110,
    bodyMass: 84)

  /// A cavus foot: nothing in midfoot, much under the heel and the first and fifth metatarsal heads.
  public static let cavus = FootPressurePattern(
    heel: 370, midfoot: 0, medialMidfoot: 0, metatarsals: [330, 165, 130, 140, 285], hallux: 250, toes: 70,
    bodyMass: 68)
}
