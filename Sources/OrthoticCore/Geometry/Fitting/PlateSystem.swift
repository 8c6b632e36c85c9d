/// The equations of the missing nodes of one `PlateLevel`.
struct PlateSystem {
  /// A weighted sum of up to four nodes that is to vanish.
  private struct Stencil {
    var nodes: (Int32, Int32, Int32, Int32)
    var weights: (Double, Double, Double, Double)
  }

  private var stencils: [Stencil] = []
  private var values: [Double]
  private let unknowns: [Int]

  init(_ level: PlateLevel, start: [Double]) {
    values = start
    unknowns = level.missing
    addStencils(level)
  }

  private mutating func addStencils(_ level: PlateLevel) {
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
