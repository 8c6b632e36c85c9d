/// A foot scan as its file holds it: the file's own unit, axes and order, nothing cleaned or turned yet.
public struct Scan: Equatable, Sendable {
  /// File name for messages.
  public var name: String
  /// Which reader understood the file, such as `PLY binary little endian`.
  public var format: String
  /// The points; non-finite ones may occur and are removed by cleaning.
  public var points: [Vector3]
  /// The facets, or none for a point cloud; every index is below `points.count`.
  public var triangles: [Triangle]
  /// Millimetres per file unit where the format itself declares it (PS2D), else `nil`.
  public var millimetresPerUnit: Double?
  /// Which foot it is where the format itself declares it (PS2D), else `nil`.
  public var declaredSide: Side?

  /// Creates a scan from its parts.
  public init(
    name: String, format: String, points: [Vector3], triangles: [Triangle] = [], millimetresPerUnit: Double? = nil,
    declaredSide: Side? = nil
  ) {
    self.name = name
    self.format = format
    self.points = points
    self.triangles = triangles
    self.millimetresPerUnit = millimetresPerUnit
    self.declaredSide = declaredSide
  }
}
