import OrthoticCore

/// One thing that is wrong with a mesh, and where.
public struct MeshDefect: Equatable, Sendable, Encodable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable, Encodable {
    /// A corner is no number.
    case nonFinite
    /// A triangle without area.
    case degenerate
    /// A triangle with the same three corners as an earlier one.
    case duplicate
    /// An edge with a triangle on one side only.
    case openEdge
    /// An edge with more than two triangles.
    case nonManifoldEdge
    /// An edge whose two triangles face opposite ways.
    case flippedEdge
    /// A vertex where two separate fans of triangles touch.
    case nonManifoldVertex
    /// Two triangles that meet other than along common corners.
    case selfIntersection
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, mm: the middle of the edge or triangle.
  public var at: Vector3
  /// The triangles that take part, counted from 0 in the order of the file.
  public var triangles: [Int]

  /// Creates a defect.
  init(_ kind: Kind, at place: Vector3, triangles: [Int]) {
    self.kind = kind
    self.at = place
    self.triangles = triangles
  }

  private enum CodingKeys: String, CodingKey {
    case kind, at, triangles
  }

  /// Encodes the place as a list of three numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode([at.x, at.y, at.z], forKey: .at)
    try container.encode(triangles, forKey: .triangles)
  }
}
