import OrthoticCore
import OrthoticExport
import Testing

@Suite struct MeshFormatTests {
  private let mesh: Mesh = {
    var mesh = MeshCheckTests.cube
    mesh.vertices[6] = Vector3(10.123456, 9.87654321, 1e-5)
    mesh.vertices[4].x = -0.0
    return mesh
  }()

  /// What single precision keeps of a mesh.
  private func rounded(_ mesh: Mesh) -> Mesh {
    Mesh(
      vertices: mesh.vertices.map { Vector3(Double(Float($0.x)), Double(Float($0.y)), Double(Float($0.z))) },
      triangles: mesh.triangles)
  }

  @Test("a file reads back as the same mesh", arguments: [MeshFormat.obj, .ply]) func fileReadsBack(format: MeshFormat)
    throws
  {
    let bytes = MeshFile.bytes(of: mesh, as: format)
    let scan = try ScanReader.read(InputFile(name: "mesh.\(format.rawValue)", bytes: bytes))
    let read = Mesh(vertices: scan.points, triangles: scan.triangles)
    #expect(rounded(read) == rounded(mesh))
  }

  @Test("an STL file reads back with the same facets", arguments: [MeshFormat.stl, .stlASCII]) func stlFileReadsBack(
    format: MeshFormat
  )
    throws
  {
    let scan = try ScanReader.read(InputFile(name: "mesh.stl", bytes: MeshFile.bytes(of: mesh, as: format)))
    let facets = scan.triangles.map { [scan.points[Int($0.a)], scan.points[Int($0.b)], scan.points[Int($0.c)]] }
    let expected = rounded(mesh)
    #expect(
      facets
        == expected.triangles.map {
          [expected.vertices[Int($0.a)], expected.vertices[Int($0.b)], expected.vertices[Int($0.c)]]
        })
    #expect(scan.points.count == 8)
  }

  @Test("OFF lists counts, vertices and triangles") func offListsCountsVertices() {
    let triangle = Mesh(
      vertices: [Vector3(0, 0.5, -0.0), Vector3(1, 0, 0), Vector3(0, 1, 1e-6)], triangles: [Triangle(0, 1, 2)])
    let text = String(decoding: OFFWriter.bytes(triangle), as: UTF8.self)
    #expect(text == "OFF\n3 1 0\n0.0 0.5 0.0\n1.0 0.0 0.0\n0.0 1.0 1e-06\n3 0 1 2\n")
  }

  @Test("the ending of a path names the format") func endingOfAPath() {
    #expect(MeshFormat(path: "a/b.STL") == .stl)
    #expect(MeshFormat(path: "insole.3mf") == .threeMF)
    #expect(MeshFormat(path: "x.y.obj") == .obj)
    #expect(MeshFormat(path: "x.ply") == .ply)
    #expect(MeshFormat(path: "x.off") == .off)
    #expect(MeshFormat(path: "x.gcode") == nil)
    #expect(MeshFormat(path: "stl") == nil)
  }
}
