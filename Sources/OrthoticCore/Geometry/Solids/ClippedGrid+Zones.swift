extension ClippedGrid {
  /// Cuts the triangles along a closed line inside, keeping both sides, and labels those within it.
  ///
  /// The same marching with snapping as along the trim line: vertices near the line are moved onto it, crossed edges
  /// get a vertex. Fails where the line comes near the rim.
  mutating func cutZone(_ line: BoundaryLines, label: UInt8, on layout: GridLayout) throws(SolidError) {
    let inside = LineField.inside(layout, line)
    let isInside = nodes.map { $0 >= 0 && inside[Int($0)] }
    var cutter = ZoneCutter(plan: self, line: line, isInside: isInside, label: label)
    try cutter.cutAllTriangles()
    self = cutter.plan
  }
}

/// Splits the triangles of a plan along one line.
private struct ZoneCutter {
  var plan: ClippedGrid
  let line: BoundaryLines
  let isInside: [Bool]
  let label: UInt8
  private var states: [ClippedGrid.NodeState] = []
  private var nearest: [Int32]
  private var squared: [Double]
  private var vertexOfEdge = EdgeTable()
  private var triangles: [Triangle] = []
  private var labels: [UInt8] = []

  init(plan: ClippedGrid, line: BoundaryLines, isInside: [Bool], label: UInt8) {
    self.plan = plan
    self.line = line
    self.isInside = isInside
    self.label = label
    nearest = [Int32](repeating: -1, count: plan.points.count)
    squared = [Double](repeating: .infinity, count: plan.points.count)
  }

  mutating func cutAllTriangles() throws(SolidError) {
    try snapVertices()
    for (number, triangle) in plan.triangles.enumerated() {
      cut(triangle, label: plan.labels[number])
    }
    plan.triangles = triangles
    plan.labels = labels
  }

  /// Moves the vertices of cut triangles that are near the line onto it.
  private mutating func snapVertices() throws(SolidError) {
    var size = [Double](repeating: .infinity, count: plan.points.count)
    for triangle in plan.triangles {
      let corners = [Int(triangle.a), Int(triangle.b), Int(triangle.c)]
      let first = isInside[corners[0]]
      guard corners.contains(where: { isInside[$0] != first }) else { continue }
      let edges = (0..<3).map { (plan.points[corners[$0]] - plan.points[corners[($0 + 1) % 3]]).length }
      let shortest = edges.min() ?? 0
      for corner in corners {
        guard plan.nodes[corner] >= 0 else { throw SolidError(.zoneAtRim, at: plan.points[corner]) }
        size[corner] = min(size[corner], shortest)
      }
    }
    states = isInside.map { $0 ? .inside : .outside }
    for vertex in plan.points.indices where size[vertex] < .infinity {
      measure(vertex)
      let snap = ClippedGrid.snapShare * size[vertex]
      guard squared[vertex] < snap * snap else { continue }
      let side = Int(nearest[vertex])
      plan.points[vertex] = line.point(side: side, share: line.closest(side: side, to: plan.points[vertex]).share)
      plan.nodes[vertex] = ClippedGrid.freeNode
      states[vertex] = .snapped
    }
  }

  /// Finds the closest side; a zone's line has few sides, so all are tried.
  private mutating func measure(_ vertex: Int) {
    for side in line.points.indices {
      let place = line.closest(side: side, to: plan.points[vertex])
      if place.squared < squared[vertex] {
        squared[vertex] = place.squared
        nearest[vertex] = Int32(side)
      }
    }
  }

  private mutating func cut(_ triangle: Triangle, label old: UInt8) {
    let corners = [Int(triangle.a), Int(triangle.b), Int(triangle.c)]
    let isMixed = corners.contains { states[$0] == .inside } && corners.contains { states[$0] == .outside }
    if !isMixed {
      let within =
        corners.allSatisfy { states[$0] == .snapped }
        ? holds((plan.points[corners[0]] + plan.points[corners[1]] + plan.points[corners[2]]) * (1.0 / 3))
        : corners.contains { states[$0] == .inside }
      triangles.append(triangle)
      labels.append(within ? label : old)
      return
    }
    var within: [UInt32] = []
    var without: [UInt32] = []
    for index in 0..<3 {
      let corner = corners[index]
      let following = corners[(index + 1) % 3]
      if states[corner] != .outside { within.append(UInt32(corner)) }
      if states[corner] != .inside { without.append(UInt32(corner)) }
      if states[corner] != .snapped, states[following] != .snapped, states[corner] != states[following] {
        let middle = UInt32(crossing(corner, following))
        within.append(middle)
        without.append(middle)
      }
    }
    add(within, label)
    add(without, old)
  }

  private mutating func add(_ polygon: [UInt32], _ label: UInt8) {
    guard polygon.count >= 3 else { return }
    guard polygon.count == 4 else {
      triangles.append(Triangle(polygon[0], polygon[1], polygon[2]))
      labels.append(label)
      return
    }
    // The shorter diagonal leaves the larger angles.
    let first = plan.points[Int(polygon[0])] - plan.points[Int(polygon[2])]
    let second = plan.points[Int(polygon[1])] - plan.points[Int(polygon[3])]
    let start = first.dot(first) <= second.dot(second) ? 0 : 1
    triangles.append(Triangle(polygon[start], polygon[start + 1], polygon[start + 2]))
    triangles.append(Triangle(polygon[start], polygon[start + 2], polygon[(start + 3) % 4]))
    labels += [label, label]
  }

  private mutating func crossing(_ a: Int, _ b: Int) -> Int {
    let number = Int32(plan.points.count)
    let known = vertexOfEdge.value(for: min(a, b) << 32 | max(a, b), orNew: number)
    if known != number { return Int(known) }
    let near = squared[a].squareRoot()
    let far = squared[b].squareRoot()
    let share = near + far > 0 ? near / (near + far) : 0.5
    let guess = plan.points[a] * (1 - share) + plan.points[b] * share
    let place = line.closest(from: Int(max(nearest[a], 0)), to: guess)
    plan.points.append(line.point(side: place.side, share: place.share))
    plan.nodes.append(ClippedGrid.freeNode)
    return Int(number)
  }

  /// Whether a point lies within the line (even–odd rule).
  private func holds(_ point: Vector2) -> Bool { Outline(points: line.points).contains(point) }
}
