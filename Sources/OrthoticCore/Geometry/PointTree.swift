/// An octree over points, for distances to the nearest neighbours of all of them at once.
///
/// Points lie in Morton order, in leaves of at most 32; a leaf's coordinates fill whole vectors of eight floats, so that
/// eight distances are computed at a time. All points of a leaf search together: they share the walk through the tree.
struct PointTree: Sendable {
  /// Points in a leaf at most.
  static let leafSize = 32

  /// A box of the tree, tight around its points.
  struct Node: Sendable {
    var low = SIMD4<Float>(repeating: .infinity)
    var high = SIMD4<Float>(repeating: -.infinity)
    /// First child, or for a leaf its first vector.
    var first: Int32 = 0
    /// Number of children; 0 for a leaf.
    var children: Int32 = 0
    /// Number of points of a leaf, and its first point in Morton order.
    var count: Int32 = 0
    var start: Int32 = 0

    /// Squared distance between two boxes.
    @inline(__always) func distance(to other: Node) -> Float {
      let gap = pointwiseMax(pointwiseMax(low - other.high, other.low - high), SIMD4<Float>(repeating: 0))
      return (gap * gap).sum()
    }

    /// Squared distance to a point.
    @inline(__always) func distance(to point: SIMD4<Float>) -> Float {
      let gap = pointwiseMax(pointwiseMax(low - point, point - high), SIMD4<Float>(repeating: 0))
      return (gap * gap).sum()
    }
  }

  /// Numbers of the points in the order of the tree.
  let order: [UInt32]
  private(set) var nodes: [Node] = []
  /// The leaves in Morton order, as numbers of nodes.
  private(set) var leaves: [Int32] = []
  private var xs: [SIMD8<Float>] = []
  private var ys: [SIMD8<Float>] = []
  private var zs: [SIMD8<Float>] = []

  /// Builds the tree over finite points.
  init?(_ points: [Vector3]) {
    guard let box = Bounds(points), points.count <= Int(Int32.max) else { return nil }
    let sorted = MortonOrder(points, box: box)
    order = sorted.order
    grow(sorted.keys)
    leaves = nodes.indices.filter { nodes[$0].children == 0 }.sorted { nodes[$0].start < nodes[$1].start }
      .map { Int32($0) }
    fillLeaves(points, origin: box.center)
    for index in nodes.indices.reversed() where nodes[index].children > 0 {
      for child in 0..<Int(nodes[index].children) {
        let other = nodes[Int(nodes[index].first) + child]
        nodes[index].low = pointwiseMin(nodes[index].low, other.low)
        nodes[index].high = pointwiseMax(nodes[index].high, other.high)
      }
    }
  }

  /// Splits ranges of keys, breadth first, so that the children of a node lie together behind it.
  private mutating func grow(_ keys: [UInt64]) {
    nodes = [Node(count: Int32(keys.count))]
    var levels = [MortonOrder.bits]
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      let level = levels[next]
      if node.count > Self.leafSize {
        let start = Int(node.start)
        let end = start + Int(node.count)
        var from = start
        let first = nodes.count
        while from < end {
          // Points in the same smallest cell are cut into leaves as they come.
          let to =
            level == 0
            ? min(from + Self.leafSize, end) : Self.end(of: keys[from] >> UInt64(3 * level - 3), keys, from, end, level)
          nodes.append(Node(count: Int32(to - from), start: Int32(from)))
          levels.append(max(level - 1, 0))
          from = to
        }
        nodes[next].first = Int32(first)
        nodes[next].children = Int32(nodes.count - first)
      }
      next += 1
    }
  }

  /// End of the keys that share a prefix.
  private static func end(of prefix: UInt64, _ keys: [UInt64], _ from: Int, _ end: Int, _ level: Int) -> Int {
    var low = from
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] >> UInt64(3 * level - 3) > prefix { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func fillLeaves(_ points: [Vector3], origin: Vector3) {
    let far = SIMD8<Float>(repeating: .infinity)
    for leaf in leaves {
      let start = Int(nodes[Int(leaf)].start)
      let count = Int(nodes[Int(leaf)].count)
      nodes[Int(leaf)].first = Int32(xs.count)
      for block in stride(from: 0, to: count, by: 8) {
        var (x, y, z) = (far, far, far)
        for lane in 0..<min(8, count - block) {
          let p = points[Int(order[start + block + lane])] - origin
          let place = SIMD4<Float>(Float(p.x), Float(p.y), Float(p.z), 0)
          (x[lane], y[lane], z[lane]) = (place.x, place.y, place.z)
          nodes[Int(leaf)].low = pointwiseMin(nodes[Int(leaf)].low, place)
          nodes[Int(leaf)].high = pointwiseMax(nodes[Int(leaf)].high, place)
        }
        xs.append(x)
        ys.append(y)
        zs.append(z)
      }
    }
  }

  /// Mean distance of every point to its `neighbors` nearest others, in the order of the tree.
  ///
  /// - Parameter neighbors: at least 1 and fewer than there are points.
  func meanDistances(neighbors: Int) -> [Float] {
    let chunk = 256
    return Parallel.map(count: (leaves.count + chunk - 1) / chunk) { number in
      var search = LeafSearch(tree: self, neighbors: neighbors)
      var result: [Float] = []
      for leaf in (number * chunk)..<min((number + 1) * chunk, leaves.count) {
        search.run(leaf)
        search.appendMeans(to: &result)
      }
      return result
    }.flatMap { $0 }
  }

  /// The search of one leaf's points.
  private struct LeafSearch {
    let tree: PointTree
    /// Distances kept per point: the point itself is its own nearest.
    private let kept: Int
    private var queries: [SIMD4<Float>] = []
    /// Squared distances kept so far, `kept` per point, ascending.
    private var best: [Float]
    private var near: [(distance: Float, node: Int32)] = []
    private var stack: [Int32] = []

    init(tree: PointTree, neighbors: Int) {
      self.tree = tree
      kept = neighbors + 1
      best = [Float](repeating: .infinity, count: (neighbors + 1) * PointTree.leafSize)
    }

    mutating func run(_ leaf: Int) {
      let own = tree.nodes[Int(tree.leaves[leaf])]
      queries.removeAll(keepingCapacity: true)
      for index in 0..<Int(own.count) {
        let block = Int(own.first) + index / 8
        queries.append(SIMD4<Float>(tree.xs[block][index % 8], tree.ys[block][index % 8], tree.zs[block][index % 8], 0))
      }
      for slot in 0..<(kept * queries.count) { best[slot] = .infinity }
      visit(own)
      // The neighbours along the curve give a first bound.
      var (from, to) = (leaf, leaf)
      var seen = Int(own.count)
      while seen < 2 * kept, from > 0 || to < tree.leaves.count - 1 {
        if from > 0 {
          from -= 1
          visit(tree.nodes[Int(tree.leaves[from])])
          seen += Int(tree.nodes[Int(tree.leaves[from])].count)
        }
        if to < tree.leaves.count - 1 {
          to += 1
          visit(tree.nodes[Int(tree.leaves[to])])
          seen += Int(tree.nodes[Int(tree.leaves[to])].count)
        }
      }
      var bound: Float = 0
      for query in queries.indices { bound = max(bound, best[query * kept + kept - 1]) }
      // What has been visited lies between these points.
      let first = tree.nodes[Int(tree.leaves[from])].start
      let last = tree.nodes[Int(tree.leaves[to])].start
      near.removeAll(keepingCapacity: true)
      stack.append(0)
      while let index = stack.popLast() {
        let node = tree.nodes[Int(index)]
        let distance = node.distance(to: own)
        guard distance < bound else { continue }
        if node.children == 0 {
          if node.start < first || node.start > last { near.append((distance, index)) }
        } else {
          for child in 0..<node.children { stack.append(node.first + child) }
        }
      }
      near.sort { ($0.distance, $0.node) < ($1.distance, $1.node) }
      for (_, node) in near { visit(tree.nodes[Int(node)]) }
    }

    /// Compares the points of a leaf with all queries that it may be near to.
    private mutating func visit(_ leaf: Node) {
      let blocks = Int(leaf.first)..<(Int(leaf.first) + (Int(leaf.count) + 7) / 8)
      for query in queries.indices {
        let point = queries[query]
        let last = query * kept + kept - 1
        var worst = best[last]
        guard leaf.distance(to: point) < worst else { continue }
        for block in blocks {
          let dx = tree.xs[block] - point.x
          let dy = tree.ys[block] - point.y
          let dz = tree.zs[block] - point.z
          let squares = dx * dx + dy * dy + dz * dz
          let closer = squares .< worst
          guard any(closer) else { continue }
          for lane in 0..<8 where squares[lane] < worst {
            let value = squares[lane]
            var slot = last
            while slot > query * kept, best[slot - 1] > value {
              best[slot] = best[slot - 1]
              slot -= 1
            }
            best[slot] = value
            worst = best[last]
          }
        }
      }
    }

    func appendMeans(to result: inout [Float]) {
      for query in queries.indices {
        var sum: Float = 0
        for slot in (query * kept)..<((query + 1) * kept) { sum += best[slot].squareRoot() }
        result.append(sum / Float(kept - 1))
      }
    }
  }
}
