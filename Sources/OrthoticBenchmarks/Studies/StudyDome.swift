import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An oval metatarsal dome laid on a device by the benchmark itself, not by the product's element.
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
  /// Part of the length ahead of the crest; as the product's pad has it.
  var distalShare = 1.0 / 3
  /// Whether the dome runs out like half a cosine (the product's), or ends in a shoulder like the cap of a sphere.
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

extension ShapedDesign {
  /// Peak pressure after, kPa, with a dome laid on the device's top.
  func picture(with dome: StudyDome? = nil) -> HeightGrid {
    var raised = surfaces
    if let dome {
      let layout = raised.top.layout
      for index in raised.top.values.indices {
        raised.top.values[index] += dome.height(at: layout.position(index))
      }
    }
    let model = loading.model
    let insole = InsoleOnGrid(surfaces: raised, layout: model.layout, prescription: prescription)
    return HeightGrid(layout: model.layout, values: model.solutions(on: insole).peak)
  }
}
