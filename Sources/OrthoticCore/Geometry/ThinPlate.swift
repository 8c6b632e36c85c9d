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
    let level = Level(
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
    let level = Level(values: window, reach: reach, columns: width, rows: upper - lower + 1, missing: missing)
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

/// One grid of the sequence.
private struct Level {
  var values: [Double]
  /// Reach at the missing nodes, in this grid's node distances; 0 elsewhere.
  var reach: [Double]
  let columns: Int
  let rows: Int
  let missing: [Int]

  /// Grids of fewer nodes across than this are solved as they are.
  private static let smallest = 12

  /// The values with the missing ones filled.
  func filled(depth: Int) -> [Double] {
    var start = values
    let isCoarsest = min(columns, rows) < 2 * Self.smallest || missing.count < 200 || depth > 6
    if isCoarsest {
      // A flat start; the coarsest grid is solved to the end.
      let mean = values.reduce((sum: 0.0, count: 0.0)) { $1.isNaN ? $0 : ($0.sum + $1, $0.count + 1) }
      for node in missing { start[node] = mean.count > 0 ? mean.sum / mean.count : 0 }
    } else {
      start = started(from: coarser, depth: depth)
    }
    var plate = PlateSystem(self, start: start)
    return plate.solved(
      rounds: missing.count <= ThinPlate.fewNodes ? ThinPlate.rounds.settling : ThinPlate.rounds.detail)
  }

  /// Every second node of every second row.
  private var coarser: Level {
    let fewColumns = (columns + 1) / 2
    let fewRows = (rows + 1) / 2
    var few: [Double] = []
    var fewReach: [Double] = []
    var fewMissing: [Int] = []
    for row in 0..<fewRows {
      for column in 0..<fewColumns {
        let node = 2 * row * columns + 2 * column
        if reach[node] > 0 { fewMissing.append(few.count) }
        few.append(values[node])
        fewReach.append(reach[node] / 2)
      }
    }
    return Level(values: few, reach: fewReach, columns: fewColumns, rows: fewRows, missing: fewMissing)
  }

  /// Missing nodes interpolated between those of a coarser grid.
  private func started(from coarse: Level, depth: Int) -> [Double] {
    let few = coarse.filled(depth: depth + 1)
    var start = values
    for node in missing {
      let column = node % columns
      let row = node / columns
      var sum = 0.0
      var count = 0.0
      for j in [row / 2, (row + 1) / 2] where j < coarse.rows {
        for i in [column / 2, (column + 1) / 2] where i < coarse.columns {
          let value = few[j * coarse.columns + i]
          if !value.isNaN {
            sum += value
            count += 1
          }
        }
      }
      start[node] = count > 0 ? sum / count : .nan
    }
    // A node whose coarse neighbours all lie outside takes the value of one beside it.
    for node in missing where start[node].isNaN {
      let near = [node - 1, node + 1, node - columns, node + columns].first {
        start.indices.contains($0) && !start[$0].isNaN
      }
      start[node] = near.map { start[$0] } ?? 0
    }
    return start
  }
}

/// The equations of the missing nodes of one grid.
private struct PlateSystem {
  /// A weighted sum of up to four nodes that is to vanish.
  private struct Stencil {
    var nodes: (Int32, Int32, Int32, Int32)
    var weights: (Double, Double, Double, Double)
  }

  private var stencils: [Stencil] = []
  private var values: [Double]
  private let unknowns: [Int]

  init(_ level: Level, start: [Double]) {
    values = start
    unknowns = level.missing
    addStencils(level)
  }

  private mutating func addStencils(_ level: Level) {
    let columns = level.columns
    let rows = level.rows
    // Each stencil is named by its first node, so none is added twice.
    var seen = [UInt8](repeating: 0, count: values.count)
    for node in unknowns {
      let column = node % columns
      let row = node / columns
      let tension = 1 / level.reach[node]
      for back in 0..<3 {
        if column >= back, column - back + 2 < columns { add(node - back, step: 1, 0, &seen) }
        if row >= back, row - back + 2 < rows { add(node - back * columns, step: columns, 1, &seen) }
        guard back < 2 else { continue }
        if column >= back, column - back + 1 < columns {
          addPair(node - back, step: 1, 3, tension, &seen)
          for down in 0..<2 where row >= down && row - down + 1 < rows {
            addTwist(node - back - down * columns, columns, &seen)
          }
        }
        if row >= back, row - back + 1 < rows { addPair(node - back * columns, step: columns, 4, tension, &seen) }
      }
    }
  }

  private mutating func take(_ first: Int, _ kind: UInt8, _ seen: inout [UInt8]) -> Bool {
    guard seen[first] & (1 << kind) == 0 else { return false }
    seen[first] |= 1 << kind
    return true
  }

  /// `u − 2 v + w` along a row or a column.
  private mutating func add(_ first: Int, step: Int, _ kind: UInt8, _ seen: inout [UInt8]) {
    let (a, b, c) = (first, first + step, first + 2 * step)
    guard !values[a].isNaN, !values[b].isNaN, !values[c].isNaN, take(first, kind, &seen) else { return }
    stencils.append(Stencil(nodes: (Int32(a), Int32(b), Int32(c), Int32(a)), weights: (1, -2, 1, 0)))
  }

  /// The mixed difference over a square, twice in the energy.
  private mutating func addTwist(_ first: Int, _ columns: Int, _ seen: inout [UInt8]) {
    let (a, b, c, d) = (first, first + 1, first + columns, first + columns + 1)
    guard !values[a].isNaN, !values[b].isNaN, !values[c].isNaN, !values[d].isNaN, take(first, 2, &seen) else { return }
    let root = 2.0.squareRoot()
    stencils.append(
      Stencil(nodes: (Int32(a), Int32(b), Int32(c), Int32(d)), weights: (root, -root, -root, root)))
  }

  /// Tension between two neighbours.
  private mutating func addPair(_ first: Int, step: Int, _ kind: UInt8, _ tension: Double, _ seen: inout [UInt8]) {
    let second = first + step
    guard !values[first].isNaN, !values[second].isNaN, take(first, kind, &seen) else { return }
    stencils.append(
      Stencil(
        nodes: (Int32(first), Int32(second), Int32(first), Int32(first)), weights: (tension, -tension, 0, 0)))
  }

  /// Adds to `result`, at the unknowns, the gradient of the energy of a field.
  private func addGradient(of field: [Double], to result: inout [Double]) {
    for stencil in stencils {
      let (a, b, c, d) = (
        Int(stencil.nodes.0), Int(stencil.nodes.1), Int(stencil.nodes.2), Int(stencil.nodes.3)
      )
      let w = stencil.weights
      let sum = w.0 * field[a] + w.1 * field[b] + w.2 * field[c] + w.3 * field[d]
      result[a] += w.0 * sum
      result[b] += w.1 * sum
      result[c] += w.2 * sum
      result[d] += w.3 * sum
    }
  }

  /// Conjugate gradients from the start.
  mutating func solved(rounds: Int) -> [Double] {
    var gradient = [Double](repeating: 0, count: values.count)
    addGradient(of: values, to: &gradient)
    var residual = [Double](repeating: 0, count: values.count)
    var direction = residual
    var square = 0.0
    var isTouched = [Bool](repeating: false, count: values.count)
    for stencil in stencils {
      isTouched[Int(stencil.nodes.0)] = true
      isTouched[Int(stencil.nodes.1)] = true
      isTouched[Int(stencil.nodes.2)] = true
      isTouched[Int(stencil.nodes.3)] = true
    }
    let touched = isTouched.indices.filter { isTouched[$0] }
    for node in unknowns {
      residual[node] = -gradient[node]
      direction[node] = residual[node]
      square += residual[node] * residual[node]
    }
    // Wide errors leave small residuals: 1e-7 stands for a micrometre over a hole sixteen nodes wide.
    let enough = 1e-14 * Double(unknowns.count)
    for _ in 0..<rounds where square > enough {
      for node in touched { gradient[node] = 0 }
      addGradient(of: direction, to: &gradient)
      var curvature = 0.0
      for node in unknowns { curvature += direction[node] * gradient[node] }
      guard curvature > 0 else { break }
      let step = square / curvature
      var next = 0.0
      for node in unknowns {
        values[node] += step * direction[node]
        residual[node] -= step * gradient[node]
        next += residual[node] * residual[node]
      }
      for node in unknowns { direction[node] = residual[node] + next / square * direction[node] }
      square = next
    }
    return values
  }
}
