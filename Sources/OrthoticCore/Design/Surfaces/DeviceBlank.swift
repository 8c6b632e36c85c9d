/// What a device of a foot starts from whatever is worked into it: the trim line and the copied sole on one grid.
///
/// Nothing here depends on the pressure, so it is made while the pressure is laid on the foot; devices that differ in
/// what is worked in, such as the trials of a dose, share it.
struct DeviceBlank: Sendable {
  /// Outer line seen from above.
  let trim: Outline
  /// Height of the sole above the ground, mm, continued beyond the foot.
  let sole: HeightGrid
  /// Distance inside the trim line, mm, negative outside; beyond `RimGuard.guardedBand` inside and `SoleField.margin`
  /// outside only its sign is right.
  let distanceToTrim: HeightGrid
  /// The side of the trim line that is closest to each node, from its corner of the same number to the next; −1 beyond
  /// `RimGuard.guardedBand`.
  let closestSides: [Int32]

  init(foot: FootShape, trim: Outline) {
    self.trim = trim
    let layout = SoleField.layout(foot: foot, trim: trim)
    (distanceToTrim, closestSides) = trim.signedDistance(
      on: layout, reach: BoundaryLines.Reach(inside: RimGuard.guardedBand, outside: SoleField.margin))
    sole = SoleField(foot: foot, layout: layout, distanceToTrim: distanceToTrim).heights
  }

  /// The blank within the trim line that a prescription asks for, or within the user's own.
  init(foot: FootShape, prescription: Prescription, fit: OutlineFit?) {
    let trim =
      if let fit { TrimLine.cut(fit.outline, foot: foot, prescription) } else {
        TrimLine.outline(foot: foot, prescription: prescription)
      }
    self.init(foot: foot, trim: trim)
  }
}
