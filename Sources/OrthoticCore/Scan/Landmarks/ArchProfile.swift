/// Height of the sole along its medial arch line, a quarter of the width from the medial border, and from it the height
/// up to which a surface counts to the outline.
struct ArchProfile: Sendable {
  private var start = 0.0
  private var heights: [Double] = []
  private var length = 0.0
  private let spacing = 4.0

  /// Level ground.
  init() {}

  /// Reads the profile from a sole.
  init(sole: HeightGrid, borders: SoleBorders) {
    start = borders.rear.y
    length = borders.footLength
    let count = max(Int(min(borders.length, 1000) / spacing), 0)
    let line = LandmarkFinder.archLine
    let range = LandmarkFinder.archRange
    let raw = (0..<count).map { index in
      let share = Double(index) * spacing / borders.footLength
      guard range.contains(share), let p = borders.place(along: share, across: line) else { return 0.0 }
      let z = sole.interpolated(at: p)
      return z.isNaN ? 0 : min(max(z, 0), 25)
    }
    // Eased over some 12 mm, so that the height up to which the outline looks has no steps.
    heights = raw.indices.map { index in
      (-3...3).reduce(0.0) { $0 + raw[min(max(index + $1, 0), raw.count - 1)] } / 7
    }
  }

  /// Height at a place along the foot, mm.
  @inline(__always) func height(atY y: Double) -> Double {
    guard heights.count > 1 else { return 0 }
    let v = min(max((y - start) / spacing, 0), Double(heights.count - 1) - 1e-9)
    let row = Int(v)
    return heights[row] + (heights[min(row + 1, heights.count - 1)] - heights[row]) * (v - Double(row))
  }

  /// Height up to which the surface counts to the outline, mm.
  @inline(__always) func outlineHeight(atY y: Double) -> Double {
    guard length > 0 else { return SoleOutline.endHeight }
    let share = (y - start) / length
    // 1 over the first and last fifth of the length, 0 between 30 and 70 %.
    let eased = smoothStep((abs(share - 0.5) - 0.2) / 0.1)
    let high = SoleOutline.endHeight - SoleOutline.height
    return SoleOutline.height + max(height(atY: y), eased * high)
  }
}
