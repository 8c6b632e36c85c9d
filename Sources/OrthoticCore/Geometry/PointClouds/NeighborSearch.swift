/// The search for the nearest neighbours of all points of a leaf, and of one leaf after the other.
///
/// Only the sum of the distances is wanted, so that nothing has to be sorted. A leaf's points share the points within
/// a radius that is guessed from the leaf before; in each point's squared distances that limit is found which just the
/// nearest lie below. What the guess was too small for, such as strays, walks down the tree alone.
struct NeighborSearch {
  private let tree: PointTree
  /// Distances per point: the point itself is its own nearest.
  private let wanted: Int
  /// Squared radius that the next leaf tries first; 0 before the first.
  private var guess: Float = 0
  private var near = NeighborCandidates()
  private var inside = [Float](repeating: .infinity, count: NeighborCandidates.most + 8)
  private var open: [(distance: Float, node: Int32)] = []
  private var best: [Float]

  /// How much the guess exceeds the largest squared radius of the leaf before.
  private static let margin: Float = 1.3
  /// How often a leaf tries with another radius.
  private static let rounds = 3

  /// A search for some neighbours of each point.
  init(_ tree: PointTree, neighbors: Int) {
    self.tree = tree
    wanted = neighbors + 1
    best = [Float](repeating: .infinity, count: neighbors + 2)
  }

  /// Appends the mean distances of a leaf's points to their neighbours.
  mutating func appendMeans(ofLeaf leaf: Int32, to means: inout [Float]) {
    let tree = tree
    let own = tree.nodes[Int(leaf)]
    let places = Int(own.start)..<Int(own.start + own.count)
    let first = means.count
    means.append(contentsOf: repeatElement(-1, count: places.count))
    var missing = places.count
    var largest: Float = 0
    var radius = guess
    for _ in 0..<Self.rounds where missing > 0 && radius > 0 {
      guard near.gather(from: tree, around: own, within: radius) else {
        radius *= 0.5
        continue
      }
      for (index, place) in places.enumerated() where near.count >= wanted && means[first + index] < 0 {
        let found = near.collectSquares(to: tree.places[place], below: radius, into: &inside)
        guard found >= wanted else { continue }
        let (sum, limit) = Self.nearest(wanted, of: found, in: inside, below: radius, &best)
        means[first + index] = sum / Float(wanted - 1)
        largest = max(largest, limit)
        missing -= 1
      }
      radius *= 2
    }
    for (index, place) in places.enumerated() where missing > 0 && means[first + index] < 0 {
      let (sum, farthest) = Self.walk(tree, from: tree.places[place], wanted, &open, &best)
      means[first + index] = sum / Float(wanted - 1)
      // A stray's distance says nothing about the leaf after it.
      largest = max(largest, guess > 0 ? min(farthest, 4 * guess) : farthest)
    }
    guess = largest * Self.margin
  }

  /// Sum of the roots of the `wanted` smallest among the first `count` squares, and a limit just above them.
  ///
  /// - Parameter radius: a limit that at least `wanted` squares lie below.
  private static func nearest(
    _ wanted: Int, of count: Int, in squares: [Float], below radius: Float, _ best: inout [Float]
  ) -> (sum: Float, limit: Float) {
    let squares = squares.span
    var best = best.mutableSpan
    var low: (limit: Float, count: Int) = (0, 0)
    var high: (limit: Float, count: Int) = (radius, count)
    var tries = 0
    while high.count > wanted {
      // On a surface the number of neighbours grows like the squared radius.
      let share = tries < 6 ? Float(wanted - low.count) / Float(high.count - low.count) : 0.5
      let limit = low.limit + (high.limit - low.limit) * share
      // Nothing between both: the squares in question are equal.
      guard limit > low.limit, limit < high.limit else { break }
      tries += 1
      var lanes = SIMD8<Int32>(repeating: 0)
      for place in stride(from: 0, to: count, by: 8) {
        lanes = lanes.replacing(with: lanes &+ 1, where: squares.lanes(at: place) .< limit)
      }
      let below = Int(lanes.wrappedSum())
      if below < wanted { low = (limit, below) } else { high = (limit, below) }
    }
    let (limit, below) = high.count == wanted ? high : low
    var number = 0
    for place in 0..<count {
      best[number] = squares[place]
      number &+= squares[place].countIfLess(than: limit)
    }
    var sum: Float = 0
    for place in 0..<number { sum += best[place].squareRoot() }
    return (sum + Float(wanted - below) * limit.squareRoot(), high.limit)
  }

  /// The same for a point alone, and the largest square: nearest boxes first.
  private static func walk(
    _ tree: PointTree, from point: SIMD4<Float>, _ wanted: Int, _ open: inout [(distance: Float, node: Int32)],
    _ best: inout [Float]
  ) -> (sum: Float, farthest: Float) {
    let nodes = tree.nodes.span
    let places = tree.places.span
    var best = best.mutableSpan
    let last = wanted - 1
    for slot in 0...last { best[slot] = .infinity }
    var farthest = Float.infinity
    open.append((0, 0))
    while let (distance, index) = open.popLast() {
      guard distance < farthest else { continue }
      let node = nodes[Int(index)]
      let start = open.count
      for child in node.first..<(node.first + node.children) {
        let entry = (distance: nodes[Int(child)].distance(to: point), node: child)
        guard entry.distance < farthest else { continue }
        // The nearest last, to be taken first.
        var slot = open.count
        open.append(entry)
        while slot > start, open[slot - 1].distance < entry.distance {
          open[slot] = open[slot - 1]
          slot -= 1
        }
        open[slot] = entry
      }
      guard node.children == 0 else { continue }
      for place in Int(node.start)..<Int(node.start + node.count) {
        let gap = places[place] - point
        let squares = gap * gap
        let square = squares.x + squares.y + squares.z
        guard square < farthest else { continue }
        var slot = last
        while slot > 0, best[slot - 1] > square {
          best[slot] = best[slot - 1]
          slot -= 1
        }
        best[slot] = square
        farthest = best[last]
      }
    }
    var sum: Float = 0
    for slot in 0...last { sum += best[slot].squareRoot() }
    return (sum, farthest)
  }
}
