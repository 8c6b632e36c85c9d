/// Fills holes in a field on a grid as a thin plate would span them: height and slope go on across the rim.
///
/// The filled nodes minimise the bending energy `Σ u_xx² + 2 u_xy² + u_yy²` over all stencils that touch one of them,
/// so a hole in a dome is filled with a dome, where a membrane would fill it flat. At the border of the field, where
/// a plate would go on straight for ever, tension keeps it level: `Σ (u_x² + u_y²) / reach²`.
///
/// Solved by conjugate gradients from coarse grids to fine: on the coarsest the hole is a few nodes wide, on each finer
/// one only the details are left.
package enum ThinPlate {
  /// Share of a gap's rim along the border of the field, from which on it is a strip at the border and no hole.
  static let openRim = 0.3
  /// Reach of the plate's stiffness, mm: in a hole, and in a strip at the border.
  static let reach = (hole: 80.0, strip: 6.0)
  /// Rounds on grids with few missing nodes, which settle the shape, and on finer ones, which add detail to it.
  static let rounds = (settling: 600, detail: 100)
  /// Missing nodes up to which a grid is small.
  static let fewNodes = 2500

  /// Nodes from which on a hole is wide enough for its bowl to matter.
  static let wideHole = 30
  /// Known nodes around a hole that are looked at: three on a grid eight times as coarse.
  static let margin = 24

  /// Missing nodes that touch, and whether they make a hole or a strip along the border of the field.
  private struct Gap {
    var nodes: [Int] = []
    var isHole = false
  }

  /// Replaces every `nan` node inside `mask`; other nodes stay as they are.
  package static func fill(_ values: inout [Double], layout: GridLayout, inside mask: [Bool]) {
    let missing = values.indices.filter { mask[$0] && values[$0].isNaN }
    guard !missing.isEmpty, values.contains(where: { !$0.isNaN }) else { return }
    var reach = [Double](repeating: 0, count: values.count)
    var rest: [Int] = []
    for gap in gaps(missing, values: values, layout: layout) {
      if gap.isHole, gap.nodes.count >= wideHole {
        span(gap.nodes, in: &values, layout: layout)
      } else {
        rest += gap.nodes
        for node in gap.nodes { reach[node] = (gap.isHole ? Self.reach.hole : Self.reach.strip) / layout.spacing }
      }
    }
    guard !rest.isEmpty else { return }
    let level = PlateLevel(
      values: values, reach: reach, columns: layout.columns, rows: layout.rows, missing: rest.sorted())
    let filled = level.filled(depth: 0)
    for node in rest { values[node] = filled[node] }
  }

  /// Fills one hole, in a window around it and less the bowl that its surroundings suggest.
  private static func span(_ hole: [Int], in values: inout [Double], layout: GridLayout) {
    let shape = HoleShape(around: hole, values: values, layout: layout)
    func bowl(_ node: Int) -> Double { shape?.height(at: node) ?? 0 }
    let columns = hole.map { $0 % layout.columns }
    let rows = hole.map { $0 / layout.columns }
    let left = max((columns.min() ?? 0) - margin, 0)
    let right = min((columns.max() ?? 0) + margin, layout.columns - 1)
    let lower = max((rows.min() ?? 0) - margin, 0)
    let upper = min((rows.max() ?? 0) + margin, layout.rows - 1)
    let width = right - left + 1
    var window: [Double] = []
    for row in lower...upper {
      for column in left...right {
        let node = layout.index(column, row)
        window.append(values[node].isNaN ? .nan : values[node] - bowl(node))
      }
    }
    var reach = [Double](repeating: 0, count: window.count)
    let missing = zip(rows, columns).map { ($0 - lower) * width + $1 - left }.sorted()
    for node in missing { reach[node] = Self.reach.hole / layout.spacing }
    let level = PlateLevel(values: window, reach: reach, columns: width, rows: upper - lower + 1, missing: missing)
    let filled = level.filled(depth: 0)
    for (node, place) in zip(hole, zip(rows, columns)) {
      values[node] = filled[(place.0 - lower) * width + place.1 - left] + bowl(node)
    }
  }

  /// The missing nodes by what touches.
  private static func gaps(_ missing: [Int], values: [Double], layout: GridLayout) -> [Gap] {
    var isOpen = [Bool](repeating: false, count: values.count)
    for node in missing { isOpen[node] = true }
    let isMissing = isOpen
    var gaps: [Gap] = []
    for seed in missing where isOpen[seed] {
      var gap = Gap()
      var rim = 0.0
      var border = 0.0
      isOpen[seed] = false
      var stack = [seed]
      while let node = stack.popLast() {
        gap.nodes.append(node)
        let column = node % layout.columns
        let row = node / layout.columns
        for (i, j) in [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)] {
          guard i >= 0, j >= 0, i < layout.columns, j < layout.rows else {
            rim += 1
            border += 1
            continue
          }
          let next = layout.index(i, j)
          if isOpen[next] {
            isOpen[next] = false
            stack.append(next)
          } else if !isMissing[next] {
            rim += 1
            if values[next].isNaN { border += 1 }
          }
        }
      }
      gap.isHole = border < openRim * rim
      gaps.append(gap)
    }
    return gaps
  }
}
