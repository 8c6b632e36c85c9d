extension PrescriptionVocabulary {
  /// Cup, skives, posts, lift and openings.
  static let heel: [PrescriptionElement] = [
    PrescriptionElement(
      "heel-cup", .length, \.heelCupDepth, 0...30, group: .heel,
      "Height of the heel cup's rim above the heel's lowest point",
      "Usual are 10 to 14 mm, up to 22 mm for strong control. Counted from the heel's lowest point."),
    PrescriptionElement(
      "heel-expansion", .length, \.heelExpansion, 0...10, absent: "auto", group: .heel,
      "Width added around the heel, both sides together",
      "Room for the fat pad that spreads under load. auto is 2 mm with \(.scanLoad) none, else 0."),
    PrescriptionElement(
      "medial-skive", .length, \.medialSkive, 0...8, group: .heel,
      "Depth of the medial heel skive at its line; 0 is none",
      """
      Kirby's wedge against a heel that rolls in: so deep a third of the width from the border, in the plane of \(.skivePlane). In mm, not \
      degrees; wants a cup of 14 mm.
      """),
    PrescriptionElement(
      "lateral-skive", .length, \.lateralSkive, 0...8, group: .heel,
      "Depth of the lateral heel skive at its line; 0 is none",
      """
      Kirby's wedge against a heel that rolls out: so deep a third of the width from the border, in the plane of \(.skivePlane). In mm, not \
      degrees; wants a cup of 14 mm.
      """),
    PrescriptionElement(
      "skive-plane", .angle, \.skivePlane, 5...30, group: .heel,
      "Tilt of a skive's plane",
      "15 degrees as Kirby describes it."),
    PrescriptionElement(
      "rearfoot-post", .tilt, \.rearfootPost, -12...12, group: .heel,
      "Tilt of the heel: 4varus raises the medial side",
      "A bare number is varus, a negative one valgus. Usual is 4, strong is 6. \"4/4\" on forms is post and motion."),
    PrescriptionElement(
      "post-style", \.postStyle, group: .heel,
      "Whether a rearfoot post tilts the shell or only the seat in it",
      "extrinsic: seat and rim tilt together, as with a wedge under the shell; intrinsic: the rim stays level."),
    PrescriptionElement(
      "inversion", .angle, \.inversion, 0...45, group: .heel,
      "Blake inversion of the cast",
      "25, 35 or 45 degrees are usual; the heel seat tilts by a fifth of it, on under the arch. Wants a deep cup."),
    PrescriptionElement(
      "heel-lift", .length, \.heelLift, 0...12, group: .heel,
      "Height under the heel, tapering to none at the metatarsal line",
      "For a leg-length difference start with half of it. Above 6 mm the heel may slip; 10 mm is the most in a shoe."),
    PrescriptionElement(
      "heel-aperture", \.heelAperture, group: .heel,
      "Opening under the heel's lowest point",
      "hole: right through the device; horseshoe: a hollow down to the minimum wall, open towards the arch."),
    PrescriptionElement(
      "heel-aperture-size", .length, \.heelApertureSize, 10...35, group: .heel,
      "Diameter of the opening under the heel",
      "20 mm is usual. Without \(.heelAperture) it does nothing."),
  ]
}
