/// How well flat triangles over grid nodes stand for two surfaces.
///
/// Triangles pass where they are off by no more than the tolerance, at all nodes inside and, as far as second
/// differences tell, between them; and where they keep the wall between the surfaces as thick as it must be.
struct FlatTriangles: Sendable {
  /// The grid of both surfaces.
  let layout: GridLayout
  /// Largest vertical deviation, mm.
  let tolerance: Double
  /// Where the surfaces are this far apart, mm, the triangles are not nearer either.
  let keptWall: Double
  private let top: [Double]
  private let bottom: [Double]
  private let inside: [Bool]

  /// A loss of wall that is never worth a split, mm.
  private static let slack = 0.002
  /// A deviation that is never worth a split, as a share of the tolerance, even where the grid itself is too coarse.
  private static let negligible = 0.1
  /// What cut triangles may be off, as a share of the tolerance: their cut edges add a chord of their own.
  private static let cutShare = 0.6

  /// Prepares the comparison; only nodes inside count.
  init(top: HeightGrid, bottom: HeightGrid, inside: [Bool], tolerance: Double, keptWall: Double) {
    layout = top.layout
    self.top = top.values
    self.bottom = bottom.values
    self.inside = inside
    self.tolerance = tolerance
    self.keptWall = keptWall
  }

  /// Decides about the two triangles at an edge along the grid, with right angles `step` to both sides of its middle.
  func judgeSide(
    _ own: inout GridRefinement.Decision, _ column: Int, _ row: Int, _ step: Int, isLevel: Bool, edge: Double
  ) {
    let (di, dj) = isLevel ? (step, 0) : (0, step)
    let a = (column - di, row - dj)
    let b = (column + di, row + dj)
    guard isOpen(&own, column, row, a, b, edge: edge) else { return }
    var worst = 0.0
    for side in [-1, 1] where worst < .infinity {
      let corners = Corners(self, a, b, (column + side * dj, row + side * di), isCut: own.isCut)
      // Rows parallel to the edge, one node shorter at each end with each row.
      for along in 0...step where worst < .infinity {
        let share = Double(along) / Double(step)
        for across in along - step...step - along {
          let shift = Double(across) / Double(2 * step)
          worst = max(
            worst,
            offset(
              isLevel ? column + across : column + side * along, isLevel ? row + side * along : row + across, corners,
              (1 - share) / 2 - shift, (1 - share) / 2 + shift, share))
        }
      }
    }
    own.isSplit = worst == .infinity
    own.deviation = Float(worst)
  }

  /// Decides about the two triangles in a square of 2 · `step` cells, whose diagonal rises or falls with x.
  func judgeCenter(
    _ own: inout GridRefinement.Decision, _ column: Int, _ row: Int, _ step: Int, rises: Bool, edge: Double
  ) {
    let turn = rises ? 1 : -1
    let a = (column - turn * step, row - step)
    let b = (column + turn * step, row + step)
    guard isOpen(&own, column, row, a, b, edge: edge) else { return }
    var worst = 0.0
    for side in [-1, 1] where worst < .infinity {
      // The right angle lies above the diagonal's lower end or below its upper end; sideways leads to the other.
      let apex = (column - side * turn * step, row + side * step)
      let corners =
        side > 0 ? Corners(self, a, b, apex, isCut: own.isCut) : Corners(self, b, a, apex, isCut: own.isCut)
      for down in 0...2 * step where worst < .infinity {
        let t = Double(down) / Double(2 * step)
        for sideways in 0...2 * step - down {
          let s = Double(sideways) / Double(2 * step)
          worst = max(
            worst, offset(apex.0 + side * turn * sideways, apex.1 - side * down, corners, t, s, 1 - s - t))
        }
      }
    }
    own.isSplit = worst == .infinity
    own.deviation = Float(worst)
  }

  /// Settles a decision without looking at each node, where that can be done.
  ///
  /// A line that passes allows only short edges. Elsewhere, what smaller triangles deviate and what these two add at
  /// the middle of their edge bound the whole. Returns whether the triangles must be compared node by node.
  @inline(__always)
  private func isOpen(
    _ own: inout GridRefinement.Decision, _ column: Int, _ row: Int, _ a: (Int, Int), _ b: (Int, Int), edge: Double
  ) -> Bool {
    if own.isCut {
      // What is left of a cut triangle has edges of about its legs' length.
      own.isSplit = Float(edge) > 1.4143 * own.allowance
      return !own.isSplit
    }
    guard isInside(column, row) else { return false }
    let (here, first, second) = (node(column, row), node(a.0, a.1), node(b.0, b.1))
    let topBend = abs(top[here] - (top[first] + top[second]) / 2)
    let bottomBend = abs(bottom[here] - (bottom[first] + bottom[second]) / 2)
    own.gap = min(own.gap, Float(top[here] - bottom[here]))
    own.bulge = max(own.bulge, Float(bulge(column, row)))
    let bound = Double(own.deviation) + max(topBend, bottomBend)
    guard bound <= Self.negligible * tolerance || bound + Double(own.bulge) <= tolerance,
      Double(own.gap) - 2 * bound >= keptWall - Self.slack
    else { return true }
    own.deviation = Float(bound)
    return false
  }

  /// How far a flat triangle is off at one node; infinite where it fails there, 0 outside.
  @inline(__always)
  private func offset(_ column: Int, _ row: Int, _ corners: Corners, _ a: Double, _ b: Double, _ c: Double) -> Double {
    guard isInside(column, row) else { return 0 }
    let height = top[node(column, row)]
    let depth = bottom[node(column, row)]
    let flatTop = a * corners.top.0 + b * corners.top.1 + c * corners.top.2
    let flatBottom = a * corners.bottom.0 + b * corners.bottom.1 + c * corners.bottom.2
    let off = max(abs(flatTop - height), abs(flatBottom - depth))
    let wall = min(height - depth, keptWall) - Self.slack
    // Written so that heights that are no numbers fail.
    let isNear = off <= Self.negligible * tolerance || off + bulge(column, row) <= corners.tolerance
    return isNear && flatTop - flatBottom >= wall ? off : .infinity
  }

  /// How far the surfaces rise above flat triangles between a node and its neighbours, mm, by their second differences.
  @inline(__always)
  private func bulge(_ column: Int, _ row: Int) -> Double {
    guard column > 0, row > 0, column + 1 < layout.columns, row + 1 < layout.rows else { return 0 }
    let here = node(column, row)
    return max(bulge(top, here), bulge(bottom, here))
  }

  @inline(__always)
  private func bulge(_ surface: [Double], _ here: Int) -> Double {
    let right = surface[here + 1]
    let up = surface[here + layout.columns]
    let across = abs(surface[here - 1] - 2 * surface[here] + right)
    let along = abs(surface[here - layout.columns] - 2 * surface[here] + up)
    let twist = abs(surface[here + layout.columns + 1] - right - up + surface[here])
    // Second derivative along the longest edge of a cell's triangles, c² · z″ / 8 with c² = 2 spacings².
    return (across + along) / 8 + twist / 4
  }

  @inline(__always)
  private func node(_ column: Int, _ row: Int) -> Int { row * layout.columns + column }

  @inline(__always)
  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < layout.columns && row < layout.rows && inside[node(column, row)]
  }

  /// Both heights at the corners of a triangle; no numbers beyond the grid.
  private struct Corners {
    var top: (Double, Double, Double)
    var bottom: (Double, Double, Double)
    /// Largest deviation of this triangle, mm.
    var tolerance: Double

    init(_ flat: FlatTriangles, _ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int), isCut: Bool) {
      tolerance = flat.tolerance * (isCut ? FlatTriangles.cutShare : 1)
      func height(_ surface: [Double], _ place: (Int, Int)) -> Double {
        guard place.0 >= 0, place.1 >= 0, place.0 < flat.layout.columns, place.1 < flat.layout.rows else { return .nan }
        return surface[flat.node(place.0, place.1)]
      }
      top = (height(flat.top, a), height(flat.top, b), height(flat.top, c))
      bottom = (height(flat.bottom, a), height(flat.bottom, b), height(flat.bottom, c))
    }
  }
}
