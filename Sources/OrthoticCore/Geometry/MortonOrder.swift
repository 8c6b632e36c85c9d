/// Points in the order of a space-filling curve (Morton 1966): neighbours in space become neighbours in memory.
struct MortonOrder: Sendable {
  /// Bits per axis.
  static let bits = 16

  /// Numbers of the points along the curve.
  private(set) var order: [UInt32]
  /// The keys in that order: three interleaved bits for each halving of the box.
  private(set) var keys: [UInt64]

  /// Sorts finite points inside a box.
  init(_ points: [Vector3], box: Bounds) {
    let size = max(box.size.x, box.size.y, box.size.z)
    let scale = size > 0 ? Double(1 << Self.bits - 1) / size : 0
    func cell(_ value: Double) -> UInt64 { UInt64(min(max(value * scale, 0), Double(1 << Self.bits - 1))) }
    keys = points.map { point in
      let p = point - box.minimum
      return Self.spread(cell(p.x)) | Self.spread(cell(p.y)) << 1 | Self.spread(cell(p.z)) << 2
    }
    order = (0..<UInt32(points.count)).map { $0 }
    sort()
  }

  /// Two empty bits behind each bit.
  private static func spread(_ value: UInt64) -> UInt64 {
    var x = value & 0x1f_ffff
    x = (x | x << 32) & 0x001f_0000_0000_ffff
    x = (x | x << 16) & 0x001f_0000_ff00_00ff
    x = (x | x << 8) & 0x100f_00f0_0f00_f00f
    x = (x | x << 4) & 0x10c3_0c30_c30c_30c3
    return (x | x << 2) & 0x1249_2492_4924_9249
  }

  /// Radix sort, twelve bits at a time from the lowest.
  private mutating func sort() {
    let digit = 12
    var sortedKeys = keys
    var sortedOrder = order
    for shift in stride(from: 0, to: 3 * Self.bits, by: digit) {
      var starts = [Int](repeating: 0, count: 1 << digit)
      for key in keys { starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (1 << digit - 1)] += 1 }
      var sum = 0
      for bin in starts.indices {
        let count = starts[bin]
        starts[bin] = sum
        sum += count
      }
      for index in keys.indices {
        let bin = Int(truncatingIfNeeded: keys[index] >> UInt64(shift)) & (1 << digit - 1)
        sortedKeys[starts[bin]] = keys[index]
        sortedOrder[starts[bin]] = order[index]
        starts[bin] += 1
      }
      swap(&keys, &sortedKeys)
      swap(&order, &sortedOrder)
    }
  }
}
