/// Where the regions of a sole end, as shares of its length and of the width of its forefoot.
///
/// ```
///   heel 0.27   midfoot 0.55        shares of foot length from the heel
///   mt1 0.30 | mt2 0.47 | mt3 0.64 | mt4 0.81 |     shares of the forefoot's width from medial
///   hallux, toes        found in the picture's valleys, unless they are given
/// ```
public struct RegionBorders: Equatable, Sendable {
  /// End of the heel, share of foot length.
  public var heel = FootProportions.heelEnd
  /// End of the midfoot, share of foot length.
  public var midfoot = FootProportions.midfootEnd
  /// Lateral borders of the first to the fourth metatarsal strip, shares of the forefoot's width from medial.
  public var metatarsals = FootProportions.metatarsalBorders
  /// Border between hallux and second toe, share of the forefoot's width from medial; `nil` for the picture's valley.
  public var hallux: Double?
  /// How far the toes begin in front of the line from MT1 to MT5, share of foot length; `nil` for the picture's valley.
  public var toes: Double?
  /// Whether cells that a border crosses are left out of every region but the whole; else their middle decides.
  public var wholeCellsOnly = false

  /// The usual borders.
  public init() {}

  /// Three parts as the R package pressuRe draws them: the toes belong to the forefoot, and sensors that a border crosses
  /// to no part.
  ///
  /// Its borders follow paths of least pressure and are not published as numbers; straight ones come nearest to it at
  /// these shares, which are 30 and 53 % of its print.
  public static let simple: RegionBorders = {
    var borders = RegionBorders()
    borders.heel = 0.31
    borders.toes = 0.29
    borders.wholeCellsOnly = true
    return borders
  }()

  /// The names by which `set` knows the borders, in the order from heel to toes.
  public static let names = ["heel", "midfoot", "mt1", "mt2", "mt3", "mt4", "hallux", "toes"]

  /// Sets a border by its name; `false` where there is none of that name.
  public mutating func set(_ name: String, to share: Double) -> Bool {
    switch name {
    case "heel": heel = share
    case "midfoot": midfoot = share
    case "mt1", "mt2", "mt3", "mt4": metatarsals[(Self.names.firstIndex(of: name) ?? 2) - 2] = share
    case "hallux": hallux = share
    case "toes": toes = share
    default: return false
    }
    return true
  }

  /// Whether the borders follow each other on a foot.
  public var areInOrder: Bool {
    let strips = [0] + metatarsals + [1]
    return heel > 0 && midfoot > heel && midfoot < 0.9 && zip(strips, strips.dropFirst()).allSatisfy { $0 < $1 }
      && hallux.map { $0 > 0 && $0 < 1 } ?? true && toes.map { $0 >= 0 && $0 < 0.3 } ?? true
  }
}
