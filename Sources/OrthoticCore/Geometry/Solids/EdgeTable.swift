/// Numbers remembered by key, for a few thousand keys: open addressing, the same on every run.
struct EdgeTable {
  private var keys = [Int](repeating: -1, count: 4096)
  private var values = [Int32](repeating: 0, count: 4096)
  private var count = 0

  /// The value of a key that is not negative; a new key gets the value offered.
  mutating func value(for key: Int, orNew value: Int32) -> Int32 {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] != key {
      keys[slot] = key
      values[slot] = value
      count += 1
    }
    return values[slot]
  }

  /// Where a key stands or would stand.
  private func slot(of key: Int) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while keys[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 >= 0 }
    keys = [Int](repeating: -1, count: 2 * keys.count)
    values = [Int32](repeating: 0, count: keys.count)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
