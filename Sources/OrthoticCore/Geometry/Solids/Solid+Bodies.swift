extension Solid {
  /// The solid cut into bodies that tile it: first what lies in no zone, then each zone.
  ///
  /// Bodies that touch share their faces, triangle by triangle in opposite order; a zone without triangles is an empty
  /// mesh. Each body is closed where the solid is, as its cut faces stand upright on lines of the plan.
  public var bodies: [Mesh] {
    let zones = Int(labels.max() ?? 0)
    var parts = [[Triangle]](repeating: [], count: zones + 1)
    let bottom = mesh.triangles.count - planTriangles
    for (number, label) in labels.enumerated() {
      parts[Int(label)].append(mesh.triangles[number])
      parts[Int(label)].append(mesh.triangles[bottom + number])
    }
    parts[0] += mesh.triangles[planTriangles..<bottom]
    for cut in cuts {
      let (a, b) = (cut.from, cut.to)
      let shift = UInt32(planVertices)
      // Seen from the right of the edge, its own body behind it; the other body has the same two the other way round.
      let wall = [Triangle(a, a + shift, b + shift), Triangle(a, b + shift, b)]
      parts[Int(cut.left)] += wall
      parts[Int(cut.right)] += wall.map { Triangle($0.a, $0.c, $0.b) }
    }
    return parts.map { Mesh(vertices: mesh.vertices, triangles: $0).compacted }
  }

  /// The zones as bodies that reach beyond the solid above and below, for slicers that change settings within a volume.
  ///
  /// In the order of the labels, from 1.
  public func modifiers(reach: Double) -> [Mesh] {
    var taller = self
    for index in 0..<planVertices {
      taller.mesh.vertices[index].z = Double(Float(mesh.vertices[index].z + reach))
      taller.mesh.vertices[planVertices + index].z = Double(Float(mesh.vertices[planVertices + index].z - reach))
    }
    return Array(taller.bodies.dropFirst())
  }

  /// An edge of the plan between two zones.
  private struct Cut {
    var from: UInt32
    var to: UInt32
    var left: UInt8
    var right: UInt8
  }

  /// All edges with different zones on both sides, once each.
  private var cuts: [Cut] {
    // Only triangles with a label, and those that touch their vertices, can lie at a cut.
    var isNear = [Bool](repeating: false, count: planVertices)
    for (number, label) in labels.enumerated() where label > 0 {
      let triangle = mesh.triangles[number]
      for vertex in [triangle.a, triangle.b, triangle.c] { isNear[Int(vertex)] = true }
    }
    var table = EdgeTable()
    var owners: [Int32] = []
    var cuts: [Cut] = []
    for (number, triangle) in mesh.triangles.prefix(planTriangles).enumerated() {
      for (a, b) in [(triangle.a, triangle.b), (triangle.b, triangle.c), (triangle.c, triangle.a)]
      where isNear[Int(a)] && isNear[Int(b)] {
        let offered = Int32(owners.count)
        let slot = table.value(for: Int(min(a, b)) << 32 | Int(max(a, b)), orNew: offered)
        if slot == offered {
          owners.append(Int32(number))
        } else if labels[Int(owners[Int(slot)])] != labels[number] {
          cuts.append(Cut(from: a, to: b, left: labels[number], right: labels[Int(owners[Int(slot)])]))
        }
      }
    }
    return cuts
  }
}
