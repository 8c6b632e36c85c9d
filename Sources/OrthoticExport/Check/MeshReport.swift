import OrthoticCore

/// What a check found out about a mesh; the property names are the keys of `orthotic check --json`.
public struct MeshReport: Equatable, Sendable {
  /// The thinnest wall and where it is.
  public struct Wall: Equatable, Sendable {
    /// Thickness along the inward normal, mm.
    public var value: Double
    /// The place on the surface, mm.
    public var at: Vector3
  }

  /// Number of triangles.
  public var triangles = 0
  /// Number of different vertices in single precision.
  public var vertices = 0
  /// Edges with a triangle on one side only.
  public var openEdges = 0
  /// Edges with more than two triangles.
  public var nonManifoldEdges = 0
  /// Edges whose two triangles face opposite ways.
  public var flippedEdges = 0
  /// Vertices where separate fans of triangles touch.
  public var nonManifoldVertices = 0
  /// Triangles without area, or with a corner that is no number.
  public var degenerateFacets = 0
  /// Triangles with the same corners as an earlier one.
  public var duplicateFacets = 0
  /// Pairs of triangles that meet other than along common corners, or `nil` where not looked for; of a facet that stands
  /// several times each repetition is one.
  public var selfIntersections: Int?
  /// Whether all pairs were looked at; else there may be more of them than `selfIntersections`.
  public var isSearchComplete = true
  /// Parts that share no edge.
  public var components = 0
  /// Enclosed volume, mm³, negative where the facets face inward.
  public var volume = 0.0
  /// Surface area, mm².
  public var area = 0.0
  /// Smallest angle of a facet with area, degrees, or `nil` without any: what tells splinters.
  public var minimumAngle: Double?
  /// Box around all vertices, or `nil` without any.
  public var bounds: Bounds?
  /// The thinnest wall, or `nil` where not measured or where no two walls face each other.
  public var minimumWall: Wall?
  /// Whether the wall was measured everywhere; else there may be a thinner one.
  public var isWallMeasured = true
  /// The first defects of each kind.
  public var defects: [MeshDefect] = []
  /// How many defects of each kind are in the list.
  var listed: [MeshDefect.Kind: Int] = [:]

  /// Whether every edge has a triangle on both sides.
  public var watertight: Bool { triangles > 0 && openEdges == 0 && nonManifoldEdges == 0 }

  /// Whether the mesh is the clean, outward surface of a solid, as far as was looked for.
  ///
  /// A search for crossings that could not be ended leaves it unproved.
  public var isSound: Bool {
    isSearchComplete && watertight && flippedEdges == 0 && nonManifoldVertices == 0 && degenerateFacets == 0
      && duplicateFacets == 0 && (selfIntersections ?? 0) == 0 && volume > 0
  }
}

extension MeshReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case triangles, vertices, watertight, openEdges, nonManifoldEdges, flippedEdges, nonManifoldVertices
    case degenerateFacets, duplicateFacets, selfIntersections, components, volume, area, bounds, minimumWall, defects
    case sound, notMeasured
  }

  private enum BoundsKeys: String, CodingKey {
    case minimum, maximum
  }

  private enum WallKeys: String, CodingKey {
    case value, at
  }

  /// Encodes the keys that programs may rely on; what was not measured is absent and named under `notMeasured`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isSound, forKey: .sound)
    try container.encode(triangles, forKey: .triangles)
    try container.encode(vertices, forKey: .vertices)
    try container.encode(watertight, forKey: .watertight)
    try container.encode(openEdges, forKey: .openEdges)
    try container.encode(nonManifoldEdges, forKey: .nonManifoldEdges)
    try container.encode(flippedEdges, forKey: .flippedEdges)
    try container.encode(nonManifoldVertices, forKey: .nonManifoldVertices)
    try container.encode(degenerateFacets, forKey: .degenerateFacets)
    try container.encode(duplicateFacets, forKey: .duplicateFacets)
    try container.encodeIfPresent(selfIntersections, forKey: .selfIntersections)
    try container.encode(components, forKey: .components)
    try container.encode(volume, forKey: .volume)
    try container.encode(area, forKey: .area)
    if let bounds {
      var box = container.nestedContainer(keyedBy: BoundsKeys.self, forKey: .bounds)
      try box.encode([bounds.minimum.x, bounds.minimum.y, bounds.minimum.z], forKey: .minimum)
      try box.encode([bounds.maximum.x, bounds.maximum.y, bounds.maximum.z], forKey: .maximum)
    }
    if let minimumWall {
      var wall = container.nestedContainer(keyedBy: WallKeys.self, forKey: .minimumWall)
      try wall.encode(minimumWall.value, forKey: .value)
      try wall.encode([minimumWall.at.x, minimumWall.at.y, minimumWall.at.z], forKey: .at)
    }
    try container.encode(defects, forKey: .defects)
    let missing = [selfIntersections == nil ? "selfIntersections" : nil, minimumWall == nil ? "minimumWall" : nil]
    try container.encode(missing.compactMap { $0 }, forKey: .notMeasured)
  }
}
