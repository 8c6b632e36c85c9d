/// One connected piece of a scan that may be a foot, without strays, floors and plates; still in the file's frame.
struct FootCandidate: Sendable {
  /// The surface in a thousand places.
  let sample: SurfaceSample
  /// Some ten thousand points of the surface.
  let some: [Vector3]
  /// The floor or plate that was cut away.
  let support: SupportPlane?
  /// Share of the surface that was dropped as stray.
  let strayShare: Double
  /// The part of space that was looked at, where others hold what is not the foot.
  let halfSpaces: [HalfSpace]
  /// The cubes that tell what belongs to it.
  let grid: VoxelGrid
  private let isKept: [Bool]

  /// Points in `some`.
  static let enoughPoints = 30_000
  /// A piece of at least this share of the largest may be another foot.
  static let footShare = 0.4

  /// The pieces of a surface that are large enough to be feet, the largest first.
  ///
  /// - Parameter halfSpaces: the part of space to look at; all of it where there are none.
  static func all(in whole: [Vector3], isImpression: Bool = false, within halfSpaces: [HalfSpace] = [])
    -> [FootCandidate]
  {
    let surface = halfSpaces.isEmpty ? whole : whole.filter { halfSpaces.contains($0) }
    guard let voxels = SurfaceVoxels(surface) else { return [] }
    let cleaning = ScanCleaning(voxels)
    guard let first = cleaning.pieces.first else { return [] }
    // A support joins all that stands on it, so it is looked for before the pieces are told apart.
    let sample = SurfaceSample(voxels, cubes: first)
    guard var support = SupportPlane(sample, isImpression: isImpression)
    else {
      return candidates(of: surface, voxels, cleaning, support: nil, halfSpaces)
    }
    if support.kind == .around { support.settle(on: surface) }
    if support.kind == .floor { support.widen(on: surface, size: sample.size) }
    var rest = surface.filter { support.keeps($0) }
    if support.kind == .floor, let standing = SurfaceVoxels(rest) {
      // Without the strays above the floor, which would widen the footprint.
      let kept = ScanCleaning(standing).pieces.joined()
      var isKept = [Bool](repeating: false, count: standing.grid.count)
      for cube in kept { isKept[cube] = true }
      let feet = rest.filter { point in standing.grid.index(of: point).map { isKept[$0] } ?? false }
      support.footprint = SupportPlane.Footprint(of: feet, on: support.normal)
      rest = surface.filter { support.keeps($0) }
    }
    guard let voxels = SurfaceVoxels(rest) else { return [] }
    return candidates(of: rest, voxels, ScanCleaning(voxels), support: support, halfSpaces)
  }

  private static func candidates(
    of surface: [Vector3], _ voxels: SurfaceVoxels, _ cleaning: ScanCleaning, support: SupportPlane?,
    _ halfSpaces: [HalfSpace]
  ) -> [FootCandidate] {
    zip(cleaning.pieces, cleaning.sizes).filter { $0.1 >= footShare * cleaning.sizes[0] }.map { cubes, _ in
      FootCandidate(surface, voxels, cubes: cubes, support: support, strayShare: cleaning.strayShare, halfSpaces)
    }
  }

  private init(
    _ surface: [Vector3], _ voxels: SurfaceVoxels, cubes: [Int], support: SupportPlane?, strayShare: Double,
    _ halfSpaces: [HalfSpace]
  ) {
    var keep = [Bool](repeating: false, count: voxels.grid.count)
    for cube in cubes { keep[cube] = true }
    grid = voxels.grid
    isKept = keep
    sample = SurfaceSample(voxels, cubes: cubes)
    self.support = support
    self.strayShare = strayShare
    self.halfSpaces = halfSpaces
    var some: [Vector3] = []
    for index in stride(from: 0, to: surface.count, by: max(surface.count / Self.enoughPoints, 1)) {
      if let cube = voxels.grid.index(of: surface[index]), keep[cube] { some.append(surface[index]) }
    }
    self.some = some
  }

  /// Whether a point belongs to the piece.
  @inline(__always) func contains(_ point: Vector3) -> Bool {
    guard let cube = grid.index(of: point), isKept[cube] else { return false }
    guard halfSpaces.isEmpty || halfSpaces.contains(point) else { return false }
    return support?.keeps(point) ?? true
  }
}
