import OrthoticCore

/// Statistical outliers of a cloud, k = 20, mean + 2σ: `OrthoticBenchmarks outliers FILE`.
enum OutlierBenchmarks {
  static let group = BenchmarkGroup(name: "outliers") { arguments in
    guard let path = arguments.first, let file = try? InputFile.load(path: path),
      let scan = try? ScanReader.read(file)
    else {
      print("outliers: name a cloud, such as pts_1m.ply")
      return
    }
    Stopwatch.measure("outliers, k = 20", repetitions: 5) {
      StatisticalOutliers.kept(scan.points).count { $0 }
    }
  }
}
