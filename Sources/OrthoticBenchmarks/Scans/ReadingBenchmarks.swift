import OrthoticCore

/// Reading of scans: from the files of a folder that is given, so that peers can read the same ones.
///
/// `gen_data.py` of the peers' scripts writes such a folder; files that are absent are left out.
enum ReadingBenchmarks {
  static let group = BenchmarkGroup(name: "reading") { arguments in
    guard let folder = arguments.first else {
      print("reading: name a folder with pts_1m.ply, mesh_1m.stl and so on")
      return
    }
    let wanted = arguments.dropFirst()
    for name in files where wanted.isEmpty || wanted.contains(name) { measure(name, in: folder) }
  }

  private static let files = [
    "pts_1m.ply", "pts_1m_rich.ply", "pts_1m_ascii.ply", "pts_1m.xyz", "mesh_1m.ply", "mesh_1m.stl",
    "mesh_1m_ascii.stl", "mesh_1m.obj", "pts_5m.ply", "pts_5m.xyz",
  ]

  private static func measure(_ name: String, in folder: String) {
    guard let whole = try? InputFile.load(path: "\(folder)/\(name)") else { return }
    Stopwatch.measure("load \(name)") {
      let file = try? InputFile.load(path: "\(folder)/\(name)")
      return file?.bytes.count ?? 0
    }
    Stopwatch.measure("parse \(name)") {
      let scan = try? ScanReader.read(whole)
      return scan?.points.count ?? 0
    }
    Stopwatch.measure("load and parse \(name)") {
      guard let file = try? InputFile.load(path: "\(folder)/\(name)"), let scan = try? ScanReader.read(file) else {
        return 0
      }
      return scan.points.count
    }
  }
}
