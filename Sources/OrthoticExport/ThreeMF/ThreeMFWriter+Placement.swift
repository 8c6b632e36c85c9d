#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

extension ThreeMFWriter.Placement {
  /// Turns a mesh about the vertical and moves it so that the middle of its box stands over a point, its bottom at 0.
  ///
  /// The shift is in whole millimetres, so that a mesh that is only moved keeps the digits of its coordinates.
  init(of mesh: Mesh, turn degrees: Double, middle: Vector2) {
    let angle = degrees * .pi / 180
    let (c, s) = degrees == 0 ? (1, 0) : (cos(angle), sin(angle))
    let turned = mesh.vertices.map { Vector3(c * $0.x - s * $0.y, s * $0.x + c * $0.y, $0.z) }
    guard let bounds = Bounds(turned) else {
      numbers = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
      return
    }
    let shift = Vector3(middle.x - bounds.center.x, middle.y - bounds.center.y, -bounds.minimum.z)
    // The specification multiplies rows: a point times the matrix.
    numbers = [c, s, 0, -s, c, 0, 0, 0, 1, shift.x.rounded(), shift.y.rounded(), shift.z]
  }

  /// The numbers as the specification writes them.
  var text: String {
    numbers.map { number in
      // A shift of −0 or 1e-17 is none.
      let value = abs(number) < 1e-9 ? 0 : (number * 1e6).rounded() / 1e6
      return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }.joined(separator: " ")
  }
}
