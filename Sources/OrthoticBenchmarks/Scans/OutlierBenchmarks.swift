import OrthoticCore

/// Statistical outliers of a cloud, k = 20, mean + 2σ: `OrthoticBenchmarks outliers FILE [LIST]`.
///
/// The list gets a byte for each point, `1` for what is kept and `0` for a stray, to compare with other programs.
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
    if arguments.count > 1 {
      let list = StatisticalOutliers.kept(scan.points).map { UInt8(ascii: $0 ? "1" : "0") }
      if !PlainFile.write(list, to: arguments[1]) { print("outliers: cannot write \(arguments[1])") }
    }
  }
}
