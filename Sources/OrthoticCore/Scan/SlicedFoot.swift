#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A sample of the foot standing on its sole, cut across its long axis into slices: what heel, toes and side are told
/// from.
///
/// Coordinates are those of `placement`: u along the foot, v across, height above the floor, all as shares of the
/// length; which end is the heel is not yet known.
struct SlicedFoot: Sendable {
  /// One slice across the foot; `nan` where nothing was seen.
  struct Slice: Sendable {
    /// Lowest v of the silhouette near the sole.
    var left = Double.nan
    /// Highest v of the silhouette near the sole.
    var right = Double.nan
    /// Height of the topmost place.
    var top = Double.nan
    /// v of the topmost places, weighted by area.
    var crest = Double.nan
    /// Lowest height in the left third of the silhouette.
    var lowLeft = Double.nan
    /// Lowest height in the right third.
    var lowRight = Double.nan
    /// Width of the silhouette.
    var width: Double { right - left }
  }

  /// From the file's frame to the standing frame in shares of the length: x across, y along, z up; the rear end at
  /// y = 0.
  var placement: Placement
  /// Length along the axis, file units.
  var length: Double
  /// The slices from the lower end to the upper.
  var slices: [Slice]

  /// Number of slices along the foot.
  static let count = 20
  /// Height up to which the surface counts to the silhouette, as a share of the length: 25 mm of a foot of 270 mm.
  static let silhouetteHeight = 0.093

  /// Stands a sample on the floor that a sole direction gives.
  init?(_ sample: SurfaceSample, sole: SoleDirection) {
    let down = sole.direction
    guard let farthest = Self.floor(sample, down) else { return nil }
    let seed = abs(down.x) < 0.7 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    var placed = Placement(up: -down, forward: seed, origin: down * farthest)
    var band = sample.size * 0.1
    var extent = 0.0
    for _ in 0..<3 {
      var mean = Vector2.zero
      var total = 0.0
      let near = sample.points.indices.filter { placed.placed(sample.points[$0]).z < band }
      // Each cell of the silhouette counts once, however many layers lie over it.
      let flat = Self.silhouette(near.map { placed.placed(sample.points[$0]).xy }, cell: sample.size / 60)
      guard flat.count >= 10 else { return nil }
      for point in flat {
        mean = mean + point
        total += 1
      }
      mean = mean * (1 / total)
      var xx = 0.0
      var xy = 0.0
      var yy = 0.0
      for point in flat {
        let p = point - mean
        xx += p.x * p.x
        xy += p.x * p.y
        yy += p.y * p.y
      }
      let angle = 0.5 * atan2(2 * xy, xx - yy)
      placed = Placement(
        up: placed.z, forward: placed.direction(Vector3(cos(angle), sin(angle), 0)), origin: placed.origin)
      var low = Double.infinity
      var high = -Double.infinity
      var middle = 0.0
      for index in near {
        let p = placed.placed(sample.points[index])
        low = min(low, p.y)
        high = max(high, p.y)
        middle += p.x / Double(near.count)
      }
      extent = high - low
      guard extent > 0 else { return nil }
      placed.origin = placed.unplaced(Vector3(middle, low, 0))
      band = extent * Self.silhouetteHeight
    }
    placed.scale = 1 / extent
    placement = placed
    length = extent
    slices = Self.cut(sample, placed)
  }

  /// The same foot looked at with its ends swapped.
  init(turned other: SlicedFoot, sample: SurfaceSample) {
    let old = other.placement
    placement = Placement(
      x: -old.x, y: -old.y, z: old.z, origin: old.unplaced(Vector3(0, 1, 0)), scale: old.scale)
    length = other.length
    slices = Self.cut(sample, placement)
  }

  private static func floor(_ sample: SurfaceSample, _ down: Vector3) -> Double? {
    let depths = sample.points.map { $0.dot(down) }.sorted(by: >)
    return depths.isEmpty ? nil : depths[min(depths.count / 500, depths.count - 1)]
  }

  private static func silhouette(_ points: [Vector2], cell: Double) -> [Vector2] {
    guard let first = points.first else { return [] }
    var low = first
    var high = first
    for p in points {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    let columns = Int(min((high.x - low.x) / cell, 1000)) + 1
    let rows = Int(min((high.y - low.y) / cell, 1000)) + 1
    var seen = [Bool](repeating: false, count: columns * rows)
    for p in points {
      seen[min(Int((p.y - low.y) / cell), rows - 1) * columns + min(Int((p.x - low.x) / cell), columns - 1)] = true
    }
    return seen.indices.filter { seen[$0] }.map {
      Vector2(low.x + (Double($0 % columns) + 0.5) * cell, low.y + (Double($0 / columns) + 0.5) * cell)
    }
  }

  private static func cut(_ sample: SurfaceSample, _ placement: Placement) -> [Slice] {
    let points = sample.points.map { placement.placed($0) }
    func slice(_ p: Vector3) -> Int { min(max(Int(p.y * Double(count)), 0), count - 1) }
    var slices = [Slice](repeating: Slice(), count: count)
    for p in points {
      let s = slice(p)
      slices[s].top = p.z > slices[s].top ? p.z : slices[s].top.isNaN ? p.z : slices[s].top
      guard p.z < silhouetteHeight else { continue }
      slices[s].left = slices[s].left.isNaN ? p.x : min(slices[s].left, p.x)
      slices[s].right = slices[s].right.isNaN ? p.x : max(slices[s].right, p.x)
    }
    var crestWeight = [Double](repeating: 0, count: count)
    for (index, p) in points.enumerated() {
      let s = slice(p)
      if p.z > slices[s].top - 0.02 {
        slices[s].crest = (slices[s].crest.isNaN ? 0 : slices[s].crest) + p.x * sample.areas[index]
        crestWeight[s] += sample.areas[index]
      }
      let across = (p.x - slices[s].left) / slices[s].width
      if across > 0.08 && across < 0.33 { slices[s].lowLeft = slices[s].lowLeft < p.z ? slices[s].lowLeft : p.z }
      if across > 0.67 && across < 0.92 { slices[s].lowRight = slices[s].lowRight < p.z ? slices[s].lowRight : p.z }
    }
    for s in 0..<count where crestWeight[s] > 0 { slices[s].crest /= crestWeight[s] }
    return slices
  }
}
