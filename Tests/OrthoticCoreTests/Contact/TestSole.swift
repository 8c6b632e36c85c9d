@testable import OrthoticCore

/// A small foot-like sole for tests: heel and ball pads, a raised arch, an elliptic outline, 10 × 24 cm.
enum TestSole {
  static func layout(spacing: Double = 5) -> GridLayout {
    GridLayout(
      origin: Vector2(-50, 0), spacing: spacing, columns: Int(100 / spacing) + 1, rows: Int(240 / spacing) + 1)
  }

  static func height(_ layout: GridLayout, arch: Double = 12) -> [Double] {
    (0..<layout.count).map { node in
      let p = layout.position(node)
      let u = p.x / 42
      let v = (p.y - 120) / 118
      guard u * u + v * v < 1 else { return .nan }
      let bump = max(0, 1 - (p.y - 110) * (p.y - 110) / 3600)
      let side = min(max((25 - p.x) / 50, 0), 1)
      return arch * bump * side + 6 * u * u * u * u + 5 * v * v * v * v
    }
  }

  /// The sole on a flat floor: height, tissue, force at a place that it can balance.
  static func problem(spacing: Double = 5, force: Double = 700) -> ContactProblem {
    let layout = layout(spacing: spacing)
    let overclosure = height(layout).map { $0.isNaN ? -.infinity : -$0 }
    return ContactProblem(
      layout: layout, overclosure: overclosure,
      tissue: TissueField(TissueColumn(thickness: 14, stiffness: 280, exponent: 2.5), count: layout.count),
      force: force, centerOfPressure: Vector2(2, 110))
  }
}
