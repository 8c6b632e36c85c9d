/// The height of the sole over every node of a grid.
struct SoleHeights: Sendable {
  /// The heights; `nan` where the sole was not seen.
  private(set) var grid: HeightGrid

  /// Points whose distances from the blended planes are averaged at one node.
  static let pointsPerNode = 16.0
  /// Distance from the blended planes within which points count, mm.
  static let tolerance = 2.0

  /// Heights of a point cloud's sole: the blended planes of its lowest layer, corrected by the points around each
  /// node, averaged over as many as it takes to even out noise.
  init(_ points: [Vector3], patches: PlantarPatches, on layout: GridLayout, inside: [Bool]) {
    grid = HeightGrid(layout: layout)
    // The corrections are small and smooth: 1 mm between their nodes is enough.
    let spacing = max(layout.spacing, 1)
    let coarse = GridLayout(
      origin: layout.origin, spacing: spacing,
      columns: Int(Double(layout.columns) * layout.spacing / spacing) + 2,
      rows: Int(Double(layout.rows) * layout.spacing / spacing) + 2)
    // The planes are looked up on these nodes too: their blend bends slowly, and what is lost comes back with the
    // corrections.
    let base = HeightGrid(
      layout: coarse,
      values: Parallel.array(count: coarse.count, grain: 16 * coarse.columns) {
        patches.blended(at: coarse.position($0)).height
      })
    var (sums, weights) = Parallel.sums(count: points.count) { range in
      Self.residuals(points[range], from: patches, base, on: coarse)
    } add: { all, more in
      for node in all.0.indices {
        all.0[node] += more.0[node]
        all.1[node] += more.1[node]
      }
    }
    // One pass of 1 2 1 along both axes adds 1/2 to the variance of the kernel, which takes in 4π · variance nodes.
    let variance = Self.pointsPerNode / (4 * .pi * max(patches.density, 0.05) * spacing * spacing)
    for _ in 0..<min(max(Int((2 * variance).rounded()), 1), 8) {
      Self.smooth(&sums, columns: coarse.columns)
      Self.smooth(&weights, columns: coarse.columns)
    }
    var corrections = HeightGrid(layout: coarse, filledWith: 0)
    let steady = 0.25 * patches.density * spacing * spacing
    for node in sums.indices { corrections.values[node] = sums[node] / (weights[node] + steady) }
    let smooth = corrections
    grid.values = Parallel.array(count: layout.count, grain: 16 * layout.columns) { node in
      guard inside[node] else { return .nan }
      let p = layout.position(node)
      let height = base.interpolated(at: p)
      return (height.isNaN ? patches.blended(at: p).height : height) + smooth.interpolated(at: p)
    }
  }

  /// Distances of points from the blended planes, weighted and shared out to the nodes around them, and the weights.
  private static func residuals(
    _ points: ArraySlice<Vector3>, from patches: PlantarPatches, _ base: HeightGrid, on coarse: GridLayout
  ) -> ([Double], [Double]) {
    var sums = [Double](repeating: 0, count: coarse.count)
    var weights = [Double](repeating: 0, count: coarse.count)
    let spacing = coarse.spacing
    for p in points {
      let u = (p.x - coarse.origin.x) / spacing
      let v = (p.y - coarse.origin.y) / spacing
      guard u >= 0, v >= 0, u < Double(coarse.columns - 1), v < Double(coarse.rows - 1) else { continue }
      let i = Int(u)
      let j = Int(v)
      let fu = u - Double(i)
      let fv = v - Double(j)
      let n = j * coarse.columns + i
      let up = n + coarse.columns
      let lower = base.values[n] + (base.values[n + 1] - base.values[n]) * fu
      let upper = base.values[up] + (base.values[up + 1] - base.values[up]) * fu
      var height = lower + (upper - lower) * fv
      // Beside what was not seen.
      if height.isNaN { height = patches.blended(at: p.xy).height }
      let residual = p.z - height
      let keep = 1 - residual * residual / (Self.tolerance * Self.tolerance)
      guard keep > 0 else { continue }
      let weight = keep * keep
      let low = weight * (1 - fv)
      let high = weight * fv
      weights[n] += low * (1 - fu)
      weights[n + 1] += low * fu
      weights[up] += high * (1 - fu)
      weights[up + 1] += high * fu
      sums[n] += low * (1 - fu) * residual
      sums[n + 1] += low * fu * residual
      sums[up] += high * (1 - fu) * residual
      sums[up + 1] += high * fu * residual
    }
    return (sums, weights)
  }

  /// Heights of a mesh's sole: the lowest facet over every node, where it agrees with the lowest layer.
  init(_ points: [Vector3], triangles: [Triangle], patches: PlantarPatches, on layout: GridLayout, inside: [Bool]) {
    grid = HeightGrid(layout: layout)
    for triangle in triangles {
      let a = points[Int(triangle.a)]
      let b = points[Int(triangle.b)]
      let c = points[Int(triangle.c)]
      if min(a.z, b.z, c.z) < PlantarPatches.reach { lower(to: a, b, c) }
    }
    for node in grid.values.indices {
      guard inside[node] else {
        grid.values[node] = .nan
        continue
      }
      let seen = patches.blended(at: layout.position(node))
      let away = grid.values[node] - seen.height
      // Steep rims differ more from the planes of their cells than the sole does.
      if !(abs(away) < (seen.height > 10 ? 10 : 5)) { grid.values[node] = .nan }
    }
  }

  /// Lowers the nodes under a facet to it.
  private mutating func lower(to a: Vector3, _ b: Vector3, _ c: Vector3) {
    let layout = grid.layout
    let doubleArea = (b.xy - a.xy).cross(c.xy - a.xy)
    guard abs(doubleArea) > 1e-12 else { return }
    let scale = 1 / layout.spacing
    let u0 = (min(a.x, b.x, c.x) - layout.origin.x) * scale
    let u1 = (max(a.x, b.x, c.x) - layout.origin.x) * scale
    let v0 = (min(a.y, b.y, c.y) - layout.origin.y) * scale
    let v1 = (max(a.y, b.y, c.y) - layout.origin.y) * scale
    guard u1 >= 0, v1 >= 0, u0 <= Double(layout.columns - 1), v0 <= Double(layout.rows - 1) else { return }
    let firstColumn = Int(max(u0, 0).rounded(.up))
    let lastColumn = min(Int(u1), layout.columns - 1)
    let firstRow = Int(max(v0, 0).rounded(.up))
    let lastRow = min(Int(v1), layout.rows - 1)
    guard firstColumn <= lastColumn, firstRow <= lastRow else { return }
    for row in firstRow...lastRow {
      for column in firstColumn...lastColumn {
        let p = Vector2(layout.x(column), layout.y(row)) - a.xy
        let wb = p.cross(c.xy - a.xy) / doubleArea
        let wc = (b.xy - a.xy).cross(p) / doubleArea
        // A node on a shared edge must not fall between two facets.
        guard wb >= -1e-9, wc >= -1e-9, wb + wc <= 1 + 1e-9 else { continue }
        let z = a.z + wb * (b.z - a.z) + wc * (c.z - a.z)
        let node = row * layout.columns + column
        if !(grid.values[node] <= z) { grid.values[node] = z }
      }
    }
  }

  private static func smooth(_ values: inout [Double], columns: Int) {
    for step in [1, columns] {
      var previous = [Double](repeating: 0, count: step)
      for n in values.indices {
        let slot = n % step
        let before = previous[slot]
        previous[slot] = values[n]
        let after = n + step < values.count ? values[n + step] : 0
        values[n] = (before + 2 * values[n] + after) / 4
      }
    }
  }
}
