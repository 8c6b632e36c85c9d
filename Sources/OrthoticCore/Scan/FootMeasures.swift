/// Lengths and indices of a scanned foot, from its outline, landmarks and sole.
public struct FootMeasures: Equatable, Sendable {
  /// Heel to longest toe, mm.
  public var footLength: Double
  /// Widest place across the metatarsal heads, at right angles to the foot's axis, mm; `nil` where the outline has no
  /// points there.
  public var ballWidth: Double?
  /// Widest place across the heel, mm; `nil` where the outline has no points there.
  public var heelWidth: Double?
  /// Height of the arch's highest point above the ground, mm.
  public var archHeight: Double
  /// Arch index (Cavanagh and Rodgers 1987) of the footprint that the sole would leave; `nil` where it leaves none.
  public var archIndex: Double?

  /// Height up to which the sole counts as footprint, mm: about what the pads of a standing foot flatten [M].
  static let printHeight = 3.0
  /// How far the toeless footprint reaches in front of the metatarsal line, share of the length, as `FootRegions` has it.
  static let toeLineOffset = 0.075
  /// Where the heel is measured, shares of the length.
  static let heelBand = 0.08...0.25

  /// Measures a foot.
  public init(_ foot: FootShape) {
    let landmarks = foot.landmarks
    footLength = foot.length
    archHeight = landmarks.archApex.position.z
    let heads = [landmarks.mt1.position.y, landmarks.mt5.position.y].sorted()
    ballWidth = Self.width(of: foot.outline, from: heads[0], to: heads[1])
    heelWidth = Self.width(
      of: foot.outline, from: Self.heelBand.lowerBound * foot.length, to: Self.heelBand.upperBound * foot.length)
    archIndex = Self.archIndex(of: foot)
  }

  private static func width(of outline: Outline, from rear: Double, to front: Double) -> Double? {
    let xs = outline.points.filter { $0.y >= rear && $0.y <= front }.map(\.x)
    guard let low = xs.min(), let high = xs.max(), high > low else { return nil }
    return high - low
  }

  /// Middle third of the toeless print's area over the whole of it; ≤ 0.21 is a high arch, ≥ 0.26 a low one.
  private static func archIndex(of foot: FootShape) -> Double? {
    let layout = foot.plantar.layout
    var rows = [Int](repeating: 0, count: layout.rows)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns where foot.plantar[column, row] < printHeight {
        let toeLine = foot.landmarks.metatarsalLine(atX: layout.x(column)) + toeLineOffset * foot.length
        if layout.y(row) <= toeLine { rows[row] += 1 }
      }
    }
    guard let first = rows.firstIndex(where: { $0 > 0 }), let last = rows.lastIndex(where: { $0 > 0 }) else {
      return nil
    }
    let third = Double(last - first + 1) / 3
    var middle = 0
    for row in first...last where Double(row - first) >= third && Double(row - first) < 2 * third {
      middle += rows[row]
    }
    return Double(middle) / Double(rows.reduce(0, +))
  }
}
