/// The points around a box, coordinate by coordinate, so that eight distances are computed at a time.
struct NeighborCandidates {
  /// Most points; more make the search for the nearest slow.
  static let most = 1024

  private var xs = [Float](repeating: .infinity, count: Self.most + 8)
  private var ys = [Float](repeating: .infinity, count: Self.most + 8)
  private var zs = [Float](repeating: .infinity, count: Self.most + 8)
  private var squares = [Float](repeating: .infinity, count: Self.most + 8)
  private var open: [Int32] = []
  /// How many there are.
  private(set) var count = 0

  /// Takes all points of a tree that are nearer to a box than the root of `radius`; `false` where they are too many.
  mutating func gather(from tree: PointTree, around box: PointTree.Node, within radius: Float) -> Bool {
    count = Self.fill(&xs, &ys, &zs, &open, tree, box, radius)
    return count <= Self.most
  }

  private static func fill(
    _ xs: inout [Float], _ ys: inout [Float], _ zs: inout [Float], _ open: inout [Int32], _ tree: PointTree,
    _ box: PointTree.Node, _ radius: Float
  ) -> Int {
    let nodes = tree.nodes.span
    let places = tree.places.span
    var xs = xs.mutableSpan
    var ys = ys.mutableSpan
    var zs = zs.mutableSpan
    var number = 0
    open.removeAll(keepingCapacity: true)
    open.append(0)
    while let index = open.popLast() {
      let node = nodes[Int(index)]
      guard node.distance(to: box) < radius else { continue }
      if node.children > 0 {
        for child in node.first..<(node.first &+ node.children) { open.append(child) }
        continue
      }
      guard number + Int(node.count) <= most else { return most + 1 }
      for place in Int(node.start)..<Int(node.start &+ node.count) {
        let point = places[place]
        xs[number] = point.x
        ys[number] = point.y
        zs[number] = point.z
        // Taken, or written over by the next one: no branch that is guessed wrong every other time.
        number &+= box.distance(to: point).countIfLess(than: radius)
      }
    }
    // Lanes that no point fills are infinitely far away.
    for place in number..<(number + 7) & ~7 { xs[place] = .infinity }
    return number
  }

  /// Writes the squared distances to a point that are below `radius` into `inside`; returns how many they are.
  ///
  /// Infinity fills the eight places behind them.
  mutating func collectSquares(to point: SIMD4<Float>, below radius: Float, into inside: inout [Float]) -> Int {
    Self.collect(count, xs, ys, zs, point, radius, &squares, &inside)
  }

  private static func collect(
    _ count: Int, _ xs: [Float], _ ys: [Float], _ zs: [Float], _ point: SIMD4<Float>, _ radius: Float,
    _ squares: inout [Float], _ inside: inout [Float]
  ) -> Int {
    let (xs, ys, zs) = (xs.span, ys.span, zs.span)
    var squares = squares.mutableSpan
    var inside = inside.mutableSpan
    for place in stride(from: 0, to: count, by: 8) {
      let dx = xs.lanes(at: place) - point.x
      let dy = ys.lanes(at: place) - point.y
      let dz = zs.lanes(at: place) - point.z
      squares.store(dx * dx + dy * dy + dz * dz, at: place)
    }
    var number = 0
    for place in 0..<count {
      inside[number] = squares[place]
      number &+= squares[place].countIfLess(than: radius)
    }
    for place in number..<number + 8 { inside[place] = .infinity }
    return number
  }
}
