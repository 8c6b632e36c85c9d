import OrthoticCore

extension ParametricFoot {
  /// The foot as the core would find it in a perfect scan: truth in place of every finding.
  public func shape(spacing: Double = 0.5) -> FootShape {
    let layout = layout(spacing: spacing)
    let truth = truth
    return FootShape(
      side: truth.side, points: [], triangles: [], landmarks: truth.landmarks, plantar: plantarGrid(layout),
      filled: [Bool](repeating: false, count: layout.count), outline: outline(), length: truth.length,
      assumptions: [], findings: [])
  }
}
