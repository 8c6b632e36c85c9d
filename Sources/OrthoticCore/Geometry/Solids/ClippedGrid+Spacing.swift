extension ClippedGrid {
  /// How often each boundary vertex is moved.
  private static let rounds = 4
  /// Altitude over longest edge that a triangle may be brought down to (a right triangle with equal legs has 0.5).
  private static let leastShape = 0.2

  /// Moves the boundary vertices along their lines towards even distances.
  ///
  /// Where the grid is cut, vertices fall at random distances; the rings and the wall repeat that all the way down. A
  /// vertex moves halfway to the middle between its neighbours where no triangle around it becomes a splinter by that.
  mutating func spaceEvenly(along lines: BoundaryLines) {
    let arcs = Arcs(lines)
    let fans = boundaryFans
    var places = boundary.map { arcs.place(side: Int($0.side), share: $0.share) }
    for (number, loop) in loops.enumerated() where loop.count > 3 {
      let length = arcs.length(ofLine: number)
      for _ in 0..<Self.rounds {
        for (index, member) in loop.enumerated() {
          let before = places[Int(loop[index == 0 ? loop.count - 1 : index - 1])]
          let after = places[Int(loop[index + 1 == loop.count ? 0 : index + 1])]
          // Distances forward from the vertex before, whatever the start of the line.
          let span = wrapped(after - before, length)
          let own = wrapped(places[Int(member)] - before, length)
          let wanted = wrapped(before + (own + span / 2) / 2, length)
          move(Int(member), to: wanted, side: arcs.side(at: wanted, ofLine: number), arcs, lines, fans, &places)
        }
      }
    }
  }

  private mutating func move(
    _ member: Int, to place: Double, side: Int, _ arcs: Arcs, _ lines: BoundaryLines, _ fans: Fans,
    _ places: inout [Double]
  ) {
    let vertex = Int(boundary[member].vertex)
    let old = points[vertex]
    let before = worstShape(fans.triangles(of: member))
    let share = arcs.share(of: side, at: place)
    points[vertex] = lines.point(side: side, share: share)
    if worstShape(fans.triangles(of: member)) >= min(before, Self.leastShape) {
      boundary[member].side = Int32(side)
      boundary[member].share = share
      places[member] = place
    } else {
      points[vertex] = old
    }
  }

  private func wrapped(_ place: Double, _ length: Double) -> Double {
    place < 0 ? place + length : place >= length ? place - length : place
  }

  /// The smallest altitude over longest edge of some triangles; negative where one is turned over.
  private func worstShape(_ numbers: ArraySlice<Int32>) -> Double {
    var worst = Double.infinity
    for number in numbers {
      let triangle = triangles[Int(number)]
      let a = points[Int(triangle.a)]
      let b = points[Int(triangle.b)]
      let c = points[Int(triangle.c)]
      let longest = max((b - a).dot(b - a), max((c - b).dot(c - b), (a - c).dot(a - c)))
      worst = min(worst, (b - a).cross(c - a) / longest)
    }
    return worst
  }

  /// The triangles around each boundary vertex.
  private struct Fans {
    var starts: [Int32]
    var members: [Int32]

    func triangles(of member: Int) -> ArraySlice<Int32> { members[Int(starts[member])..<Int(starts[member + 1])] }
  }

  private var boundaryFans: Fans {
    var starts = [Int32](repeating: 0, count: boundary.count + 1)
    func forEachCorner(_ body: (Int, Int32) -> Void) {
      for (number, triangle) in triangles.enumerated() {
        for vertex in [triangle.a, triangle.b, triangle.c] where nodes[Int(vertex)] < 0 {
          body(Int(-1 - nodes[Int(vertex)]), Int32(number))
        }
      }
    }
    forEachCorner { member, _ in starts[member + 1] += 1 }
    for index in boundary.indices { starts[index + 1] += starts[index] }
    var members = [Int32](repeating: 0, count: Int(starts[boundary.count]))
    var cursor = starts
    forEachCorner { member, number in
      members[Int(cursor[member])] = number
      cursor[member] += 1
    }
    return Fans(starts: starts, members: members)
  }

  /// Distances along lines.
  private struct Arcs {
    /// Distance of each corner from the first one of its line.
    private var corners: [Double]
    private var lengths: [Double]
    private let starts: [Int]

    init(_ lines: BoundaryLines) {
      corners = []
      lengths = []
      starts = lines.starts
      for line in 0..<lines.starts.count - 1 {
        var sum = 0.0
        for corner in lines.starts[line]..<lines.starts[line + 1] {
          corners.append(sum)
          sum += (lines.points[Int(lines.next[corner])] - lines.points[corner]).length
        }
        lengths.append(sum)
      }
    }

    func length(ofLine line: Int) -> Double { lengths[line] }

    func place(side: Int, share: Double) -> Double { corners[side] + share * size(side) }

    /// The side on which a distance along a line falls.
    func side(at place: Double, ofLine line: Int) -> Int {
      var low = starts[line]
      var high = starts[line + 1] - 1
      while low < high {
        let middle = (low + high + 1) / 2
        if corners[middle] <= place { low = middle } else { high = middle - 1 }
      }
      return low
    }

    func share(of side: Int, at place: Double) -> Double {
      let size = size(side)
      return size > 0 ? min(max((place - corners[side]) / size, 0), 1) : 0
    }

    private func size(_ side: Int) -> Double {
      let line = (starts.firstIndex { $0 > side } ?? starts.count) - 1
      let end = side + 1 < starts[line + 1] ? corners[side + 1] : lengths[line]
      return end - corners[side]
    }
  }
}
