extension ClippedGrid {
  /// Walks the cells of the grid once and collects vertices and triangles.
  struct Cutter {
    let layout: GridLayout
    let lines: BoundaryLines
    /// The closest side of the lines, and the squared distance to it, for nodes on edges that the lines cross.
    let nearestSide: [Int32]
    let squaredDistance: [Double]
    private(set) var points: [Vector2] = []
    private(set) var nodes: [Int32] = []
    private(set) var triangles: [Triangle] = []
    private(set) var boundary: [BoundaryVertex] = []

    private var states: [NodeState]
    /// Vertex of each node, or −1.
    private var vertexOfNode: [Int32]
    /// Vertices on crossed edges.
    private var vertexOfEdge = EdgeTable()
    /// Up to two boundary edges leaving each boundary vertex, as indices into `boundary`, or −1.
    private var leaving: [(Int32, Int32)] = []
    private var hasPinch = false

    init(
      layout: GridLayout, lines: BoundaryLines, states: [NodeState], nearestSide: [Int32], squaredDistance: [Double]
    ) {
      self.layout = layout
      self.lines = lines
      self.states = states
      self.nearestSide = nearestSide
      self.squaredDistance = squaredDistance
      vertexOfNode = [Int32](repeating: -1, count: layout.count)
    }

    mutating func cutAllCells() {
      let columns = layout.columns
      points.reserveCapacity(layout.count)
      nodes.reserveCapacity(layout.count)
      triangles.reserveCapacity(layout.count * 2)
      for row in 0..<layout.rows - 1 {
        for column in 0..<columns - 1 {
          let a = row * columns + column
          let b = a + 1
          let c = a + columns + 1
          let d = a + columns
          let sum =
            states[a].rawValue &+ states[b].rawValue &+ states[c].rawValue &+ states[d].rawValue
          if sum < 2 { continue }
          if sum == 8 {
            let corner = vertex(a)
            let opposite = vertex(c)
            triangles.append(Triangle(UInt32(corner), UInt32(vertex(b)), UInt32(opposite)))
            triangles.append(Triangle(UInt32(corner), UInt32(opposite), UInt32(vertex(d))))
          } else {
            cut(a, b, c)
            cut(a, c, d)
          }
        }
      }
    }

    /// Clips one triangle of nodes, given anticlockwise.
    mutating func cut(_ a: Int, _ b: Int, _ c: Int) {
      let sum = states[a].rawValue &+ states[b].rawValue &+ states[c].rawValue
      if sum == 6 {
        triangles.append(Triangle(UInt32(vertex(a)), UInt32(vertex(b)), UInt32(vertex(c))))
        return
      }
      guard states[a] == .inside || states[b] == .inside || states[c] == .inside else { return }
      var polygon: [Int32] = []
      for (node, following) in [(a, b), (b, c), (c, a)] {
        if states[node] != .outside { polygon.append(vertex(node)) }
        if states[node] != .snapped, states[following] != .snapped, states[node] != states[following] {
          polygon.append(crossing(node, following))
        }
      }
      let count = polygon.count
      for index in 0..<count { noteEdge(polygon[index], polygon[index + 1 == count ? 0 : index + 1]) }
      let p = polygon.map { UInt32($0) }
      if count == 3 {
        triangles.append(Triangle(p[0], p[1], p[2]))
      } else if count == 4 {
        // The shorter diagonal leaves the larger angles.
        let first = points[Int(p[0])] - points[Int(p[2])]
        let second = points[Int(p[1])] - points[Int(p[3])]
        if first.dot(first) <= second.dot(second) {
          triangles.append(Triangle(p[0], p[1], p[2]))
          triangles.append(Triangle(p[0], p[2], p[3]))
        } else {
          triangles.append(Triangle(p[0], p[1], p[3]))
          triangles.append(Triangle(p[1], p[2], p[3]))
        }
      }
    }

    /// The vertex of a node that is inside or snapped.
    private mutating func vertex(_ node: Int) -> Int32 {
      let known = vertexOfNode[node]
      if known >= 0 { return known }
      let number = Int32(points.count)
      vertexOfNode[node] = number
      let position = layout.position(node)
      if states[node] == .inside {
        points.append(position)
        nodes.append(Int32(node))
      } else {
        let side = Int(nearestSide[node])
        addBoundary(side: side, share: lines.closest(side: side, to: position).share)
      }
      return number
    }

    /// The vertex where the edge between an inside and an outside node meets the line.
    private mutating func crossing(_ a: Int, _ b: Int) -> Int32 {
      // No two edges of a triangulation have the same middle, here counted in half spacings.
      let rows = a / layout.columns + b / layout.columns
      let middle = a + b + rows * layout.columns
      let number = Int32(points.count)
      let known = vertexOfEdge.value(for: middle, orNew: number)
      if known != number { return known }
      let near = squaredDistance[a].squareRoot()
      let far = squaredDistance[b].squareRoot()
      let share = near + far > 0 && near.isFinite && far.isFinite ? near / (near + far) : 0.5
      let guess = layout.position(a) * (1 - share) + layout.position(b) * share
      let start = nearestSide[a] >= 0 ? nearestSide[a] : max(nearestSide[b], 0)
      let place = lines.closest(from: Int(start), to: guess)
      addBoundary(side: place.side, share: place.share)
      return number
    }

    private mutating func addBoundary(side: Int, share: Double) {
      nodes.append(Int32(-1 - boundary.count))
      boundary.append(BoundaryVertex(vertex: Int32(points.count), side: Int32(side), share: share))
      points.append(lines.point(side: side, share: share))
      leaving.append((-1, -1))
    }

    /// Remembers an edge between two boundary vertices; one met in both directions is none of the boundary.
    private mutating func noteEdge(_ a: Int32, _ b: Int32) {
      let from = -1 - nodes[Int(a)]
      let to = -1 - nodes[Int(b)]
      guard from >= 0, to >= 0 else { return }
      if leaving[Int(to)].0 == from {
        leaving[Int(to)].0 = -1
      } else if leaving[Int(to)].1 == from {
        leaving[Int(to)].1 = -1
      } else if leaving[Int(from)].0 < 0 {
        leaving[Int(from)].0 = to
      } else if leaving[Int(from)].1 < 0 {
        leaving[Int(from)].1 = to
      } else {
        hasPinch = true
      }
    }

    /// Joins the boundary edges into loops, one per line, each running along its line without turning back.
    func joinedLoops() throws(SolidError) -> [[Int32]] {
      var next = [Int32](repeating: -1, count: boundary.count)
      for (index, edges) in leaving.enumerated() {
        guard !hasPinch, edges.0 < 0 || edges.1 < 0 else {
          throw SolidError(.outlineTooNarrow, at: points[Int(boundary[index].vertex)])
        }
        next[index] = max(edges.0, edges.1)
      }
      var loops: [[Int32]] = []
      for line in 0..<lines.starts.count - 1 {
        let sides = Int32(lines.starts[line])..<Int32(lines.starts[line + 1])
        let members = boundary.indices.filter { next[$0] >= 0 && sides.contains(boundary[$0].side) }
        // Each loop starts at its lowest place, so that it climbs from there to its end.
        guard let first = members.min(by: { isBefore(boundary[$0], boundary[$1]) }) else {
          throw SolidError(.outlineTooNarrow, at: lines.points[lines.starts[line]])
        }
        var loop: [Int32] = []
        var current = Int32(first)
        repeat {
          if let last = loop.last, !isBefore(boundary[Int(last)], boundary[Int(current)]) {
            throw SolidError(.outlineTooSharp, at: points[Int(boundary[Int(current)].vertex)])
          }
          loop.append(current)
          current = next[Int(current)]
        } while current >= 0 && current != Int32(first) && loop.count <= members.count
        guard current == Int32(first), loop.count == members.count else {
          throw SolidError(.outlineTooNarrow, at: points[Int(boundary[first].vertex)])
        }
        loops.append(loop)
      }
      return loops
    }

    private func isBefore(_ a: BoundaryVertex, _ b: BoundaryVertex) -> Bool {
      a.side < b.side || (a.side == b.side && a.share < b.share)
    }
  }
}
