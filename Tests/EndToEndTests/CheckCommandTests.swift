import Foundation
import OrthoticCore
import OrthoticExport
import Testing

/// `orthotic check` on small meshes whose faults are known.
@Suite struct CheckCommandTests {
  /// A box of 40 × 30 × 20 mm, facing outward.
  private static let box: Mesh = {
    let corners = (0..<8).map { (corner: Int) -> Vector3 in
      Vector3(corner & 1 == 0 ? 0 : 40, corner & 2 == 0 ? 0 : 30, corner & 4 == 0 ? 0 : 20)
    }
    let quads: [[UInt32]] = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]]
    return Mesh(
      vertices: corners, triangles: quads.flatMap { [Triangle($0[0], $0[1], $0[2]), Triangle($0[0], $0[2], $0[3])] })
  }()

  private func check(_ mesh: Mesh, _ arguments: [String] = []) throws -> (run: BuiltProgram.Run, result: [String: Any])
  {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/mesh.stl"
      try MeshFile.write(mesh, to: path, as: .stl)
      let run = try BuiltProgram.run(["check", path, "--json"] + arguments)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      return (run, try #require(object as? [String: Any]))
    }
  }

  @Test("a box is sound, with its volume, area and thinnest wall")
  func box() throws {
    let (run, result) = try check(Self.box)
    #expect(run.code == 0, "\(run.messages)")
    #expect(result["watertight"] as? Bool == true)
    #expect(result["volume"] as? Double == 24)
    #expect(result["area"] as? Double == 52)
    #expect((result["minimumWall"] as? [String: Any])?["value"] as? Double == 20)
    for key in ["openEdges", "nonManifoldEdges", "flippedEdges", "degenerateFacets", "selfIntersections"] {
      #expect(result[key] as? Int == 0, "\(key)")
    }
    #expect(result["components"] as? Int == 1)
    #expect(result["bounds"] != nil && result["assumed"] != nil && result["warnings"] != nil)
  }

  @Test("a box that is larger than the bed fits in no pose")
  func bed() throws {
    let large = try check(Self.box, ["--bed", "25x25x25"]).run
    #expect(large.code == 1 && large.messages.contains("no pose fits"), "\(large.messages)")
    #expect(try check(Self.box, ["--bed", "45x35x25"]).run.code == 0)
  }

  @Test("a hole, a facet turned round and a box inside out end with 1 and say what is wrong")
  func faults() throws {
    var open = Self.box
    open.triangles.removeLast()
    let hole = try check(open)
    #expect(hole.run.code == 1 && hole.result["openEdges"] as? Int == 3)

    var turned = Self.box
    let last = turned.triangles.removeLast()
    turned.triangles.append(Triangle(last.a, last.c, last.b))
    let flipped = try check(turned)
    #expect(flipped.run.code == 1 && flipped.result["flippedEdges"] as? Int == 3)

    let inside = Mesh(
      vertices: Self.box.vertices, triangles: Self.box.triangles.map { Triangle($0.a, $0.c, $0.b) })
    let outcome = try check(inside)
    #expect(outcome.run.code == 1 && outcome.run.messages.contains("face inward"))
  }

  @Test("a wall below the one asked for ends with 1, and a unit scales it")
  func wall() throws {
    #expect(try check(Self.box, ["--min-wall", "3"]).run.code == 0)
    var flat = Self.box
    for index in flat.vertices.indices { flat.vertices[index].z *= 0.05 }
    let thin = try check(flat, ["--min-wall", "1.2"])
    #expect(thin.run.code == 1 && thin.run.messages.contains("1.00 mm"), "\(thin.run.messages)")
    #expect(try check(flat, ["--min-wall", "1.2", "--unit", "cm"]).run.code == 0)
  }

  @Test("points without facets are refused")
  func cloud() throws {
    let run = try BuiltProgram.run(["check", "Samples/flat-left/scan.ply"])
    #expect(run.code == 65 && run.messages.contains("without facets"))
  }
}

/// What thousands of facets, or corners a hair apart, are told in.
@Suite struct TangledCheckTests {
  private func check(_ mesh: Mesh, _ arguments: [String] = []) throws -> BuiltProgram.Run {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/mesh.stl"
      try MeshFile.write(mesh, to: path, as: .stl)
      return try BuiltProgram.run(["check", path] + arguments)
    }
  }

  private func loose(_ count: Int) -> Mesh {
    var mesh = Mesh()
    for number in 0..<count {
      let first = UInt32(mesh.vertices.count)
      let shift = Vector3(3 * Double(number), 0, 0)
      mesh.vertices += [shift, shift + Vector3(1, 0, 0), shift + Vector3(0, 1, 1)]
      mesh.triangles.append(Triangle(first, first + 1, first + 2))
    }
    return mesh
  }

  @Test("a thousand bodies are seven lines and their number")
  func bodies() throws {
    let run = try check(loose(1000))
    #expect(run.code == 1)
    #expect(run.messageLines.count { $0.contains("body-not-sound") } == 8)
    #expect(run.messages.contains("and 993 more of 1000 bodies"), "\(run.messages)")
    #expect(run.output.split(separator: "\n").count < 60)
    #expect(run.output.contains("more; the first thousand of each kind by --json"))
  }

  @Test("a thousand defects of each kind are listed by --json")
  func listed() throws {
    let object = try BuiltProgram.object(try check(loose(1500), ["--json"]).output)
    #expect(object["openEdges"] as? Int == 4500)
    #expect((object["defects"] as? [Any])?.count == 1000)
    #expect((object["bodies"] as? [Any])?.count == 1000)
    #expect(object["bodyCount"] as? Int == 1500)
    #expect(object["selfIntersectionsAtLeast"] as? Bool == false)
  }

  @Test("a body that is not closed for another reason than open edges says which")
  func reason() throws {
    var two = loose(1)
    two.triangles.append(Triangle(2, 1, 0))
    two.vertices += [Vector3(50, 0, 0), Vector3(51, 0, 0), Vector3(50, 1, 0)]
    two.triangles.append(Triangle(3, 4, 5))
    let run = try check(two)
    #expect(!run.messages.contains("0 open edges"), "\(run.messages)")
    #expect(run.messages.contains("1 facets that stand twice"), "\(run.messages)")
  }
}
