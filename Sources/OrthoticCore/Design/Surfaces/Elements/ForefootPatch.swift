/// A flat patch of added or removed height under part of the forefoot, its edges blended.
///
/// Morton's and reverse Morton's extensions, the kinetic recess and the first-ray relief are patches of different place,
/// size and sign.
struct ForefootPatch {
  /// Middle of the patch, mm.
  var center: Vector2
  /// Direction of its length.
  let axis: Vector2
  /// Size along and across the axis, measured at half height, mm.
  let length: Double
  let width: Double
  /// Height added, mm; negative is a recess.
  let height: Double
  /// Width of the blended edge, mm.
  var blend = 4.0

  func apply(to row: inout SurfaceRow) {
    let inner = blend / 2
    row.add { place in
      let away = place - center
      let along = abs(away.dot(axis)) - length / 2
      let across = abs(away.dot(Vector2(axis.y, -axis.x))) - width / 2
      guard along < inner, across < inner else { return 0 }
      return height * (1 - smoothStep(-inner, inner, along)) * (1 - smoothStep(-inner, inner, across))
    }
  }
}
