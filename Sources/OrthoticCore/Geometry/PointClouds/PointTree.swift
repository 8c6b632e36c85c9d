/// An octree over points, for distances to the nearest neighbours of all of them at once.
///
/// Points lie in Morton order; small neighbouring cubes are joined into leaves of some twenty points.
struct PointTree: Sendable {
  /// Points in a leaf at most.
  static let leafSize = 24
  /// Coordinates beyond this are brought to it: the squares of larger ones leave single precision.
  private static let farthest = 1e15

  /// A box of the tree, tight around its points.
  struct Node: Sendable {
    var low = SIMD4<Float>(repeating: .infinity)
    var high = SIMD4<Float>(repeating: -.infinity)
    /// First child.
    var first: Int32 = 0
    /// Number of children; 0 for a leaf.
    var children: Int32 = 0
    /// First point, in the order of the tree.
    var start: Int32 = 0
    /// Number of points.
    var count: Int32 = 0

    /// Squared distance between two boxes.
    @inline(__always) func distance(to other: Node) -> Float {
      (low - other.high).positiveSquare(with: other.low - high)
    }

    /// Squared distance to a point.
    @inline(__always) func distance(to point: SIMD4<Float>) -> Float {
      (low - point).positiveSquare(with: point - high)
    }

    /// Grows around something else.
    fileprivate mutating func include(_ otherLow: SIMD4<Float>, _ otherHigh: SIMD4<Float>) {
      low.replace(with: otherLow, where: otherLow .< low)
      high.replace(with: otherHigh, where: otherHigh .> high)
    }
  }

  /// Numbers of the points in the order of the tree.
  private(set) var order: [UInt32]
  /// The points in that order, seen from the middle one.
  private(set) var places: [SIMD4<Float>] = []
  private(set) var nodes: [Node] = []
  /// The leaves in the order of their points, as numbers of nodes.
  private(set) var leaves: [Int32] = []

  /// Builds the tree over finite points.
  init?(_ given: [Vector3]) {
    guard given.count <= Int(Int32.max), let all = Bounds(given) else { return nil }
    let corners = [all.minimum, all.maximum]
    let points = corners == corners.map(Self.near) ? given : given.map(Self.near)
    guard let box = Bounds(corners.map(Self.near)) else { return nil }
    let curve = MortonOrder(points, box: box)
    order = Parallel.array(count: points.count, grain: 1 << 14) { curve.number(at: $0) }
    grow(curve, points)
    let order = order
    // Most points lie around the middle one along the curve, and keep their last digits, wherever strays are.
    let origin = points[Int(order[order.count / 2])]
    places = Parallel.array(count: points.count, grain: 1 << 14) { place in
      let p = points[Int(order[place])] - origin
      return SIMD4<Float>(Float(p.x), Float(p.y), Float(p.z), 0)
    }
    fitBoxes()
  }

  /// A point, brought near enough to compute with.
  private static func near(_ point: Vector3) -> Vector3 {
    func near(_ value: Double) -> Double { min(max(value, -farthest), farthest) }
    return Vector3(near(point.x), near(point.y), near(point.z))
  }

  /// A node that may be split: its cube lies `level` halvings above the smallest ones of a curve, whose first point is
  /// the tree's at `start`.
  private struct Open {
    var node: Int
    var level: Int
    var curve: MortonOrder
    var start: Int
  }

  /// Splits cubes, so that the children of a node lie together behind it.
  private mutating func grow(_ curve: MortonOrder, _ points: [Vector3]) {
    nodes = [Node(count: Int32(points.count))]
    var open = [Open(node: 0, level: curve.bits, curve: curve, start: 0)]
    while var next = open.popLast() {
      let node = nodes[next.node]
      guard node.count > Self.leafSize else {
        leaves.append(Int32(next.node))
        continue
      }
      if next.level == 0 { refine(&next, points) }
      let end = Int(node.start + node.count)
      var from = Int(node.start)
      let first = nodes.count
      while from < end {
        // Points as good as equal are cut into eighths as they come.
        let to =
          next.level == 0
          ? min(from + (Int(node.count) + 7) / 8, end)
          : next.start + next.curve.endOfCube(from: from - next.start, end: end - next.start, level: next.level - 1)
        // Halves, quarters and so on of a cube that fit into one leaf stay together.
        if nodes.count > first, Int(nodes[nodes.count - 1].count) + to - from <= Self.leafSize {
          nodes[nodes.count - 1].count += Int32(to - from)
        } else {
          nodes.append(Node(start: Int32(from), count: Int32(to - from)))
        }
        from = to
      }
      nodes[next.node].first = Int32(first)
      nodes[next.node].children = Int32(nodes.count - first)
      // The first child is opened next, so that leaves come in the order of their points.
      for child in (first..<nodes.count).reversed() {
        open.append(Open(node: child, level: max(next.level - 1, 0), curve: next.curve, start: next.start))
      }
    }
  }

  /// Lays a finer curve through a smallest cube that holds many points: one stray far away makes all cubes large.
  ///
  /// Points that are as good as equal stay as they are.
  private mutating func refine(_ open: inout Open, _ points: [Vector3]) {
    let node = nodes[open.node]
    let range = Int(node.start)..<Int(node.start + node.count)
    let numbers = Array(order[range])
    let inside = numbers.map { points[Int($0)] }
    guard let box = Bounds(inside), MortonOrder.isSpread(box) else { return }
    let curve = MortonOrder(inside, box: box)
    for (place, number) in zip(range, curve.words.indices) { order[place] = numbers[Int(curve.number(at: number))] }
    open = Open(node: open.node, level: curve.bits, curve: curve, start: range.lowerBound)
  }

  /// Boxes of the leaves around their points, then of the nodes around their children, which lie behind them.
  private mutating func fitBoxes() {
    let nodes = self.nodes
    let leaves = self.leaves
    let places = self.places
    let fitted = Parallel.array(count: leaves.count, grain: 1 << 10) { leaf in
      var node = nodes[Int(leaves[leaf])]
      for place in Int(node.start)..<Int(node.start + node.count) { node.include(places[place], places[place]) }
      return node
    }
    for (leaf, node) in zip(leaves, fitted) { self.nodes[Int(leaf)] = node }
    for index in self.nodes.indices.reversed() where self.nodes[index].children > 0 {
      var node = self.nodes[index]
      for child in Int(node.first)..<Int(node.first + node.children) {
        node.include(self.nodes[child].low, self.nodes[child].high)
      }
      self.nodes[index] = node
    }
  }

  /// Mean distance of every point to its `neighbors` nearest others, in the order of the tree.
  ///
  /// - Parameter neighbors: at least 1 and fewer than there are points.
  func meanDistances(neighbors: Int) -> [Float] {
    let chunk = 256
    return Parallel.map(count: (leaves.count + chunk - 1) / chunk) { number in
      var search = NeighborSearch(self, neighbors: neighbors)
      var means: [Float] = []
      for leaf in (number * chunk)..<min((number + 1) * chunk, leaves.count) {
        search.appendMeans(ofLeaf: leaves[leaf], to: &means)
      }
      return means
    }.flatMap { $0 }
  }
}
