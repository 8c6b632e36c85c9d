/// The sole of a point cloud: in every coarse cell a plane through the lowest layer of points, blended between cells.
///
/// A layer must hold enough points to count, so stray points below the sole do not pull it down; the planes are
/// fitted with weights that fade with distance, so a single point changes them little and without jumps.
struct CloudSole: Sendable {
  private let points: [Vector3]
  private let origin: Vector2
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var planes: [Plane]

  /// A plane over a cell: height at the cell's centre and two slopes; no weight where nothing was seen.
  private struct Plane {
    var height = 0.0
    var slope = Vector2.zero
    var weight = 0.0
  }

  /// Highest place of the sole that counts, mm.
  static let reach = 48.0
  /// Lowest place, mm: the frame may not be settled yet.
  static let below = 12.0
  /// Thickness of a layer, mm.
  static let layer = 4
  /// Distance at which a point no longer counts to a plane, mm.
  static let tolerance = 2.5

  /// Fits the planes.
  init(_ all: [Vector3]) {
    points = all.filter { $0.z < Self.reach && $0.z > -Self.below }
    guard let box = Bounds(points), points.count > 3 else {
      origin = .zero
      cell = 4
      columns = 0
      rows = 0
      planes = []
      return
    }
    // About 24 points of a foot with its dorsum, and not finer than 4 mm.
    let area = max(box.size.x * box.size.y * 0.7, 1)
    cell = min(max((area * 24 / Double(points.count)).squareRoot(), 4), 12)
    columns = Int(box.size.x / cell) + 3
    rows = Int(box.size.y / cell) + 3
    origin = Vector2(
      box.center.x - Double(columns) * cell / 2, box.center.y - Double(rows) * cell / 2)
    planes = [Plane](repeating: Plane(), count: columns * rows)
    findLayers()
    // From the layer's slab to the plane, then twice about the plane.
    fit(tolerance: Double(Self.layer), slopes: true)
    fit(tolerance: Self.tolerance, slopes: true)
  }

  private func cellIndex(_ p: Vector3) -> Int {
    let i = min(max(Int((p.x - origin.x) / cell), 0), columns - 1)
    let j = min(max(Int((p.y - origin.y) / cell), 0), rows - 1)
    return j * columns + i
  }

  private func center(_ index: Int) -> Vector2 {
    Vector2(origin.x + (Double(index % columns) + 0.5) * cell, origin.y + (Double(index / columns) + 0.5) * cell)
  }

  private mutating func findLayers() {
    let bins = Int(Self.reach + Self.below) + Self.layer
    var counts = [UInt32](repeating: 0, count: columns * rows * bins)
    for p in points { counts[cellIndex(p) * bins + Int(p.z + Self.below)] += 1 }
    func layerCount(_ index: Int, _ bin: Int) -> UInt32 {
      var sum: UInt32 = 0
      for offset in 0..<Self.layer { sum += counts[index * bins + bin + offset] }
      return sum
    }
    var fullest: [UInt32] = []
    for index in planes.indices {
      var best: UInt32 = 0
      for bin in 0..<(bins - Self.layer) { best = max(best, layerCount(index, bin)) }
      fullest.append(best)
    }
    let seen = fullest.filter { $0 > 1 }.sorted()
    guard !seen.isEmpty else { return }
    let usual = Double(seen[seen.count / 2])
    for index in planes.indices where fullest[index] > 1 {
      let enough = max(0.25 * min(usual, 2 * Double(fullest[index])), 2)
      guard let bin = (0..<(bins - Self.layer)).first(where: { Double(layerCount(index, $0)) >= enough }) else {
        continue
      }
      var sum = 0.0
      for offset in 0..<Self.layer { sum += (Double(offset) + 0.5) * Double(counts[index * bins + bin + offset]) }
      planes[index].height = Double(bin) - Self.below + sum / Double(layerCount(index, bin))
      planes[index].weight = 1
    }
  }

  private mutating func fit(tolerance: Double, slopes: Bool) {
    var sums = [LocalPlaneFit](repeating: LocalPlaneFit(), count: planes.count)
    for p in points {
      let index = cellIndex(p)
      let plane = planes[index]
      guard plane.weight > 0 else { continue }
      let offset = p.xy - center(index)
      let residual = (p.z - plane.height - plane.slope.dot(offset)) / tolerance
      guard abs(residual) < 1 else { continue }
      let keep = 1 - residual * residual
      sums[index].add(offset, p.z, weight: keep * keep)
    }
    for index in planes.indices where planes[index].weight > 0 {
      guard let solved = sums[index].solved(steadiedBy: cell * cell / 12) else {
        planes[index].weight = 0
        continue
      }
      planes[index] = Plane(height: solved.height, slope: solved.slope, weight: sums[index].weight)
    }
  }

  /// Height of the blended planes at a point; `nan` where no cell nearby was seen.
  func height(at p: Vector2) -> Double {
    guard columns > 1 else { return .nan }
    let u = (p.x - origin.x) / cell - 0.5
    let v = (p.y - origin.y) / cell - 0.5
    guard u > -1, v > -1, u < Double(columns), v < Double(rows) else { return .nan }
    let i = Int(u + 1) - 1
    let j = Int(v + 1) - 1
    var sum = 0.0
    var total = 0.0
    for (dj, wv) in [(0, 1 - (v - Double(j))), (1, v - Double(j))] {
      for (di, wu) in [(0, 1 - (u - Double(i))), (1, u - Double(i))] {
        let column = i + di
        let row = j + dj
        guard column >= 0, row >= 0, column < columns, row < rows else { continue }
        let plane = planes[row * columns + column]
        guard plane.weight > 0 else { continue }
        let weight = wu * wv * min(plane.weight / 4, 1)
        sum += weight * (plane.height + plane.slope.dot(p - center(row * columns + column)))
        total += weight
      }
    }
    return total > 1e-6 ? sum / total : .nan
  }

  /// Heights on a grid: the blended planes, corrected by the points around each node.
  func heights(on layout: GridLayout) -> HeightGrid {
    var grid = HeightGrid(layout: layout)
    guard columns > 1 else { return grid }
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        grid[column, row] = height(at: Vector2(layout.x(column), layout.y(row)))
      }
    }
    return grid
  }
}

/// Sums for a weighted least-squares plane.
struct LocalPlaneFit: Sendable {
  /// Sum of weights.
  var weight = 0.0
  private var x = 0.0
  private var y = 0.0
  private var z = 0.0
  private var xx = 0.0
  private var xy = 0.0
  private var yy = 0.0
  private var xz = 0.0
  private var yz = 0.0

  /// Adds a point.
  mutating func add(_ p: Vector2, _ height: Double, weight w: Double) {
    weight += w
    x += w * p.x
    y += w * p.y
    z += w * height
    xx += w * p.x * p.x
    xy += w * p.x * p.y
    yy += w * p.y * p.y
    xz += w * p.x * height
    yz += w * p.y * height
  }

  /// The plane; slopes lean towards 0 where the points spread less than `spread` (variance, mm²) allows.
  func solved(steadiedBy spread: Double) -> (height: Double, slope: Vector2)? {
    guard weight > 1e-9 else { return nil }
    let mean = Vector3(x / weight, y / weight, z / weight)
    let steady = 0.5 * spread / weight
    let cxx = xx / weight - mean.x * mean.x + steady
    let cyy = yy / weight - mean.y * mean.y + steady
    let cxy = xy / weight - mean.x * mean.y
    let cxz = xz / weight - mean.x * mean.z
    let cyz = yz / weight - mean.y * mean.z
    let determinant = cxx * cyy - cxy * cxy
    guard determinant > 1e-12 else { return (mean.z, .zero) }
    let slope = Vector2((cyy * cxz - cxy * cyz) / determinant, (cxx * cyz - cxy * cxz) / determinant)
    return (mean.z - slope.x * mean.x - slope.y * mean.y, slope)
  }
}
