/// A closed mesh between two height surfaces, in the order that its builder promises.
///
/// ```
///   vertices   0 ..< n          top, by plan vertex           triangles  top (t), wall, bottom (t)
///              n ..< 2n         bottom, same plan vertex
///              2n ...           wall between the two edges
/// ```
/// Coordinates are already rounded to single precision, so that a file holds exactly this mesh.
public struct Solid: Equatable, Sendable {
  /// The closed mesh.
  public var mesh: Mesh
  /// Number of plan vertices n: vertex i of the top stands above vertex n + i of the bottom.
  public var planVertices: Int
  /// Number of triangles of the top, and of the bottom.
  public var planTriangles: Int
  /// Closed lines along the trim, as plan vertices, the solid on the left.
  public var trimLoops: [[UInt32]]
  /// Vertices of the wall below each trim vertex (all loops one after the other), ring by ring downward.
  public var wallRings: Int
  /// For each triangle of the top (and of the bottom, in the same order) the zone that it lies in, from 1; 0 in none.
  public var labels: [UInt8]
}
