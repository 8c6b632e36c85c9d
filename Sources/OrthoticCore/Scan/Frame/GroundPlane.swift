/// The plane that a sole stands on: it touches the pads of the heel and of the first and fifth metatarsal heads.
struct GroundPlane: Sendable {
  /// Where the heel pad touches it.
  let heel: Vector3
  /// Rise of the plane along x and along y.
  let slope: Vector2

  /// The plane through three places; `nil` where they lie in line or the plane is steep.
  init?(_ heel: Vector3, _ mt1: Vector3, _ mt5: Vector3) {
    let normal = (mt1 - heel).cross(mt5 - heel)
    guard normal.length > 1e-9, abs(normal.z) > 0.5 * normal.length else { return nil }
    self.heel = heel
    slope = Vector2(-normal.x / normal.z, -normal.y / normal.z)
  }

  /// Its unit normal, upwards.
  var up: Vector3 { Vector3(-slope.x, -slope.y, 1).normalized }

  /// Its height at a place.
  func height(at p: Vector2) -> Double { heel.z + slope.dot(p - heel.xy) }

  /// The turn that makes the plane level, with its origin on the plane at x = 0 and a given y.
  func leveling(at y: Double) -> Similarity {
    Similarity(
      up: Vector3(-slope.x, -slope.y, 1), forward: Vector3(0, 1, slope.y),
      origin: Vector3(0, y, height(at: Vector2(0, y))))
  }
}
