import OrthoticCore
import ParametricFoot

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What goes wrong with scans, done to a clean one in the canonical frame.
enum ScanFlaw: String, CaseIterable, Sendable {
  case none = "as it is"
  case dropped = "30 % of points dropped"
  case outliers = "5 % outliers within 50 mm"
  case noise = "noise 0.5 mm"
  case heelHole = "40 mm hole in the heel"
  case archHole = "40 mm hole in the arch"
  case forefootHole = "40 mm hole in the forefoot"
  case floor = "floor"
  case plate = "plate around the sole"
  case leg = "leg stub"
  case toeless = "forefoot cut off at the toes"

  /// The mesh with the flaw.
  func done(to mesh: Mesh, of foot: ParametricFoot, with generator: inout SplitMix64) -> Mesh {
    let marks = foot.truth.landmarks
    switch self {
    case .none: return mesh
    case .dropped: return mesh.keeping { _ in generator.unit() >= 0.3 }
    case .outliers:
      var other = mesh
      for index in other.vertices.indices where generator.unit() < 0.05 {
        let direction = Vector3(generator.normal(), generator.normal(), generator.normal()).normalized
        other.vertices[index] = other.vertices[index] + direction * (50 * generator.unit())
      }
      return other
    case .noise:
      var other = mesh
      for index in other.vertices.indices {
        other.vertices[index] =
          other.vertices[index] + Vector3(generator.normal(), generator.normal(), generator.normal()) * 0.5
      }
      return other
    case .heelHole: return mesh.withHole(around: marks.heelCenter.position)
    case .archHole: return mesh.withHole(around: marks.archApex.position)
    case .forefootHole: return mesh.withHole(around: (marks.mt1.position + marks.mt5.position) * 0.5)
    case .floor:
      let floor = Self.sheet(mesh, height: -0.3, reach: 150, with: &generator) { foot.depth(x: $0.x, y: $0.y) < -4 }
      return mesh.joined(floor)
    case .plate:
      let low = mesh.keeping { $0.z < 34 }
      let plate = Self.sheet(mesh, height: 34, reach: 60, with: &generator) { foot.depth(x: $0.x, y: $0.y) < -0.5 }
      return low.joined(plate)
    case .leg: return mesh.joined(Self.leg(like: mesh, with: &generator))
    case .toeless:
      let edge = 0.8 * foot.truth.length
      return mesh.keeping { $0.y < edge }
    }
  }

  /// A flat sheet around the foot, as points or facets like the mesh.
  private static func sheet(
    _ mesh: Mesh, height: Double, reach: Double, with generator: inout SplitMix64, _ covers: (Vector2) -> Bool
  ) -> Mesh {
    let spacing = mesh.triangles.isEmpty ? 1.2 : 3.0
    let columns = Int((100 + 2 * reach) / spacing)
    let rows = Int((265 + 2 * reach) / spacing)
    var sheet = Mesh(vertices: [])
    var numbers = [UInt32](repeating: .max, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let place = Vector2(-50 - reach + Double(column) * spacing, -reach + Double(row) * spacing)
        guard covers(place) else { continue }
        numbers[row * columns + column] = UInt32(sheet.vertices.count)
        sheet.vertices.append(Vector3(place.x, place.y, height + 0.1 * generator.normal()))
      }
    }
    guard !mesh.triangles.isEmpty else { return sheet }
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        let a = row * columns + column
        let quad = [a, a + 1, a + columns + 1, a + columns].map { numbers[$0] }
        guard !quad.contains(.max) else { continue }
        sheet.triangles.append(Triangle(quad[0], quad[1], quad[2]))
        sheet.triangles.append(Triangle(quad[0], quad[2], quad[3]))
      }
    }
    return sheet
  }

  /// A leg from the ankle up to 260 mm.
  private static func leg(like mesh: Mesh, with generator: inout SplitMix64) -> Mesh {
    let around = 96
    let rings = 60
    var leg = Mesh(vertices: [])
    for ring in 0..<rings {
      let z = 80 + 3 * Double(ring)
      for step in 0..<around {
        let angle = (Double(step) + (mesh.triangles.isEmpty ? generator.unit() : 0)) * 2 * .pi / Double(around)
        leg.vertices.append(Vector3(30 * cos(angle), 42 + 36 * sin(angle), z))
      }
    }
    guard !mesh.triangles.isEmpty else { return leg }
    for ring in 0..<(rings - 1) {
      for step in 0..<around {
        let a = UInt32(ring * around + step)
        let b = UInt32(ring * around + (step + 1) % around)
        let up = UInt32(around)
        leg.triangles.append(Triangle(a, b, b + up))
        leg.triangles.append(Triangle(a, b + up, a + up))
      }
    }
    return leg
  }
}

extension Mesh {
  /// The mesh without the vertices that fail a test, and without their facets.
  fileprivate func keeping(_ isKept: (Vector3) -> Bool) -> Mesh {
    var numbers = [UInt32](repeating: .max, count: vertices.count)
    var kept = Mesh(vertices: [])
    for (index, vertex) in vertices.enumerated() where isKept(vertex) {
      numbers[index] = UInt32(kept.vertices.count)
      kept.vertices.append(vertex)
    }
    for triangle in triangles {
      let corners = (numbers[Int(triangle.a)], numbers[Int(triangle.b)], numbers[Int(triangle.c)])
      if corners.0 != .max, corners.1 != .max, corners.2 != .max {
        kept.triangles.append(Triangle(corners.0, corners.1, corners.2))
      }
    }
    return kept
  }

  /// The mesh without what lies within 20 mm of a place.
  fileprivate func withHole(around center: Vector3) -> Mesh { keeping { ($0 - center).length > 20 } }

  /// Both meshes as one.
  fileprivate func joined(_ other: Mesh) -> Mesh {
    let shift = UInt32(vertices.count)
    var both = self
    both.vertices += other.vertices
    both.triangles += other.triangles.map { Triangle($0.a + shift, $0.b + shift, $0.c + shift) }
    return both
  }
}
