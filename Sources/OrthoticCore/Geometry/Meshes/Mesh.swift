/// Three vertex numbers; anticlockwise seen from outside.
public struct Triangle: Equatable, Hashable, Sendable {
  /// First corner.
  public var a: UInt32
  /// Second corner.
  public var b: UInt32
  /// Third corner.
  public var c: UInt32

  /// Creates a triangle from its corners in order.
  @inlinable public init(_ a: UInt32, _ b: UInt32, _ c: UInt32) {
    self.a = a
    self.b = b
    self.c = c
  }
}

/// An indexed triangle mesh.
///
/// Every index is below `vertices.count`: readers check it, builders ensure it.
public struct Mesh: Equatable, Sendable {
  /// Corner positions, mm.
  public var vertices: [Vector3]
  /// Facets.
  public var triangles: [Triangle]

  /// Creates a mesh from its parts.
  public init(vertices: [Vector3] = [], triangles: [Triangle] = []) {
    self.vertices = vertices
    self.triangles = triangles
  }

  /// Enclosed volume, mm³, positive where the facets face outward (divergence theorem).
  public var signedVolume: Double {
    var sixfold = 0.0
    for triangle in triangles {
      let a = vertices[Int(triangle.a)]
      sixfold += a.dot(vertices[Int(triangle.b)].cross(vertices[Int(triangle.c)]))
    }
    return sixfold / 6
  }

  /// Surface area, mm².
  public var area: Double {
    var twofold = 0.0
    for triangle in triangles {
      let a = vertices[Int(triangle.a)]
      twofold += (vertices[Int(triangle.b)] - a).cross(vertices[Int(triangle.c)] - a).length
    }
    return twofold / 2
  }

  /// The mesh mirrored at x = 0, its facets still facing outward.
  public var mirroredAcrossX: Mesh {
    Mesh(
      vertices: vertices.map { Vector3(-$0.x, $0.y, $0.z) },
      triangles: triangles.map { Triangle($0.a, $0.c, $0.b) })
  }
}
