/// Where the foot begins and ends along its axis.
///
/// The outline is smooth and so runs a little inside of a bumpy tip. Where the scan is clean, its own points decide;
/// where it is noisy they reach too far, and the outline decides.
struct FootEnds: Sendable {
  /// y of the rearmost point, mm.
  private(set) var rear: Double
  /// y of the foremost point, mm.
  private(set) var front: Double

  /// Noise up to which the points decide, and from which the outline does, mm.
  static let noise = (clean: 0.08, noisy: 0.12)
  /// Distance from the outline's end within which points are looked at, mm.
  static let reach = (across: 12.0, beyond: 1.5)

  /// Heel to longest toe, mm.
  var length: Double { front - rear }

  /// Finds the ends among the points of a scan in the canonical frame.
  init(_ points: [Vector3], borders: SoleBorders, arch: ArchProfile, noise: Double) {
    rear = borders.rear.y
    front = borders.front.y
    let trust = min(max((Self.noise.noisy - noise) / (Self.noise.noisy - Self.noise.clean), 0), 1)
    guard trust > 0 else { return }
    // The second farthest: one point alone may be a stray.
    var first = (rear: rear, front: front)
    var second = first
    for p in points where p.z < arch.outlineHeight(atY: p.y) {
      if p.y > borders.front.y, p.y < borders.front.y + Self.reach.beyond,
        abs(p.x - borders.front.x) < Self.reach.across
      {
        if p.y > first.front {
          (first.front, second.front) = (p.y, first.front)
        } else {
          second.front = max(second.front, p.y)
        }
      } else if p.y < borders.rear.y, p.y > borders.rear.y - Self.reach.beyond,
        abs(p.x - borders.rear.x) < Self.reach.across
      {
        if p.y < first.rear {
          (first.rear, second.rear) = (p.y, first.rear)
        } else {
          second.rear = min(second.rear, p.y)
        }
      }
    }
    rear += trust * (second.rear - rear)
    front += trust * (second.front - front)
  }
}
