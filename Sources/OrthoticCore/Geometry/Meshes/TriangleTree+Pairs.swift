/// What a test says about two triangles whose boxes meet.
public struct TrianglePairVerdict: Sendable {
  /// Whether the pair is wanted.
  public let isWanted: Bool
  /// What the answer cost, in simple comparisons of two boxes' worth of triangles.
  public let cost: Int

  /// Creates a verdict.
  public init(isWanted: Bool, cost: Int) {
    self.isWanted = isWanted
    self.cost = cost
  }
}

/// Pairs of triangles that were found, as far as the search went.
public struct TrianglePairs: Sendable {
  /// The first pairs, in a fixed order.
  public var listed: [(UInt32, UInt32)] = []
  /// How many were found.
  public var count = 0
  /// Whether all were looked for; else there may be more.
  public var isComplete = true

  /// None.
  public init() {}
}

extension TriangleTree {
  /// Number of groups after which a new piece of parallel work begins.
  private static let groupsPerChunk = 1024

  /// How far the search of a piece of work may still go.
  ///
  /// In a surface a triangle's box meets some dozens of others, but the long facets of a flat lid meet thousands: what most
  /// groups leave over is theirs. Where thousands lie upon each other, all pairs would be a number of the square of their
  /// count: the bounds keep the work in proportion to the mesh, and leave meshes of some thousand triangles, however
  /// tangled, complete.
  private struct Bounds {
    /// Boxes looked at.
    var boxes: Int
    /// Cost of the answers, as the test gives them.
    var cost: Int

    /// The bounds of some of a tree's groups of four triangles.
    init(groups: Int, of all: Int) {
      boxes = groups * max(4096, 24_000_000 / max(all, 1))
      cost = groups * max(1200, 2_400_000 / max(all, 1))
    }
  }

  /// Pairs of triangles whose boxes meet and that pass a test, in a fixed order.
  ///
  /// The work is bounded by the size of the mesh: see `TrianglePairs.isComplete`.
  ///
  /// - Parameters:
  ///   - limit: How many pairs are kept at most; all are counted.
  ///   - test: Gets two triangle numbers, the first one being earlier in the tree; it runs on several threads.
  public func pairs(
    keeping limit: Int, where test: @escaping @Sendable (UInt32, UInt32) -> TrianglePairVerdict
  ) -> TrianglePairs {
    let groups = levels[2] - levels[1]
    let chunks = (groups + Self.groupsPerChunk - 1) / Self.groupsPerChunk
    let found = Parallel.map(count: chunks) { chunk -> TrianglePairs in
      var pairs = TrianglePairs()
      var stack: [UInt64] = []
      let first = chunk * Self.groupsPerChunk
      let end = min(first + Self.groupsPerChunk, groups)
      var bounds = Bounds(groups: end - first, of: groups)
      for group in first..<end {
        if !collect(group, &stack, &pairs, limit, &bounds, test) { pairs.isComplete = false }
      }
      return pairs
    }
    var all = TrianglePairs()
    for piece in found {
      all.count += piece.count
      all.isComplete = all.isComplete && piece.isComplete
      all.listed += piece.listed.prefix(limit - all.listed.count)
    }
    return all
  }

  /// All wanted pairs between one group and itself or later groups; false where the bounds ended the search.
  private func collect(
    _ group: Int, _ stack: inout [UInt64], _ pairs: inout TrianglePairs, _ limit: Int, _ bounds: inout Bounds,
    _ test: (UInt32, UInt32) -> TrianglePairVerdict
  ) -> Bool {
    let boxes = boxes.span
    let box = boxes[levels[1] + group]
    let members = 4 * group..<min(4 * group + 4, order.count)
    stack.removeAll(keepingCapacity: true)
    // Level in the upper half, number within the level below.
    stack.append(UInt64(levels.count - 2) << 32)
    while let top = stack.popLast() {
      guard bounds.boxes >= 0, bounds.cost >= 0 else { return false }
      let level = Int(top >> 32)
      let number = Int(UInt32(truncatingIfNeeded: top))
      let below = levels[level - 1]
      let inner = 4 * number..<min(4 * number + 4, levels[level] - below)
      bounds.boxes -= 4
      if level == 1 {
        for other in inner where boxes[other].meets(box) {
          for own in members where own < other && boxes[own].meets(boxes[other]) {
            let verdict = test(order[own], order[other])
            bounds.cost -= verdict.cost
            bounds.boxes -= 1
            guard verdict.isWanted else { continue }
            pairs.count += 1
            if pairs.listed.count < limit { pairs.listed.append((order[own], order[other])) }
          }
        }
      } else {
        // Groups within box i of the level below end at (i + 1) · 4^(level − 2): earlier ones have had their turn.
        for child in inner where (child + 1) << (2 * (level - 2)) > group && boxes[below + child].meets(box) {
          stack.append(UInt64(level - 1) << 32 | UInt64(child))
        }
      }
    }
    return true
  }
}
