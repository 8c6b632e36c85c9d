/// The part of a regular grid that lies inside closed lines, as triangles that follow those lines.
///
/// Marching triangles with snapping: nodes close to a line are moved onto it, so that no sliver is left, and grid
/// edges that cross a line get a vertex there. Everywhere else the grid stays as it is.
///
/// ```
///   ·──·──·──·          · node inside, kept
///   │ ╱│ ╱│ ╱│          o node snapped onto the line
///   ·──·──o──x          x crossing of a grid edge
///   │ ╱│ ╱
///   o──x                boundary runs with the inside on its left
/// ```
struct ClippedGrid {
  /// A vertex on a line.
  struct BoundaryVertex {
    /// Number of the vertex.
    var vertex: Int32
    /// Side of the lines that it lies on, counted over all lines.
    var side: Int32
    /// Place along that side, 0 to 1.
    var share: Double
  }

  /// Places of the vertices.
  private(set) var points: [Vector2] = []
  /// For each vertex the grid node that it stands on, or `-1 - index` of its boundary vertex.
  private(set) var nodes: [Int32] = []
  /// Triangles, anticlockwise seen from above.
  private(set) var triangles: [Triangle] = []
  /// All vertices on lines, by first use.
  private(set) var boundary: [BoundaryVertex] = []
  /// Closed loops of indices into `boundary`, inside on the left.
  private(set) var loops: [[Int32]] = []

  /// How close to a line a node is snapped, as a share of the spacing.
  ///
  /// Below 1 / (2 · √2) ≈ 0.35 no triangle can have all its corners snapped onto a straight line; larger values
  /// leave fewer short edges. 0.3 gave the largest smallest angle on circles of many sizes.
  static let snapShare = 0.3

  /// Clips a grid; fails where the lines leave the grid, touch each other or turn too sharply for its spacing.
  init(_ layout: GridLayout, inside lines: BoundaryLines) throws(SolidError) {
    for point in lines.points {
      let u = (point.x - layout.origin.x) / layout.spacing
      let v = (point.y - layout.origin.y) / layout.spacing
      guard u > 2, v > 2, u < Double(layout.columns) - 3, v < Double(layout.rows) - 3 else {
        throw SolidError(.outlineOutsideGrid, at: point)
      }
    }
    // A cell's diagonal is 1.42 spacings: both ends of every crossed edge are within reach.
    let field = LineField(layout, lines: lines, reach: 1.5 * layout.spacing)
    var cutter = Cutter(layout: layout, lines: lines, field: field)
    cutter.cutAllCells()
    points = cutter.points
    nodes = cutter.nodes
    triangles = cutter.triangles
    boundary = cutter.boundary
    loops = try cutter.joinedLoops()
  }
}

/// Several closed polygons as one list of sides: side i runs from `points[i]` to `points[next[i]]`.
struct BoundaryLines {
  /// Corners of all lines, one line after the other.
  var points: [Vector2]
  /// The corner that follows each corner on its line.
  var next: [Int32]
  /// The corner before each corner.
  var previous: [Int32]
  /// Index of the first corner of each line, and the number of corners at the end.
  var starts: [Int]

  /// Joins lines into one list.
  init(_ lines: [[Vector2]]) {
    points = []
    next = []
    previous = []
    starts = [0]
    for line in lines {
      let start = points.count
      let count = line.count
      points += line
      for index in 0..<count {
        next.append(Int32(start + (index + 1 == count ? 0 : index + 1)))
        previous.append(Int32(start + (index == 0 ? count - 1 : index - 1)))
      }
      starts.append(start + count)
    }
  }

  /// The share of a side closest to a point, and the squared distance there.
  @inline(__always)
  func closest(side: Int, to point: Vector2) -> (share: Double, squared: Double) {
    let a = points[side]
    let d = points[Int(next[side])] - a
    let length = d.dot(d)
    let share = length > 0 ? min(max((point - a).dot(d) / length, 0), 1) : 0
    let gap = a + d * share - point
    return (share, gap.dot(gap))
  }

  /// The closest place to a point, walking downhill along the line from a side near it.
  func closest(from start: Int, to point: Vector2) -> (side: Int, share: Double, squared: Double) {
    var side = start
    var best = closest(side: side, to: point)
    for direction in [next, previous] {
      var candidate = Int(direction[side])
      var place = closest(side: candidate, to: point)
      while place.squared < best.squared {
        side = candidate
        best = place
        candidate = Int(direction[side])
        place = closest(side: candidate, to: point)
      }
    }
    return (side, best.share, best.squared)
  }

  /// The place at a share of a side.
  @inline(__always)
  func point(side: Int, share: Double) -> Vector2 {
    points[side] * (1 - share) + points[Int(next[side])] * share
  }
}
