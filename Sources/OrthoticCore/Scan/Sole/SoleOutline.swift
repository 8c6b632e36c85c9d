/// The silhouette of the sole seen from above, without the calf and the ankle.
///
/// At heel and toes everything up to 45 mm above the ground counts, in between everything up to 25 mm above the sole's
/// medial arch line.
///
/// First the cells that hold a fair share of points are traced, their gaps closed. Then the line is moved onto the
/// surface: around every corner of the line, the points beside it are averaged at each height, and the outermost
/// average is the border. So noise does not widen the foot, stray points do not bend the line, and its place does not
/// depend on the cells.
struct SoleOutline: Sendable {
  /// The line, corners about 1 mm apart.
  private(set) var outline: Outline
  /// Height at which the foot reaches each corner, mm.
  private(set) var rimHeights: [Double]

  /// Height above the arch line up to which the surface counts in midfoot, mm.
  static let height = 25.0
  /// Height up to which it counts at heel and toes, mm: pternion and raised toes.
  static let endHeight = 45.0
  /// Distance between the corners while the line is moved, mm.
  static let step = 2.0
  /// Distance from an outline that is almost right within which points count, mm.
  static let reach = 4.0
  /// The same for the traced line, mm: closing its gaps laid it across the clefts between the toes.
  static let firstReach = 8.0
  /// Thickness of the layers in which points are averaged, mm.
  static let layer = 3.0
  /// Share of what is usual that an average of points weighs at least.
  static let leastShare = 0.2

  /// Traces the silhouette of points; `nil` where there is none.
  ///
  /// - Parameter arch: height of the sole along its medial arch line; level ground where it is not known yet.
  init?(_ all: [Vector3], arch: ArchProfile = ArchProfile()) {
    let points = all.filter { Self.counts($0, arch) }
    guard let traced = SilhouetteTrace.outline(of: points), traced.perimeter > 100 else { return nil }
    self.init(points, arch: arch, from: traced, reaches: [Self.firstReach, Self.reach, Self.reach])
  }

  /// Moves an outline that is almost right onto points.
  init(_ all: [Vector3], arch: ArchProfile, from earlier: Outline) {
    self.init(all, arch: arch, from: earlier, reaches: [Self.reach])
  }

  private init(_ all: [Vector3], arch: ArchProfile, from start: Outline, reaches: [Double]) {
    var corners = start.resampledFromHeel(spacing: Self.step).points
    var heights = [Double](repeating: 0, count: corners.count)
    for reach in reaches { (corners, heights) = Self.moved(corners, onto: all, arch, reach) }
    (outline, rimHeights) = Self.refined(corners, heights)
  }

  @inline(__always) private static func counts(_ p: Vector3, _ arch: ArchProfile) -> Bool {
    p.z > -layer && p.z < arch.outlineHeight(atY: p.y)
  }

  /// The outline as another frame sees it from above.
  func moved(by placement: Similarity) -> SoleOutline {
    var other = self
    other.outline.points = zip(outline.points, rimHeights).map { placement.placed(Vector3($0.x, $0.y, $1)).xy }
    return other
  }

  /// A point beside the line: its corner and layer, its distance from the line and its height in the layer.
  private struct Beside: BitwiseCopyable {
    var slot: Int32
    var distance: Double
    var height: Double
  }

  /// Moves every corner along its normal onto the surface.
  private static func moved(
    _ corners: [Vector2], onto points: [Vector3], _ arch: ArchProfile, _ reach: Double
  ) -> ([Vector2], [Double]) {
    let count = corners.count
    let normals = (0..<count).map { index in
      let tangent = corners[(index + 1) % count] - corners[(index + count - 1) % count]
      return Vector2(tangent.y, -tangent.x).normalized
    }
    let nearest = NearestCorner(corners, reach: reach)
    let layers = Int(PlantarPatches.reach / layer) + 2
    let beside = Parallel.compactMap(points) { p -> Beside? in
      guard let corner = nearest.corner(at: p.xy), counts(p, arch) else { return nil }
      let index = min(Int((p.z + layer) / layer), layers - 1)
      return Beside(
        slot: Int32(truncatingIfNeeded: corner * layers + index),
        distance: (p.xy - corners[corner]).dot(normals[corner]), height: p.z - (Double(index) - 0.5) * layer)
    }
    var sheets = [SheetFit](repeating: SheetFit(), count: count * layers)
    var enough = 0.0
    // Two rounds: about the line, then closely about the first averages.
    var centers = [Double](repeating: 0, count: count * layers)
    for tolerance in [reach, reach / 2] {
      let earlier = centers
      let sums = Parallel.sums(count: beside.count) { range in
        var sheets = [SheetFit](repeating: SheetFit(), count: count * layers)
        for place in beside[range] {
          let slot = Int(place.slot)
          let residual = (place.distance - earlier[slot]) / tolerance
          let keep = 1 - residual * residual
          guard keep > 0 else { continue }
          sheets[slot].add(place.distance, at: place.height, weight: keep * keep)
        }
        return sheets
      } add: { all, more in
        for slot in all.indices { all[slot].add(more[slot], weight: 1) }
      }
      sheets = shared(sums, layers: layers)
      for slot in sheets.indices { centers[slot] = sheets[slot].mean }
      if tolerance < reach {
        enough = leastShare * (sheets.map(\.weight).filter { $0 > 0 }.median ?? 0)
      }
    }
    var offsets = [Double](repeating: 0, count: count)
    var heights = [Double](repeating: 0, count: count)
    for corner in 0..<count {
      let column = sheets[(corner * layers)..<((corner + 1) * layers)]
      let first = column.startIndex
      guard
        let best = column.indices.filter({ column[$0].weight > enough }).max(by: { column[$0].mean < column[$1].mean })
      else { continue }
      func known(_ slot: Int) -> Double? {
        column.indices.contains(slot) && column[slot].weight > enough ? column[slot].mean : nil
      }
      offsets[corner] = column[best].mean
      if let lower = known(best - 1), let upper = known(best + 1) {
        offsets[corner] += crown(below: lower - column[best].mean, above: upper - column[best].mean)
      } else {
        // Where the surface ends at a slanting edge, the edge is the border.
        let rise = column[best].rise
        if known(best + (rise > 0 ? 1 : -1)) == nil { offsets[corner] += min(abs(rise), layer / 2) }
      }
      heights[corner] = (Double(best - first) - 0.5) * layer + column[best].middle
    }
    // A corner moves with its neighbours: the line stays smooth.
    let smooth = (0..<count).map { index in
      (offsets[(index + count - 1) % count] + 2 * offsets[index] + offsets[(index + 1) % count]) / 4
    }
    return ((0..<count).map { corners[$0] + normals[$0] * smooth[$0] }, heights)
  }

  /// How far a bulge reaches beyond the average of its outermost layer, from the averages of the layers beside it.
  ///
  /// The averages of a parabola over layers lie on the same parabola, lowered by curvature · layer² / 24.
  private static func crown(below: Double, above: Double) -> Double {
    let curvature = -(below + above)
    guard curvature > 1e-9 else { return 0 }
    let slope = (above - below) / 2
    return min(slope * slope / (2 * curvature) + curvature / 24, layer / 6)
  }

  /// Lets neighbouring corners share their points: weights 1 2 1.
  private static func shared(_ sheets: [SheetFit], layers: Int) -> [SheetFit] {
    let count = sheets.count
    return sheets.indices.map { slot in
      var sum = SheetFit()
      for (shift, weight) in [(-1, 1.0), (0, 2), (1, 1)] {
        sum.add(sheets[(slot + shift * layers + count) % count], weight: weight)
      }
      return sum
    }
  }

  /// Halves the distance between corners on a smooth curve through them (the four-point scheme of Dyn, 1987).
  private static func refined(_ corners: [Vector2], _ heights: [Double]) -> (Outline, [Double]) {
    let count = corners.count
    var points: [Vector2] = []
    var rims: [Double] = []
    for index in 0..<count {
      let a = corners[(index + count - 1) % count]
      let b = corners[index]
      let c = corners[(index + 1) % count]
      let d = corners[(index + 2) % count]
      points.append(b)
      points.append((b + c) * 0.5625 - (a + d) * 0.0625)
      rims.append(heights[index])
      rims.append((heights[index] + heights[(index + 1) % count]) / 2)
    }
    return (Outline(points: points), rims)
  }
}

/// Sums for the average distance of a sheet of points from a line, and how it changes with height.
private struct SheetFit {
  var weight = 0.0
  private var n = 0.0
  private var z = 0.0
  private var zz = 0.0
  private var zn = 0.0

  mutating func add(_ distance: Double, at height: Double, weight w: Double) {
    weight += w
    n += w * distance
    z += w * height
    zz += w * height * height
    zn += w * height * distance
  }

  mutating func add(_ other: SheetFit, weight w: Double) {
    weight += w * other.weight
    n += w * other.n
    z += w * other.z
    zz += w * other.zz
    zn += w * other.zn
  }

  /// Average distance.
  var mean: Double { weight > 0 ? n / weight : 0 }
  /// Average height.
  var middle: Double { weight > 0 ? z / weight : 0 }
  /// Change of the distance from the middle to the upper end of the sheet, as if it were evenly filled.
  var rise: Double {
    guard weight > 0 else { return 0 }
    let variance = max(zz / weight - middle * middle, 1e-6)
    return (zn / weight - middle * mean) / variance * (3 * variance).squareRoot()
  }
}

/// Finds the corner of a line that is nearest to a point, for points near the line.
private struct NearestCorner {
  private var origin = Vector2(.infinity, .infinity)
  private var columns = 0
  private var rows = 0
  private var corners: [Int32] = []
  private let cell = 1.0

  init(_ line: [Vector2], reach: Double) {
    var high = Vector2(-.infinity, -.infinity)
    for p in line {
      origin = Vector2(min(origin.x, p.x), min(origin.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    origin = origin - Vector2(reach + 2, reach + 2)
    columns = Int((high.x - origin.x + reach + 2) / cell) + 1
    rows = Int((high.y - origin.y + reach + 2) / cell) + 1
    corners = [Int32](repeating: -1, count: columns * rows)
    var distances = [Double](repeating: .infinity, count: columns * rows)
    let span = Int((reach + 1) / cell) + 1
    for (index, p) in line.enumerated() {
      let column = Int((p.x - origin.x) / cell)
      let row = Int((p.y - origin.y) / cell)
      for j in max(row - span, 0)...min(row + span, rows - 1) {
        for i in max(column - span, 0)...min(column + span, columns - 1) {
          let center = origin + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell
          let distance = (center - p).dot(center - p)
          if distance < distances[j * columns + i] {
            distances[j * columns + i] = distance
            corners[j * columns + i] = Int32(index)
          }
        }
      }
    }
  }

  @inline(__always) func corner(at p: Vector2) -> Int? {
    let u = (p.x - origin.x) / cell
    let v = (p.y - origin.y) / cell
    guard u >= 0, v >= 0, u < Double(columns), v < Double(rows) else { return nil }
    let corner = corners[Int(v) * columns + Int(u)]
    return corner < 0 ? nil : Int(corner)
  }
}

extension Outline {
  /// Even corners along the line, the first one at the rear end.
  fileprivate func resampledFromHeel(spacing: Double) -> Outline {
    let rear = points.indices.min { points[$0].y < points[$1].y } ?? 0
    return Outline(points: Array(points[rear...] + points[..<rear])).resampled(spacing: spacing)
  }
}
