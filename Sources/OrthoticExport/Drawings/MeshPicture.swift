import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A mesh seen from an angle: orthographic, lit from above, drawn with a depth buffer and smoothed edges.
public struct MeshPicture: Sendable {
  /// What to draw.
  public var mesh: Mesh
  /// Direction of view about the vertical, degrees: 0 looks along +y, 90 along −x.
  public var azimuth: Double
  /// How far the view looks down, degrees; 90 is straight from above, negative from below.
  public var elevation: Double
  /// Width of the picture, pixels; the height follows.
  public var width: Int
  /// Colour of the surface.
  public var color: Color
  /// Colour behind it.
  public var background: Color
  /// Colour of each vertex in place of `color`; empty for none.
  public var vertexColors: [Color]

  /// Creates the picture of a mesh.
  public init(
    _ mesh: Mesh, azimuth: Double = 35, elevation: Double = 35, width: Int = 900, color: Color = Color(0x8FB8DE),
    background: Color = .white, vertexColors: [Color] = []
  ) {
    self.mesh = mesh
    self.azimuth = azimuth
    self.elevation = elevation
    self.width = width
    self.color = color
    self.background = background
    self.vertexColors = vertexColors
  }

  /// Draws it; a picture of one pixel where the mesh has no facet.
  public func drawn() -> Picture {
    let samples = 2
    let view = MeshView(azimuth: azimuth, elevation: elevation)
    let turned = mesh.vertices.map { view.turned($0) }
    guard !mesh.triangles.isEmpty, turned.allSatisfy(\.isFinite), width > 0, let box = Bounds(turned) else {
      return Picture(width: 1, height: 1, filledWith: background)
    }
    let (low, high) = (box.minimum, box.maximum)
    let margin = 0.04 * Double(width)
    let scale = (Double(width) - 2 * margin) / max(high.x - low.x, 1e-9)
    // A very tall mesh is cut off rather than drawn into gigabytes.
    let height = Int(min(scale * (high.y - low.y) + 2 * margin, 8 * Double(width)))
    var buffer = MeshRaster(width: width * samples, height: max(height, 1) * samples)
    let normals = smoothNormals(turned)
    let factor = scale * Double(samples)
    let pixels = turned.map { point in
      Vector3(
        (point.x - low.x) * factor + margin * Double(samples), (high.y - point.y) * factor + margin * Double(samples),
        point.z)
    }
    let colored = vertexColors.count == mesh.vertices.count
    for triangle in mesh.triangles {
      let corners = [Int(triangle.a), Int(triangle.b), Int(triangle.c)]
      buffer.fill(
        corners.map { pixels[$0] }, normals: corners.map { normals[$0] },
        colors: corners.map { colored ? vertexColors[$0] : color })
    }
    return buffer.resolved(samples: samples, background: background)
  }

  /// Mean of the facets' normals at each vertex, weighted by area; crisp edges stay crisp enough at this size.
  private func smoothNormals(_ points: [Vector3]) -> [Vector3] {
    var normals = [Vector3](repeating: .zero, count: points.count)
    for triangle in mesh.triangles {
      let (a, b, c) = (Int(triangle.a), Int(triangle.b), Int(triangle.c))
      let normal = (points[b] - points[a]).cross(points[c] - points[a])
      for corner in [a, b, c] { normals[corner] = normals[corner] + normal }
    }
    return normals.map(\.normalized)
  }
}

/// The turn from the mesh's axes to the viewer's: x right, y up, z towards the viewer.
struct MeshView: Sendable {
  private let right: Vector3
  private let up: Vector3
  private let toward: Vector3

  init(azimuth: Double, elevation: Double) {
    let (a, e) = (azimuth * .pi / 180, elevation * .pi / 180)
    let (sa, ca, se, ce) = (sin(a), cos(a), sin(e), cos(e))
    right = Vector3(ca, sa, 0)
    toward = Vector3(sa * ce, -ca * ce, se)
    up = Vector3(-sa * se, ca * se, ce)
  }

  func turned(_ point: Vector3) -> Vector3 { Vector3(right.dot(point), up.dot(point), toward.dot(point)) }
}
