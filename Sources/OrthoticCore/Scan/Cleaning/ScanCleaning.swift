/// Separates the foot from what else a scan holds, on the coarse cubes of `SurfaceVoxels`.
struct ScanCleaning: Sendable {
  /// The cubes of each connected piece that may be a foot, the largest first.
  let pieces: [[Int]]
  /// Number of points in each piece.
  let sizes: [Double]
  /// Share of the points that was dropped as stray.
  let strayShare: Double

  /// A cube counts as surface where it and its neighbours hold at least this share of what is usual.
  static let leastCrowd = 0.12
  /// A piece below this share of the largest one is a stray.
  static let leastPiece = 0.1

  /// Finds the pieces.
  init(_ voxels: SurfaceVoxels) {
    let counts = voxels.counts
    let offsets = voxels.grid.neighborOffsets
    let occupied = counts.indices.filter { counts[$0] > 0 }
    let crowd = occupied.map { cube in offsets.reduce(counts[cube]) { $0 + counts[cube + $1] } }
    let usual = Self.weightedMedian(crowd, weights: occupied.map { counts[$0] })
    var isSurface = [Bool](repeating: false, count: counts.count)
    for (cube, crowd) in zip(occupied, crowd) where crowd >= usual * Self.leastCrowd { isSurface[cube] = true }
    var found: [(cubes: [Int], size: Double)] = []
    var stack: [Int] = []
    for seed in occupied where isSurface[seed] {
      var cubes: [Int] = []
      isSurface[seed] = false
      stack.append(seed)
      while let cube = stack.popLast() {
        cubes.append(cube)
        for offset in offsets where isSurface[cube + offset] {
          isSurface[cube + offset] = false
          stack.append(cube + offset)
        }
      }
      cubes.sort()
      found.append((cubes, cubes.reduce(0) { $0 + counts[$1] }))
    }
    let total = occupied.reduce(0) { $0 + counts[$1] }
    let largest = found.map(\.size).max() ?? 0
    found = found.filter { $0.size >= largest * Self.leastPiece }
    // Cubes are numbered in space, so equal sizes fall back on the place of the first cube.
    found.sort { ($0.size, -$0.cubes[0]) > ($1.size, -$1.cubes[0]) }
    pieces = found.map(\.cubes)
    sizes = found.map(\.size)
    strayShare = total > 0 ? 1 - sizes.reduce(0, +) / total : 0
  }

  private static func weightedMedian(_ values: [Double], weights: [Double]) -> Double {
    let order = values.indices.sorted { values[$0] < values[$1] }
    let half = weights.reduce(0, +) / 2
    var sum = 0.0
    for index in order {
      sum += weights[index]
      if sum >= half { return values[index] }
    }
    return 0
  }
}
