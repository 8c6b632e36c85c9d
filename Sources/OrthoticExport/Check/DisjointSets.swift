/// Numbers that are joined step by step into sets, each known by its lowest number.
struct DisjointSets {
  private var parent: [UInt32]

  /// Each of the numbers from 0 on a set of its own.
  init(count: Int) { parent = (0..<UInt32(count)).map { $0 } }

  /// The lowest number of the set that holds a number.
  mutating func root(_ start: UInt32) -> UInt32 {
    var node = start
    while parent[Int(node)] != node {
      // Halving the path keeps it short.
      parent[Int(node)] = parent[Int(parent[Int(node)])]
      node = parent[Int(node)]
    }
    return node
  }

  /// Makes the sets of two numbers one.
  mutating func join(_ first: UInt32, _ second: UInt32) {
    let (a, b) = (root(first), root(second))
    if a != b { parent[Int(max(a, b))] = min(a, b) }
  }
}
