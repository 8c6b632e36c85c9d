/// Points in the order of a space-filling curve (Morton 1966): neighbours in space become neighbours in memory.
struct MortonOrder: Sendable {
  /// Bits per axis: as many as a word has room for beside the number of a point, 14 for a million points.
  let bits: Int
  /// The points along the curve, a word each: in its high bits three interleaved bits for each halving of the box, in
  /// its low bits the number of the point.
  private(set) var words: [UInt64]
  private let numberBits: Int

  /// Sorts at most 2³¹ finite points inside a box.
  init(_ points: [Vector3], box: Bounds) {
    let numberBits = max(UInt64.bitWidth - points.count.leadingZeroBitCount, 1)
    let bits = (UInt64.bitWidth - numberBits) / 3
    let last = Double(1 << bits - 1)
    let scale = Self.isSpread(box) ? last / max(box.size.x, box.size.y, box.size.z) : 0
    let low = box.minimum
    words = Parallel.array(count: points.count, grain: 1 << 14) { number in
      let p = (points[number] - low) * scale
      let key = Self.spread(p.x, last) | Self.spread(p.y, last) << 1 | Self.spread(p.z, last) << 2
      return key << UInt64(numberBits) | UInt64(number)
    }
    self.bits = bits
    self.numberBits = numberBits
    sort()
  }

  /// Whether a box is large enough to be divided; what is smaller counts as one place.
  static func isSpread(_ box: Bounds) -> Bool { max(box.size.x, box.size.y, box.size.z) > 1e-30 }

  /// The number of a point along the curve.
  @inline(__always) func number(at place: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: words[place] & (1 << UInt64(numberBits) - 1))
  }

  /// First place after `from` and before `end` whose point lies in another cube, `level` halvings above the smallest.
  func endOfCube(from: Int, end: Int, level: Int) -> Int {
    let shift = UInt64(numberBits + 3 * level)
    let cube = words[from] >> shift
    var low = from
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if words[middle] >> shift > cube { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A coordinate as a whole number, with two empty bits behind each bit.
  @inline(__always) private static func spread(_ value: Double, _ last: Double) -> UInt64 {
    var x = UInt64(min(max(value, 0), last)) & 0x1f_ffff
    x = (x | x << 32) & 0x001f_0000_0000_ffff
    x = (x | x << 16) & 0x001f_0000_ff00_00ff
    x = (x | x << 8) & 0x100f_00f0_0f00_f00f
    x = (x | x << 4) & 0x10c3_0c30_c30c_30c3
    return (x | x << 2) & 0x1249_2492_4924_9249
  }

  /// Radix sort by the keys, eleven bits at a time from the lowest; equal keys stay in the order of the points.
  private mutating func sort() {
    let digit = 11
    let mask = 1 << digit - 1
    let shifts = Array(stride(from: numberBits, to: numberBits + 3 * bits, by: digit))
    var starts = [Int](repeating: 0, count: shifts.count << digit)
    for word in words {
      for pass in shifts.indices {
        starts[pass << digit | Int(truncatingIfNeeded: word >> UInt64(shifts[pass])) & mask] &+= 1
      }
    }
    var sorted = words
    for pass in shifts.indices {
      var sum = 0
      for bin in pass << digit..<(pass + 1) << digit {
        let count = starts[bin]
        starts[bin] = sum
        sum += count
      }
      let shift = UInt64(shifts[pass])
      for word in words {
        let bin = pass << digit | Int(truncatingIfNeeded: word >> shift) & mask
        sorted[starts[bin]] = word
        starts[bin] &+= 1
      }
      swap(&words, &sorted)
    }
  }
}
