import OrthoticCore
import Testing

@testable import OrthoticExport

@Suite struct MeshPictureTests {
  /// A box of the given size with its facets facing outward.
  private func box(_ size: Vector3, at corner: Vector3 = .zero) -> Mesh {
    var vertices: [Vector3] = []
    for bits in 0..<8 {
      let x = bits & 1 == 1 ? size.x : 0
      let y = bits & 2 == 2 ? size.y : 0
      let z = bits & 4 == 4 ? size.z : 0
      vertices.append(corner + Vector3(x, y, z))
    }
    let quads: [[UInt32]] = [
      [0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5],
    ]
    var triangles: [Triangle] = []
    for quad in quads {
      triangles += [Triangle(quad[0], quad[1], quad[2]), Triangle(quad[0], quad[2], quad[3])]
    }
    return Mesh(vertices: vertices, triangles: triangles)
  }

  @Test("a box from above fills its own rectangle") func boxFromAboveFills() {
    let picture = MeshPicture(box(Vector3(40, 20, 5)), azimuth: 0, elevation: 90, width: 200).drawn()
    let painted = (0..<(picture.width * picture.height)).count { picture[$0 % 200, $0 / 200] != .white }
    // Four per cent of margin on each side.
    #expect(abs(Double(painted) - 184 * 92) < 400)
  }

  @Test("what is nearer hides what is farther") func whatIsNearerHides() {
    var both = box(Vector3(40, 20, 5))
    let upper = box(Vector3(40, 20, 1), at: Vector3(0, 0, 10))
    let shift = UInt32(both.vertices.count)
    both.vertices += upper.vertices
    both.triangles += upper.triangles.map { Triangle($0.a + shift, $0.b + shift, $0.c + shift) }
    let colors = [Color](repeating: Color(0x0000FF), count: 8) + [Color](repeating: Color(0xFF0000), count: 8)
    let above = MeshPicture(both, azimuth: 0, elevation: 90, width: 60, vertexColors: colors).drawn()
    let below = MeshPicture(both, azimuth: 0, elevation: -90, width: 60, vertexColors: colors).drawn()
    #expect(above[30, above.height / 2].red > above[30, above.height / 2].blue)
    #expect(below[30, below.height / 2].blue > below[30, below.height / 2].red)
  }

  @Test("azimuth zero looks from the heel with the lateral side right") func azimuthZeroLooks() {
    let view = MeshView(azimuth: 0, elevation: 0)
    let point = view.turned(Vector3(1, 2, 3))
    #expect(abs(point.x - 1) < 1e-12 && abs(point.y - 3) < 1e-12 && abs(point.z + 2) < 1e-12)
  }

  @Test("a mesh of nothing or of no numbers is one pixel") func meshOfNothing() {
    #expect(MeshPicture(Mesh()).drawn().width == 1)
    let broken = Mesh(
      vertices: [Vector3(.nan, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0)], triangles: [Triangle(0, 1, 2)])
    #expect(MeshPicture(broken).drawn().height == 1)
  }
}
