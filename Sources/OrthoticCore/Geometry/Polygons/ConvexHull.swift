extension Outline {
  /// The convex hull of points, anticlockwise (Andrew's monotone chain, 1979).
  init(hullOf points: [Vector2]) {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func chain(_ points: [Vector2]) -> [Vector2] {
      var chain: [Vector2] = []
      for p in points {
        while chain.count > 1, (chain[chain.count - 1] - chain[chain.count - 2]).cross(p - chain[chain.count - 1]) <= 0
        {
          chain.removeLast()
        }
        chain.append(p)
      }
      return chain
    }
    self.init(points: Array(chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()))
  }
}
