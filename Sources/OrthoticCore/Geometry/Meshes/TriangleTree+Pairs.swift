extension TriangleTree {
  /// Number of groups after which a new piece of parallel work begins.
  private static let groupsPerChunk = 1024

  /// Pairs of triangles whose boxes meet and that pass a test, in a fixed order.
  ///
  /// `isWanted` gets two triangle numbers, the first one being earlier in the tree; it runs on several threads.
  public func pairs(where isWanted: @escaping @Sendable (UInt32, UInt32) -> Bool) -> [(UInt32, UInt32)] {
    let groups = levels[2] - levels[1]
    let chunks = (groups + Self.groupsPerChunk - 1) / Self.groupsPerChunk
    let found = Parallel.map(count: chunks) { chunk -> [(UInt32, UInt32)] in
      var pairs: [(UInt32, UInt32)] = []
      var stack: [UInt64] = []
      let first = chunk * Self.groupsPerChunk
      for group in first..<min(first + Self.groupsPerChunk, groups) { collect(group, &stack, &pairs, isWanted) }
      return pairs
    }
    return found.flatMap { $0 }
  }

  /// All wanted pairs between one group and itself or later groups.
  private func collect(
    _ group: Int, _ stack: inout [UInt64], _ pairs: inout [(UInt32, UInt32)], _ isWanted: (UInt32, UInt32) -> Bool
  ) {
    let boxes = boxes.span
    let box = boxes[levels[1] + group]
    let members = 4 * group..<min(4 * group + 4, order.count)
    stack.removeAll(keepingCapacity: true)
    // Level in the upper half, number within the level below.
    stack.append(UInt64(levels.count - 2) << 32)
    while let top = stack.popLast() {
      let level = Int(top >> 32)
      let number = Int(UInt32(truncatingIfNeeded: top))
      let below = levels[level - 1]
      let inner = 4 * number..<min(4 * number + 4, levels[level] - below)
      if level == 1 {
        for other in inner where boxes[other].meets(box) {
          for own in members where own < other && boxes[own].meets(boxes[other]) {
            if isWanted(order[own], order[other]) { pairs.append((order[own], order[other])) }
          }
        }
      } else {
        // Groups within box i of the level below end at (i + 1) · 4^(level − 2): earlier ones have had their turn.
        for child in inner where (child + 1) << (2 * (level - 2)) > group && boxes[below + child].meets(box) {
          stack.append(UInt64(level - 1) << 32 | UInt64(child))
        }
      }
    }
  }
}
