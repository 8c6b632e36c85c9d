/// Where the foot begins and ends along its axis.
///
/// The outline is smooth and so runs a little inside of a bumpy tip. Where the scan is clean, its own points decide;
/// where it is noisy they reach too far, and the outline decides.
struct FootEnds: Sendable {
  /// y of the rearmost point, mm.
  private(set) var rear: Double
  /// y of the foremost point, mm.
  private(set) var front: Double
  /// Middle of the surface at the rear end: x and height, mm.
  private(set) var rearMiddle: (x: Double, z: Double)
  /// Middle of the surface at the front end.
  private(set) var frontMiddle: (x: Double, z: Double)

  /// Noise up to which the points decide, and from which the outline does, mm.
  static let noise = (clean: 0.08, noisy: 0.12)
  /// Distance from the outline's end within which points are looked at, mm.
  static let reach = (across: 12.0, beyond: 1.5)
  /// Distance from an end along the foot within which the surface counts to it, mm: a blunt end has its point in the
  /// middle.
  static let depth = 2.5

  /// Heel to longest toe, mm.
  var length: Double { front - rear }

  /// Finds the ends among the points of a scan in the canonical frame.
  init(_ points: [Vector3], borders: SoleBorders, arch: ArchProfile, noise: Double) {
    rear = borders.rear.y
    front = borders.front.y
    let trust = ramp(Self.noise.noisy, Self.noise.clean, noise)
    // The second farthest: one point alone may be a stray.
    var first = (rear: rear, front: front)
    var second = first
    var behind = EndSum()
    var ahead = EndSum()
    let inner = (rear: rear + Self.depth, front: front - Self.depth)
    for p in points where (p.y > inner.front || p.y < inner.rear) && p.z < arch.outlineHeight(atY: p.y) {
      if p.y > inner.front, p.y < borders.front.y + Self.reach.beyond, abs(p.x - borders.front.x) < Self.reach.across {
        ahead.add(p, depth: p.y - inner.front)
        if p.y > first.front {
          (first.front, second.front) = (p.y, first.front)
        } else {
          second.front = max(second.front, p.y)
        }
      } else if p.y < inner.rear, p.y > borders.rear.y - Self.reach.beyond,
        abs(p.x - borders.rear.x) < Self.reach.across
      {
        behind.add(p, depth: inner.rear - p.y)
        if p.y < first.rear {
          (first.rear, second.rear) = (p.y, first.rear)
        } else {
          second.rear = min(second.rear, p.y)
        }
      }
    }
    rear += trust * (second.rear - rear)
    front += trust * (second.front - front)
    rearMiddle = behind.middle ?? (x: borders.rear.x, z: 0)
    frontMiddle = ahead.middle ?? (x: borders.front.x, z: 0)
  }
}

/// Weighted sum of the points near an end.
private struct EndSum {
  private var weight = 0.0
  private var x = 0.0
  private var z = 0.0

  mutating func add(_ p: Vector3, depth: Double) {
    let w = depth * depth
    weight += w
    x += w * p.x
    z += w * p.z
  }

  var middle: (x: Double, z: Double)? { weight > 0 ? (x / weight, z / weight) : nil }
}
