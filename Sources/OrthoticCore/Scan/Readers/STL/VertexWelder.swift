/// Joins loose triangles: corners with the same three float32 coordinates become one point.
///
/// STL repeats each corner in every triangle around it; only bit-identical corners are one point (+0 and −0 are).
/// A hash table with open addressing holds the numbers of the points, which count in the order of first appearance.
/// The table is larger than the processor's caches, so corners are looked up in batches: first all their places in
/// the table are loaded, then all the points named there. Those loads wait for memory together instead of in turn.
struct VertexWelder {
  private struct Key: Equatable {
    var x: UInt32
    var y: UInt32
    var z: UInt32
  }

  private static let none = UInt32.max
  /// Corners looked up together; a multiple of 3, and small enough to stay in the first cache.
  private static let batchSize = 384

  private var keys: [Key]
  private var slots: [UInt32]
  private var triangles: [Triangle]
  private var batch = [Key](repeating: Key(x: 0, y: 0, z: 0), count: Self.batchSize)
  private var places = [Int](repeating: 0, count: Self.batchSize)
  private var numbers = [UInt32](repeating: 0, count: Self.batchSize)
  private var pending = 0

  /// An empty welder with room for some triangles; more may come.
  init(expectedTriangles: Int) {
    // A closed mesh has half as many points as triangles, so half of the table stays free.
    var size = 1 << 10
    while size < expectedTriangles { size *= 2 }
    slots = LargePages.array(capacity: size)
    slots.append(contentsOf: repeatElement(Self.none, count: size))
    keys = LargePages.array(capacity: expectedTriangles / 2)
    triangles = LargePages.array(capacity: expectedTriangles)
  }

  /// Takes the next corner; three in a row are a triangle.
  @inline(__always) mutating func append(_ x: Float, _ y: Float, _ z: Float) {
    // Adding 0 turns −0 into +0 and changes nothing else.
    batch[pending] = Key(x: (x + 0).bitPattern, y: (y + 0).bitPattern, z: (z + 0).bitPattern)
    pending &+= 1
    if pending == Self.batchSize { weldBatch() }
  }

  /// The points in order of first appearance, and the triangles over them.
  consuming func finished() -> ([Vector3], [Triangle]) {
    weldBatch()
    let keys = keys.span
    var points = LargePages.array(of: Vector3.self, capacity: keys.count)
    points.append(addingCapacity: keys.count) { output in
      for number in keys.indices {
        let key = keys[number]
        output.append(
          Vector3(
            Double(Float(bitPattern: key.x)), Double(Float(bitPattern: key.y)), Double(Float(bitPattern: key.z))))
      }
    }
    return (points, triangles)
  }

  @inline(never) private mutating func weldBatch() {
    let mask = slots.count &- 1
    for corner in 0..<pending {
      let place = Self.place(batch[corner], mask)
      places[corner] = place
      numbers[corner] = slots[place]
    }
    for corner in 0..<pending {
      let candidate = numbers[corner]
      let isKnown = candidate != Self.none && keys[Int(candidate)] == batch[corner]
      numbers[corner] = isKnown ? candidate : Self.none
    }
    for corner in 0..<pending where numbers[corner] == Self.none {
      numbers[corner] = searchedNumber(batch[corner], from: places[corner])
    }
    for corner in stride(from: 0, to: pending &- 2, by: 3) {
      triangles.append(Triangle(numbers[corner], numbers[corner &+ 1], numbers[corner &+ 2]))
    }
    pending = 0
    if keys.count &* 2 > slots.count { grow() }
  }

  /// The number of a point that is not in its first place, or a new number.
  @inline(__always) private mutating func searchedNumber(_ key: Key, from place: Int) -> UInt32 {
    let mask = slots.count &- 1
    var slot = place
    while slots[slot] != Self.none {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot &+ 1) & mask
    }
    let number = UInt32(truncatingIfNeeded: keys.count)
    slots[slot] = number
    keys.append(key)
    return number
  }

  @inline(__always) private static func place(_ key: Key, _ mask: Int) -> Int {
    var mixed = UInt64(key.x) | UInt64(key.y) &<< 32
    mixed = (mixed ^ UInt64(key.z) &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed &>> 32) &* 0x94d0_49bb_1331_11eb
    return Int(truncatingIfNeeded: mixed &>> 24) & mask
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.none, count: slots.count * 2)
    let mask = slots.count &- 1
    for number in keys.indices {
      var slot = Self.place(keys[number], mask)
      while slots[slot] != Self.none { slot = (slot &+ 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: number)
    }
  }
}
