import OrthoticCore
import OrthoticExport
import ParametricFoot

/// From two surfaces to a checked STL, on a 270 mm insole at a 0.5 mm grid.
enum SolidBenchmarks {
  static let group = BenchmarkGroup(name: "solid") { _ in
    let insole = AnalyticInsole(spacing: 0.5)
    Stopwatch.measure("signed distance 0.5 mm") {
      insole.trim.signedDistance(on: insole.top.layout).values.count
    }
    Stopwatch.measure("signed distance, band of 4 mm") {
      insole.trim.signedDistance(on: insole.top.layout, band: 4).values.count
    }
    Stopwatch.measure("outline offset 5 mm") { insole.trim.offset(by: 5).points.count }
    for tolerance in [0, 0.2, 0.05, 0.03, 0.01] {
      measure(insole, tolerance: tolerance)
    }
  }

  private static func measure(_ insole: AnalyticInsole, tolerance: Double) {
    let name = tolerance > 0 ? "tolerance \(tolerance) mm" : "whole grid"
    let builder = SolidBuilder(trim: insole.trim, tolerance: tolerance)
    Stopwatch.measure("\(name): solid") {
      (try? builder.solid(top: insole.top, bottom: insole.bottom))?.mesh.triangles.count ?? -1
    }
    guard let solid = try? builder.solid(top: insole.top, bottom: insole.bottom) else { return }
    Stopwatch.measure("\(name): proof") { SolidProof(solid).isSound ? 1 : 0 }
    let bytes = STLWriter.binary(solid.mesh)
    Stopwatch.measure("\(name): STL bytes") { STLWriter.binary(solid.mesh).count }
    Stopwatch.measure("\(name): written bytes checked") {
      WrittenSTL(bytes: bytes, mesh: solid.mesh).verdict().isSound ? 1 : 0
    }
    Stopwatch.measure("\(name): quick check") { MeshCheck.quick.report(on: solid.mesh).isSound ? 1 : 0 }
    let crossings = MeshCheck(measuresWall: false)
    Stopwatch.measure("\(name): check with self-intersection") { crossings.report(on: solid.mesh).isSound ? 1 : 0 }
    Stopwatch.measure("\(name): full check with wall") { MeshCheck().report(on: solid.mesh).isSound ? 1 : 0 }
  }
}
