/// The sole as the lowest layer of a placed surface: in every coarse cell a plane, blended between cells.
///
/// A layer must hold enough points to count, so stray points below the sole do not pull it down; planes are fitted
/// with weights that fade with distance. Cells that do not join the rest of the sole, such as the dorsum seen
/// through a hole, are left out.
struct PlantarPatches: Sendable {
  /// A plane over a cell: height at the cell's centre and two slopes; no weight where nothing was seen.
  struct Plane: Sendable {
    var height = 0.0
    var slope = Vector2.zero
    var weight = 0.0
  }

  /// Lower left corner of the first cell.
  let origin: Vector2
  /// Side of a cell, mm.
  let cell: Double
  let columns: Int
  let rows: Int
  private(set) var planes: [Plane]
  /// Points of the sole per square millimetre.
  private(set) var density = 0.0
  /// Usual distance of the points from the planes, mm: noise, for the planes of small cells follow the shape.
  private(set) var roughness = 0.0

  /// Highest place that counts as sole, mm.
  static let reach = 48.0
  /// Lowest place, mm: the frame may not be settled yet.
  static let below = 14.0
  /// Thickness of a layer, mm.
  static let layer = 4
  /// Distance at which a point no longer counts to a plane, mm.
  static let tolerance = 2.5
  /// Points that a cell should hold on one layer.
  static let pointsPerCell = 14.0
  /// Sides of the smallest and the largest cell, mm.
  static let cellRange = 4.0...12.0

  /// Fits the planes to points below `reach`.
  init?(_ points: [Vector3]) {
    guard points.count > 30, let box = Bounds(points), box.size.x < 1000, box.size.y < 1000 else { return nil }
    // A cell holds sole and, above it, sides and dorsum: about twice the points of one layer.
    let area = max(box.size.x * box.size.y * 0.7, 1)
    let wanted = (area * 2 * Self.pointsPerCell / Double(points.count)).squareRoot()
    cell = min(max(wanted, Self.cellRange.lowerBound), Self.cellRange.upperBound)
    columns = Int(box.size.x / cell) + 3
    rows = Int(box.size.y / cell) + 3
    origin = box.center.xy - Vector2(Double(columns), Double(rows)) * (cell / 2)
    planes = [Plane](repeating: Plane(), count: columns * rows)
    guard findLayers(points) else { return nil }
    fit(points, tolerance: Double(Self.layer))
    fit(points, tolerance: Self.tolerance)
    guard let usual = planes.map(\.weight).filter({ $0 > 0 }).median else { return nil }
    density = usual / (cell * cell)
    keepJoined()
  }

  /// The cell of a point; points outside count to the border.
  @inline(__always) func cellIndex(_ p: Vector3) -> Int {
    let i = min(max(Int((p.x - origin.x) / cell), 0), columns - 1)
    let j = min(max(Int((p.y - origin.y) / cell), 0), rows - 1)
    return j * columns + i
  }

  func center(_ index: Int) -> Vector2 {
    let j = index / columns
    return Vector2(origin.x + (Double(index - j * columns) + 0.5) * cell, origin.y + (Double(j) + 0.5) * cell)
  }

  /// Finds the lowest layer with enough points in every cell.
  private mutating func findLayers(_ points: [Vector3]) -> Bool {
    let layer = Self.layer
    let bins = Int(Self.reach + Self.below) + layer + 1
    var counts = [UInt32](repeating: 0, count: planes.count * bins)
    for p in points where p.z < Self.reach && p.z > -Self.below {
      counts[cellIndex(p) * bins + Int(p.z + Self.below)] += 1
    }
    // Number of points within a layer's thickness above the bottom of each bin.
    var sums = [UInt32](repeating: 0, count: counts.count)
    var fullest = [UInt32](repeating: 0, count: planes.count)
    for index in planes.indices {
      var sum: UInt32 = 0
      for bin in stride(from: bins - 1, through: 0, by: -1) {
        sum += counts[index * bins + bin]
        if bin + layer < bins { sum -= counts[index * bins + bin + layer] }
        sums[index * bins + bin] = sum
        fullest[index] = max(fullest[index], sum)
      }
    }
    let seen = fullest.filter { $0 > 1 }
    guard seen.count >= 20, let usual = seen.median.map(Double.init) else { return false }
    for index in planes.indices where fullest[index] > 1 {
      let enough = max(0.25 * min(usual, 2 * Double(fullest[index])), 2)
      for bin in 0..<bins where Double(sums[index * bins + bin]) >= enough {
        var sum = 0.0
        for offset in 0..<min(layer, bins - bin) {
          sum += (Double(offset) + 0.5) * Double(counts[index * bins + bin + offset])
        }
        planes[index].height = Double(bin) - Self.below + sum / Double(sums[index * bins + bin])
        planes[index].weight = 1
        break
      }
    }
    return true
  }

  /// Fits every cell's plane to the points near its present one.
  private mutating func fit(_ points: [Vector3], tolerance: Double) {
    var sums = [LocalPlaneFit](repeating: LocalPlaneFit(), count: planes.count)
    for p in points {
      let index = cellIndex(p)
      let plane = planes[index]
      guard plane.weight > 0 else { continue }
      let offset = p.xy - center(index)
      let residual = (p.z - plane.height - plane.slope.dot(offset)) / tolerance
      let keep = 1 - residual * residual
      if keep > 0 { sums[index].add(offset, p.z, weight: keep * keep) }
    }
    var squares: [Double] = []
    for index in planes.indices where planes[index].weight > 0 {
      // A cell that points fill evenly has a variance of cell²/12 along each axis.
      guard let solved = sums[index].solved(steadiedBy: cell * cell / 12) else {
        planes[index].weight = 0
        continue
      }
      planes[index] = Plane(height: solved.height, slope: solved.slope, weight: sums[index].weight)
      squares.append(sums[index].meanSquare(from: solved))
    }
    roughness = (squares.median ?? 0).squareRoot()
  }

  /// Leaves out cells that no path of small steps joins to the sole.
  private mutating func keepJoined() {
    var joined = [Bool](repeating: false, count: planes.count)
    var pieces: [[Int]] = []
    for seed in planes.indices where planes[seed].weight > 0 && !joined[seed] {
      var piece = [seed]
      joined[seed] = true
      var next = 0
      while next < piece.count {
        let index = piece[next]
        next += 1
        let i = index % columns
        let j = index / columns
        for (di, dj) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
          let (c, r) = (i + di, j + dj)
          guard c >= 0, r >= 0, c < columns, r < rows else { continue }
          let other = r * columns + c
          guard planes[other].weight > 0, !joined[other] else { continue }
          // Both planes continued to the border between the cells must nearly meet.
          let middle = (center(index) + center(other)) * 0.5
          let a = planes[index].height + planes[index].slope.dot(middle - center(index))
          let b = planes[other].height + planes[other].slope.dot(middle - center(other))
          let steep = max(planes[index].slope.length, planes[other].slope.length)
          guard abs(a - b) < 2.5 + 0.5 * cell * (1 + steep) else { continue }
          joined[other] = true
          piece.append(other)
        }
      }
      pieces.append(piece)
    }
    let largest = pieces.map(\.count).max() ?? 0
    for piece in pieces {
      // A separate piece of sole lies as low as the rest; a dorsum or an ankle does not.
      let height = piece.map { planes[$0].height }.median ?? 0
      if piece.count < largest, height > 12 || piece.count < 4 {
        for index in piece { planes[index].weight = 0 }
      }
    }
  }

  /// Height of the blended planes at a point and the weight behind it; `nan` where no cell nearby was seen.
  @inline(__always) func blended(at p: Vector2) -> (height: Double, weight: Double) {
    let u = (p.x - origin.x) / cell - 0.5
    let v = (p.y - origin.y) / cell - 0.5
    guard u > -1, v > -1, u < Double(columns), v < Double(rows) else { return (.nan, 0) }
    let i = Int(u + 1) - 1
    let j = Int(v + 1) - 1
    let fu = u - Double(i)
    let fv = v - Double(j)
    var sum = 0.0
    var total = 0.0
    for corner in 0..<4 {
      let column = i + (corner & 1)
      let row = j + (corner >> 1)
      guard column >= 0, row >= 0, column < columns, row < rows else { continue }
      let plane = planes[row * columns + column]
      guard plane.weight > 0 else { continue }
      let share = (corner & 1 == 0 ? 1 - fu : fu) * (corner >> 1 == 0 ? 1 - fv : fv)
      let weight = share * min(plane.weight / 4, 1)
      let dx = p.x - origin.x - (Double(column) + 0.5) * cell
      let dy = p.y - origin.y - (Double(row) + 0.5) * cell
      sum += weight * (plane.height + plane.slope.x * dx + plane.slope.y * dy)
      total += weight
    }
    return total > 1e-3 ? (sum / total, total) : (.nan, 0)
  }

  /// The blended planes on a grid.
  func heights(on layout: GridLayout) -> HeightGrid {
    var grid = HeightGrid(layout: layout)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        grid.values[row * layout.columns + column] = blended(at: Vector2(layout.x(column), layout.y(row))).height
      }
    }
    return grid
  }
}
