import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An oval metatarsal dome: the product's element, or one that the benchmark lays on the device itself, independently of it.
///
/// ```
///        front edge  ─ ─   ↑ distal part of the length
///          ╭───╮     crest ┼
///         │     │          ↓ the rest, towards the heel
///          ╰───╯           ← width →
/// ```
struct StudyDome: Sendable {
  /// Length along the foot, width across it, height of the crest, mm.
  var length = 60.0
  var width = 50.0
  var height: Double
  /// Middle across the foot and front edge along it, mm.
  var x: Double
  var frontEdge: Double
  /// How far that front edge lies ahead of the heads, mm.
  var ahead: Double
  /// Part of the length ahead of the crest.
  var distalShare = 1.0 / 3
  /// Whether the product's element makes it.
  var isProduct = true
  /// Whether the benchmark's own dome runs out like half a cosine, or ends in a shoulder like the cap of a sphere.
  var isCap = false

  /// Height of the dome at a place, mm.
  func height(at place: Vector2) -> Double {
    let ahead = place.y - (frontEdge - distalShare * length)
    let v = ahead / (length * (ahead > 0 ? distalShare : 1 - distalShare))
    let u = 2 * (place.x - x) / width
    let r = (u * u + v * v).squareRoot()
    guard r < 1 else { return 0 }
    return height * (isCap ? 1 - r * r : (1 + cos(.pi * r)) / 2)
  }
}

extension StudyDome {
  /// Asks for the dome in a prescription.
  func prescribe(_ prescription: inout Prescription) {
    prescription.metatarsalPad = height
    prescription.metatarsalPadShape = .oval
    prescription.metatarsalPadLength = length
    prescription.metatarsalPadWidth = width
    prescription.metatarsalPadPlace = .front
    prescription.metatarsalPadFront = -ahead
  }
}

/// A device of a study without a dome, and what it becomes with one.
struct StudyDevice: Sendable {
  let foot: StudyFoot
  let change: @Sendable (inout Prescription) -> Void
  let design: ShapedDesign

  /// `nil` where the foot gives no such device.
  init?(_ foot: StudyFoot, _ change: @escaping @Sendable (inout Prescription) -> Void) {
    guard let design = foot.design(change) else { return nil }
    self.foot = foot
    self.change = change
    self.design = design
  }

  /// Peak pressure after, kPa, with a dome on the device's top.
  func picture(with dome: StudyDome? = nil) -> HeightGrid {
    guard let dome else { return Self.picture(of: design, on: design.surfaces) }
    if dome.isProduct,
      let padded = foot.design({
        change(&$0)
        dome.prescribe(&$0)
      })
    {
      return Self.picture(of: padded, on: padded.surfaces)
    }
    var raised = design.surfaces
    let layout = raised.top.layout
    for index in raised.top.values.indices {
      raised.top.values[index] += dome.height(at: layout.position(index))
    }
    return Self.picture(of: design, on: raised)
  }

  private static func picture(of design: ShapedDesign, on surfaces: InsoleSurfaces) -> HeightGrid {
    let model = design.loading.model
    let insole = InsoleOnGrid(surfaces: surfaces, layout: model.layout, prescription: design.prescription)
    return HeightGrid(layout: model.layout, values: model.solutions(on: insole).peak)
  }
}
