/// The width of the forefoot's contact, in which the metatarsal strips are counted: 0 at its medial border, 1 at its lateral.
///
/// ```
///   0   .15   .30 .385 .47 .555 .64 .725 .81 .905  1      share
///   |    1     |   2    |   3    |    4   |   5    |      strips, the heads in their middles
/// ```
/// The heads of MT1 and MT5 are the middles of the first and the last strip; skin beside the contact does not count. Regions, tissue and
/// rays all count by it, so that a head has its own tissue and lies on its own ray.
struct ForefootWidth: Sendable {
  /// Medial border, mm.
  let medial: Double
  /// From border to border, mm.
  let width: Double

  /// The width that belongs to a foot's heads.
  init(landmarks: Landmarks, length: Double) {
    let first = FootProportions.metatarsalMiddles[0]
    let last = FootProportions.metatarsalMiddles[4]
    let (mt1, mt5) = (landmarks.mt1.position.x, landmarks.mt5.position.x)
    width = max((mt5 - mt1) / (last - first), FootProportions.leastForefootWidth * length)
    medial = (mt1 + mt5) / 2 - width * (first + last) / 2
  }

  /// Where a coordinate lies across the forefoot.
  func share(atX x: Double) -> Double { (x - medial) / width }

  /// The head on the medial side of a share, 0 to 3, and how far on the way from it to the next; the outer heads reach to the borders.
  static func betweenHeads(_ share: Double) -> (head: Int, part: Double) {
    let middles = FootProportions.metatarsalMiddles
    guard let next = middles.firstIndex(where: { $0 > share }) else { return (middles.count - 2, 1) }
    guard next > 0 else { return (0, 0) }
    return (next - 1, (share - middles[next - 1]) / (middles[next] - middles[next - 1]))
  }
}
