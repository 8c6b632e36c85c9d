#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

/// Devices lying flat on one bed, side by side, all turned alike.
package struct BedLayout: Equatable, Sendable {
  /// Turn of each about the vertical, degrees.
  package var turn: Double
  /// Middle of each one's box on the bed, mm.
  package var places: [Vector2]
  /// Whether all of it lies within the bed.
  package var fits: Bool

  /// Room between two devices, mm.
  static let gap = 5.0

  /// Arranges devices in a row along the bed's width, or its depth, at the smallest turn in whole degrees that fits.
  ///
  /// Where none does, they lie in a row along the width without a turn, over the edge of the bed.
  package init(_ meshes: [Mesh], printer: Printer = Printer()) {
    let shadows = meshes.map { mesh in ConvexHull.points(mesh.vertices.filter(\.isFinite).map(\.xy)) }
    let middle = Vector2(printer.bedWidth / 2, printer.bedDepth / 2)
    turn = 0
    places = Self.row(Self.sizes(shadows, turn: 0), alongWidth: true, middle: middle).places
    fits = false
    for degrees in 0..<180 {
      let sizes = Self.sizes(shadows, turn: Double(degrees))
      for alongWidth in [true, false] {
        let row = Self.row(sizes, alongWidth: alongWidth, middle: middle)
        if row.width <= printer.bedWidth, row.depth <= printer.bedDepth {
          turn = Double(degrees)
          places = row.places
          fits = true
          return
        }
      }
    }
  }

  /// Width and depth of each when turned.
  private static func sizes(_ shadows: [[Vector2]], turn degrees: Double) -> [Vector2] {
    let angle = degrees * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    return shadows.map { shadow in
      Bounds2(shadow.lazy.map { Vector2(c * $0.x - s * $0.y, s * $0.x + c * $0.y) })?.size ?? .zero
    }
  }

  private static func row(
    _ sizes: [Vector2], alongWidth: Bool, middle: Vector2
  ) -> (places: [Vector2], width: Double, depth: Double) {
    let lengths = sizes.map { alongWidth ? $0.x : $0.y }
    let total = lengths.reduce(0, +) + gap * Double(max(sizes.count - 1, 0))
    let thickest = sizes.map { alongWidth ? $0.y : $0.x }.max() ?? 0
    var places: [Vector2] = []
    var start = -total / 2
    for length in lengths {
      let along = start + length / 2
      places.append(middle + (alongWidth ? Vector2(along, 0) : Vector2(0, along)))
      start += length + gap
    }
    return (places, alongWidth ? total : thickest, alongWidth ? thickest : total)
  }
}
