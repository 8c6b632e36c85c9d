/// A smooth surface over a grid that follows given heights where they count, and spans the rest like a thin plate.
///
/// A bicubic B-spline whose knots lie several nodes apart. It minimises
///
/// ```
///   Σ weight · (surface − height)² · cell area  +  Σ lineWeight · (surface − line height)² · step
///     +  stiffness · ∫∫ (u_xx² + 2 u_xy² + u_yy²)
/// ```
/// so it is curvature-continuous everywhere; ripples shorter than about 2π · stiffness^¼ are taken out. What the heights
/// are does not enter the matrix: it is factored once for a place and a plan of weights, and each set of heights costs
/// one substitution. (Smoothing by splines with a roughness penalty: Green and Silverman, Nonparametric Regression, 1994.)
struct FairSurface: Sendable {
  private let system: SplineSystem
  private let factor: BandedFactor

  /// Prepares a fit.
  ///
  /// - Parameters:
  ///   - layout: The grid.
  ///   - weights: Weight of each node; 0 where its height does not count.
  ///   - line: Points, closely spaced, at which heights are given besides.
  ///   - lineWeight: Their weight, mm: as much as a strip of that width beside the line.
  ///   - nodesPerKnot: Nodes of the grid between two knots.
  ///   - stiffness: Weight of the bending energy, mm⁴.
  init(
    layout: GridLayout, weights: [Double], line: Outline, lineWeight: Double, nodesPerKnot: Int, stiffness: Double
  ) {
    system = SplineSystem(
      layout: layout, weights: weights, line: line, lineWeight: lineWeight, nodesPerKnot: nodesPerKnot)
    factor = system.matrix(stiffness: stiffness).factored()
  }

  /// The surface through heights: one for each node that counts, and one for each point of the line, mm.
  func surface(heights: [Double], line lineHeights: [Double]) -> HeightGrid {
    system.surface(factor.solution(system.rightSide(heights: heights, line: lineHeights)))
  }
}

/// The equations of a `FairSurface`, and what their solution means.
private struct SplineSystem: Sendable {
  let layout: GridLayout
  /// Weight of each node times the area of its cell, mm².
  private let weights: [Double]
  /// Points of the line, and the weight of each, mm².
  private let line: [(x: Place, y: Place)]
  private let lineWeight: Double
  /// Places of the grid's columns and rows among the knots.
  private let columns: [Place]
  private let rows: [Place]
  /// Numbers of splines across and along.
  private let across: Int
  private let along: Int
  /// Distance between knots, mm.
  private let width: Double

  /// The four splines that are not zero at a place, and their values.
  fileprivate struct Place {
    let first: Int
    let values: SIMD4<Double>

    /// - Parameter position: Place in knot cells from the first knot.
    init(_ position: Double, cells: Int) {
      first = min(max(Int(position), 0), cells - 1)
      let t = position - Double(first)
      let rest = 1 - t
      values =
        SIMD4(
          rest * rest * rest, 3 * t * t * t - 6 * t * t + 4, -3 * t * t * t + 3 * t * t + 3 * t + 1, t * t * t) / 6
    }
  }

  init(layout: GridLayout, weights: [Double], line: Outline, lineWeight: Double, nodesPerKnot: Int) {
    precondition(weights.count == layout.count && nodesPerKnot > 0, "a weight for each node")
    let knot = Double(nodesPerKnot)
    let wide = max((layout.columns - 2) / nodesPerKnot + 1, 1)
    let long = max((layout.rows - 2) / nodesPerKnot + 1, 1)
    let width = knot * layout.spacing
    self.layout = layout
    self.width = width
    self.weights = weights.map { $0 * layout.cellArea }
    columns = (0..<layout.columns).map { Place(Double($0) / knot, cells: wide) }
    rows = (0..<layout.rows).map { Place(Double($0) / knot, cells: long) }
    self.lineWeight = line.points.isEmpty ? 0 : lineWeight * line.perimeter / Double(line.points.count)
    self.line = line.points.map { point in
      let place = (point - layout.origin) * (1 / width)
      return (Place(place.x, cells: wide), Place(place.y, cells: long))
    }
    across = wide + 3
    along = long + 3
  }

  // MARK: Heights

  /// The right side for heights of the nodes and of the line's points, mm.
  func rightSide(heights: [Double], line lineHeights: [Double]) -> [Double] {
    precondition(heights.count == layout.count && lineHeights.count == line.count, "a height for each place")
    var right = [Double](repeating: 0, count: across * along)
    for row in 0..<layout.rows {
      var sums = [Double](repeating: 0, count: across)
      var isEmpty = true
      for column in 0..<layout.columns {
        let node = row * layout.columns + column
        guard weights[node] > 0 else { continue }
        isEmpty = false
        let place = columns[column]
        let value = weights[node] * heights[node]
        for part in 0..<4 { sums[place.first + part] += value * place.values[part] }
      }
      guard !isEmpty else { continue }
      let place = rows[row]
      for part in 0..<4 {
        let start = (place.first + part) * across
        for index in 0..<across { right[start + index] += place.values[part] * sums[index] }
      }
    }
    for (point, height) in zip(line, lineHeights) {
      for part in 0..<4 {
        let start = (point.y.first + part) * across + point.x.first
        let share = lineWeight * height * point.y.values[part]
        for piece in 0..<4 { right[start + piece] += share * point.x.values[piece] }
      }
    }
    return right
  }

  /// The surface that coefficients stand for, at every node, mm.
  func surface(_ coefficients: [Double]) -> HeightGrid {
    let heights = Parallel.map(count: layout.rows) { row -> [Double] in
      let place = rows[row]
      var sums = [Double](repeating: 0, count: across)
      for part in 0..<4 {
        let start = (place.first + part) * across
        for index in 0..<across { sums[index] += place.values[part] * coefficients[start + index] }
      }
      return columns.map { column in
        let first = column.first
        return (column.values * SIMD4(sums[first], sums[first + 1], sums[first + 2], sums[first + 3])).sum()
      }
    }
    return HeightGrid(layout: layout, values: Array(heights.joined()))
  }

  // MARK: The matrix

  func matrix(stiffness: Double) -> BandedMatrix {
    var matrix = BandedMatrix(size: across * along, band: 3 * across + 3)
    addBending(stiffness / (width * width), to: &matrix)
    addNodes(to: &matrix)
    for point in line {
      for high in 0..<16 {
        let weight = lineWeight * point.y.values[high / 4] * point.x.values[high % 4]
        for low in 0...high {
          matrix.add(
            weight * point.y.values[low / 4] * point.x.values[low % 4],
            (point.y.first + high / 4) * across + point.x.first + high % 4,
            (point.y.first + low / 4) * across + point.x.first + low % 4)
        }
      }
    }
    return matrix
  }

  /// Adds the nodes row by row of the grid: products of the splines across first, then of those along.
  private func addNodes(to matrix: inout BandedMatrix) {
    for row in 0..<layout.rows {
      // The product of a spline with the one `back` before it stands at 4 · its number + `back`.
      var sums = [Double](repeating: 0, count: 4 * across)
      var isEmpty = true
      for column in 0..<layout.columns {
        let weight = weights[row * layout.columns + column]
        guard weight > 0 else { continue }
        isEmpty = false
        let place = columns[column]
        for high in 0..<4 {
          for low in 0...high {
            sums[4 * (place.first + high) + high - low] += weight * place.values[high] * place.values[low]
          }
        }
      }
      guard !isEmpty else { continue }
      let place = rows[row]
      for high in 0..<4 {
        for low in 0...high {
          let factor = place.values[high] * place.values[low]
          let (upper, lower) = ((place.first + high) * across, (place.first + low) * across)
          for index in 0..<across {
            for back in 0..<min(4, index + 1) {
              let value = factor * sums[4 * index + back]
              guard value != 0 else { continue }
              matrix.add(value, upper + index, lower + index - back)
              if high != low, back > 0 { matrix.add(value, upper + index - back, lower + index) }
            }
          }
        }
      }
    }
  }

  private func addBending(_ stiffness: Double, to matrix: inout BandedMatrix) {
    var local: [Double] = []
    for high in 0..<16 {
      for low in 0..<16 {
        let (a, b, c, d) = (high % 4, low % 4, high / 4, low / 4)
        let p = Self.products
        let energy = p[2][a][b] * p[0][c][d] + 2 * p[1][a][b] * p[1][c][d] + p[0][a][b] * p[2][c][d]
        // A trace of weight keeps a surface determined of which too few heights are known.
        local.append(stiffness * energy + (high == low ? 1e-9 : 0))
      }
    }
    for row in 0..<along - 3 {
      for column in 0..<across - 3 {
        for high in 0..<16 {
          for low in 0...high {
            matrix.add(
              local[16 * high + low], (row + high / 4) * across + column + high % 4,
              (row + low / 4) * across + column + low % 4)
          }
        }
      }
    }
  }

  /// Products of the four splines of a cell, of their first and of their second derivatives, integrated over it.
  private static let products: [[[Double]]] = {
    // Gauss's rule of four points is exact for polynomials of the seventh degree.
    let places = [0.069431844202974, 0.330009478207572, 0.669990521792428, 0.930568155797026]
    let weights = [0.173927422568727, 0.326072577431273, 0.326072577431273, 0.173927422568727]
    var products = [[[Double]]](repeating: [[Double]](repeating: [0, 0, 0, 0], count: 4), count: 3)
    for (t, weight) in zip(places, weights) {
      let rest = 1 - t
      let values = Place(t, cells: 1).values
      let orders = [
        (0..<4).map { values[$0] },
        [-rest * rest / 2, (9 * t * t - 12 * t) / 6, (-9 * t * t + 6 * t + 3) / 6, t * t / 2],
        [rest, 3 * t - 2, -3 * t + 1, t],
      ]
      for order in 0..<3 {
        for a in 0..<4 { for b in 0..<4 { products[order][a][b] += weight * orders[order][a] * orders[order][b] } }
      }
    }
    return products
  }()
}
