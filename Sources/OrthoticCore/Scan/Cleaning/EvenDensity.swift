/// A cloud whose points lie many times denser in some places of the surface than in others, made more even.
///
/// What tells strays from the surface, and the lowest layer of the sole, go by how many points are usual. Where a
/// scanner saw the sole from near and the rest from afar, or only one side well, the sparse part would pass for strays.
enum EvenDensity {
  /// Cubes along the longest extent.
  static let resolution = 24.0
  /// Points that show the density.
  static let enoughPoints = 100_000
  /// Occupied cubes of the 27 around one on a sheet: a lone stray has fewer, a volume full of strays more.
  static let sheet = 6...17
  /// Least mean number of points in a cube of a sparse sheet: strays that fill so many cubes thinly have fewer.
  static let leastMean = 2.5
  /// Sparse sheets of at least this share of the dense surface are surface.
  static let leastSheet = 0.1
  /// Points that are left in a cube, in units of the usual number on the sparse sheets.
  static let cap = 2.0

  /// The cloud with its dense places thinned; as it is where its density is even.
  static func thinned(_ points: [Vector3]) -> [Vector3] {
    let some = stride(from: 0, to: points.count, by: max(points.count / enoughPoints, 1)).map { points[$0] }
    guard some.count > 1000, let voxels = SurfaceVoxels(some, resolution: resolution), let sparse = sparse(voxels)
    else { return points }
    let most = max(Int(cap * sparse), 1) * max(points.count / some.count, 1)
    var counts = [Int](repeating: 0, count: voxels.grid.count)
    for point in points {
      if let cube = voxels.grid.index(of: point) { counts[cube] += 1 }
    }
    // Of a crowded cube every n-th point stays, in the order of the file.
    var due = [Int](repeating: 0, count: voxels.grid.count)
    return points.filter { point in
      guard let cube = voxels.grid.index(of: point), counts[cube] > most else { return true }
      due[cube] += most
      guard due[cube] >= counts[cube] else { return false }
      due[cube] -= counts[cube]
      return true
    }
  }

  /// Usual number of points in a cube of the sparse sheets; `nil` where there are none to speak of.
  private static func sparse(_ voxels: SurfaceVoxels) -> Double? {
    let counts = voxels.counts
    let offsets = voxels.grid.neighborOffsets
    let dense = ScanCleaning(voxels).pieces.joined()
    var isNearDense = [Bool](repeating: false, count: counts.count)
    for cube in dense {
      isNearDense[cube] = true
      for offset in offsets { isNearDense[cube + offset] = true }
    }
    let sheets = counts.indices.filter { cube in
      guard counts[cube] > 0, !isNearDense[cube] else { return false }
      var occupied = 1
      var crowd = counts[cube]
      for offset in offsets where counts[cube + offset] > 0 {
        occupied += 1
        crowd += counts[cube + offset]
      }
      return sheet.contains(occupied) && crowd >= leastMean * Double(occupied)
    }
    guard Double(sheets.count) > leastSheet * Double(dense.count) else { return nil }
    return sheets.map { counts[$0] }.median
  }
}
