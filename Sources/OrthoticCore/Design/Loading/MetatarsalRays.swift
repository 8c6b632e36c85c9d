/// The five metatarsal rays of a foot: where they hinge, where they bear, and what resists their lift.
///
/// ```
///      toes move with their head
///   ──●──●──●──●──●──   heads: leverage 1          y ↑
///      \  |  |  |  /
///       ───────────     hinge: leverage 0
/// ```
/// A ray's lift is counted at its head. Between the middles of two strips their rays share a place.
enum MetatarsalRays {
  /// From hinge to head, share of the foot's length, ray 1 to 5: metatarsal with the joint behind it, from proportions of
  /// the foot's skeleton.
  static let lengths = [0.25, 0.29, 0.28, 0.275, 0.27]
  /// Stiffness of each ray at its head, N/mm; the sensitivity set takes ¼ to 2 times as much.
  ///
  /// By the mobility of the joints behind them, 3.5/0.6/1.6/9.6/10.2° (Ouzounian & Shereff 1989), the second and third are
  /// the stiffest. A teardrop pad lifts the second head by 0.62 mm in gait (Koenraadt 2012), which fits 15 to 25 N/mm; 50 N lift the first
  /// by 7 to 14 mm of its whole travel in cadavers, 3.6 to 7 N/mm (Foot Ankle Int 2008); 600 feet show 7.2 mm (Biz 2016).
  static let springs = [15.0, 30, 25, 10, 8]
  /// What ties neighbouring heads together, as a share of the mean of their springs: 0.2 to 0.4, by judgement.
  static let tie = 0.3

  /// The rays on a contact grid.
  static func springs(of frame: DesignFrame, on layout: GridLayout) -> RaySprings {
    let heads = (1...RaySprings.count).map { frame.head($0) }
    let forefoot = ForefootWidth(landmarks: frame.landmarks, length: frame.length)
    var first = [Int](repeating: 0, count: layout.count)
    var leverage = [Double](repeating: 0, count: layout.count)
    var next = leverage
    for node in 0..<layout.count {
      let place = layout.position(node)
      let reach = (0..<RaySprings.count).map { ray in
        let length = lengths[ray] * frame.length
        return min(max((place.y - heads[ray].y) / length + 1, 0), 1)
      }
      guard reach.contains(where: { $0 > 0 }) else { continue }
      let (ray, part) = ForefootWidth.betweenHeads(forefoot.share(atX: place.x))
      first[node] = ray
      leverage[node] = (1 - part) * reach[ray]
      next[node] = part * reach[ray + 1]
    }
    let ties = (0..<RaySprings.count - 1).map { tie * (springs[$0] + springs[$0 + 1]) / 2 }
    return RaySprings(first: first, leverage: leverage, nextLeverage: next, springs: springs, ties: ties)
  }
}
