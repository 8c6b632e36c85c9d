import OrthoticCore
import Testing

@Suite(.realFiles) struct RealScanTests {
  @Test(
    "reads real scans",
    arguments: [
      ("plantar-right.obj", "OBJ", 6620, 12721), ("no-sole-left.obj", "OBJ", 43876, 87191),
      ("retail-left.stl", "STL binary", 6388, 12772), ("retail-right.stl", "STL binary", 6380, 12756),
      ("inward-winding-right.stl", "STL binary", 6356, 12708), ("cloud-left.asc", "point table", 57940, 0),
      ("cloud-right.asc", "point table", 60202, 0), ("two-feet.ply", "PLY binary little endian", 18975, 0),
      ("plate-left-unscaled.ply", "PLY binary little endian", 52038, 103345),
    ])
  func readsRealScans(name: String, format: String, points: Int, triangles: Int) throws {
    let scan = try ScanReader.read(InputFile.load(path: RealFiles.path("scans/\(name)")))
    #expect(scan.format == format)
    #expect(scan.points.count == points)
    #expect(scan.triangles.count == triangles)
  }
}
