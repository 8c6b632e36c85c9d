import OrthoticCore
import OrthoticExport
import ParametricFoot

/// Checking and writing one given solid, in the same process and on the same file as a peer: `mesh FILE.stl FOLDER`.
enum MeshBenchmarks {
  static let group = BenchmarkGroup(name: "mesh") { arguments in
    guard arguments.count == 2, let file = try? InputFile.load(path: arguments[0]),
      let scan = try? ScanReader.read(file)
    else {
      print("mesh: skipped, it wants a mesh file and a folder to write into")
      return
    }
    let mesh = Mesh(vertices: scan.points, triangles: scan.triangles)
    let folder = arguments[1]
    print("\(mesh.triangles.count) facets, \(mesh.vertices.count) vertices")
    Stopwatch.measure("closed, manifold, oriented, volume") { MeshCheck.quick.report(on: mesh).isSound ? 1 : 0 }
    let full = MeshCheck(measuresWall: false)
    Stopwatch.measure("full check with self-intersection") { full.report(on: mesh).selfIntersections ?? -1 }
    Stopwatch.measure("STL bytes") { STLWriter.binary(mesh).count }
    let bytes = STLWriter.binary(mesh)
    // Plain writes without syncing to the disk, as the peers make them.
    Stopwatch.measure("same bytes written") { written(bytes, folder + "/raw.stl") }
    Stopwatch.measure("STL made and written") { written(STLWriter.binary(mesh), folder + "/mesh.stl") }
    Stopwatch.measure("3MF made and written") { written(ThreeMFWriter(solid: mesh).bytes(), folder + "/mesh.3mf") }
    let insole = AnalyticInsole(spacing: 0.5)
    for tolerance in [0.03, 0] {
      let builder = SolidBuilder(trim: insole.trim, tolerance: tolerance)
      Stopwatch.measure("solid from surfaces, tolerance \(tolerance)") {
        (try? builder.solid(top: insole.top, bottom: insole.bottom))?.mesh.triangles.count ?? -1
      }
    }
  }

  /// Writes a file over what was there and closes it; the number of bytes, or −1.
  private static func written(_ bytes: [UInt8], _ path: String) -> Int {
    PlainFile.write(bytes, to: path) ? bytes.count : -1
  }
}
