/// Numbers points so that those with the same three float32 coordinates share one number.
///
/// STL repeats each corner in every triangle around it; only bit-identical corners are one point (+0 and −0 are).
/// Open addressing over the point numbers, in the order of first appearance.
struct VertexWelder {
  /// The different points, in order of first appearance.
  private(set) var points: [Vector3] = []
  private var keys: [Key] = []
  private var slots: [UInt32]
  private var mask: Int

  private struct Key: Equatable {
    var x: UInt32
    var y: UInt32
    var z: UInt32
  }

  /// An empty welder.
  init() {
    slots = [UInt32](repeating: .max, count: 1 << 10)
    mask = slots.count - 1
  }

  /// The number of a point; a new one where its coordinates are new.
  @inline(__always) mutating func number(_ x: Float, _ y: Float, _ z: Float) -> UInt32 {
    // Adding 0 turns −0 into +0 and changes nothing else.
    let key = Key(x: (x + 0).bitPattern, y: (y + 0).bitPattern, z: (z + 0).bitPattern)
    var slot = Self.hash(key) & mask
    while slots[slot] != .max {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot &+ 1) & mask
    }
    let number = UInt32(truncatingIfNeeded: keys.count)
    slots[slot] = number
    keys.append(key)
    points.append(Vector3(Double(x), Double(y), Double(z)))
    if keys.count &* 2 > slots.count { grow() }
    return number
  }

  @inline(__always) private static func hash(_ key: Key) -> Int {
    var mixed = UInt64(key.x) | UInt64(key.y) << 32
    mixed = (mixed ^ UInt64(key.z) &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] != .max { slot = (slot &+ 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: number)
    }
  }
}
