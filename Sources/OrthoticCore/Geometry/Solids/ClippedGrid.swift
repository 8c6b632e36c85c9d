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
  var points: [Vector2] = []
  /// For each vertex the grid node that it stands on, `-1 - index` of its boundary vertex, or `freeNode`.
  var nodes: [Int32] = []
  /// Triangles, anticlockwise seen from above.
  var triangles: [Triangle] = []
  /// For each triangle the zone that it lies in, counted from 1; 0 in none.
  var labels: [UInt8] = []
  /// All vertices on lines, by first use.
  var boundary: [BoundaryVertex] = []
  /// Closed loops of indices into `boundary`, inside on the left.
  private(set) var loops: [[Int32]] = []

  /// Marks a vertex that stands on no node and on no outer line.
  static let freeNode = Int32.min

  /// How close to a line a node is snapped, as a share of the spacing.
  ///
  /// Below 1 / (2 · √2) ≈ 0.35 no triangle can have all its corners snapped onto a straight line; larger values
  /// leave fewer short edges. 0.3 gave the largest smallest angle on circles of many sizes.
  static let snapShare = 0.3

  /// Clips all cells of a grid; fails where the lines leave it, touch each other or turn too sharply for its spacing.
  init(_ layout: GridLayout, inside lines: BoundaryLines) throws(SolidError) {
    try Self.requireMargin(layout, lines)
    // A cell's diagonal is 1.42 spacings: both ends of every crossed edge are within reach.
    let field = LineField(layout, lines: lines, reach: 1.5 * layout.spacing)
    let snap = Self.snapShare * layout.spacing
    let states = (0..<layout.count).map { node -> NodeState in
      field.squaredDistance[node] < snap * snap ? .snapped : field.inside[node] ? .inside : .outside
    }
    var cutter = Cutter(
      layout: layout, lines: lines, states: states, nearestSide: field.nearestSide,
      squaredDistance: field.squaredDistance)
    cutter.cutAllCells()
    try self.init(cutter)
  }

  /// Clips the triangles of a refinement.
  init(_ refinement: GridRefinement, inside lines: BoundaryLines) throws(SolidError) {
    let layout = refinement.layout
    let inside = LineField.inside(layout, lines)
    var triangles: [(Int, Int, Int)] = []
    refinement.forEachTriangle { triangles.append(($0, $1, $2)) }

    // Only the corners of triangles that a line cuts need to know it, and how far they may be moved onto it.
    var nearestSide = [Int32](repeating: -1, count: layout.count)
    var squaredDistance = [Double](repeating: .infinity, count: layout.count)
    var leg = [Double](repeating: .infinity, count: layout.count)
    for (a, b, c) in triangles where inside[a] != inside[b] || inside[a] != inside[c] {
      let start = max(refinement.nearbySide((b + c) / 2), refinement.nearbySide(a), 0)
      let size = min((layout.position(b) - layout.position(a)).length, leg[a])
      for corner in [a, b, c] {
        leg[corner] = min(leg[corner], size)
        let place = lines.closest(from: start, to: layout.position(corner))
        if place.squared < squaredDistance[corner] {
          squaredDistance[corner] = place.squared
          nearestSide[corner] = Int32(place.side)
        }
      }
    }
    let states = (0..<layout.count).map { node -> NodeState in
      let snap = Self.snapShare * leg[node]
      return squaredDistance[node] < snap * snap ? .snapped : inside[node] ? .inside : .outside
    }
    var cutter = Cutter(
      layout: layout, lines: lines, states: states, nearestSide: nearestSide, squaredDistance: squaredDistance)
    for (a, b, c) in triangles { cutter.cut(a, b, c) }
    try self.init(cutter)
    for index in nodes.indices where nodes[index] >= 0 { nodes[index] = refinement.gridNode(nodes[index]) }
  }

  private init(_ cutter: Cutter) throws(SolidError) {
    points = cutter.points
    nodes = cutter.nodes
    triangles = cutter.triangles
    boundary = cutter.boundary
    loops = try cutter.joinedLoops()
    labels = [UInt8](repeating: 0, count: triangles.count)
    spaceEvenly(along: cutter.lines)
  }

  /// The lines must stay two nodes away from the border of the grid.
  static func requireMargin(_ layout: GridLayout, _ lines: BoundaryLines) throws(SolidError) {
    for point in lines.points {
      let u = (point.x - layout.origin.x) / layout.spacing
      let v = (point.y - layout.origin.y) / layout.spacing
      guard u > 2, v > 2, u < Double(layout.columns) - 3, v < Double(layout.rows) - 3 else {
        throw SolidError(.outlineOutsideGrid, at: point)
      }
    }
  }

  /// Where a node lies; the numbers add up in `Cutter`.
  enum NodeState: UInt8 {
    case outside = 0
    case snapped = 1
    case inside = 2
  }
}
