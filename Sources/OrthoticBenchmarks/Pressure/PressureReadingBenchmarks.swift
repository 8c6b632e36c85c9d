import OrthoticCore

/// Reading of pressure files alone: `OrthoticBenchmarks pressure-reading FILE…`.
enum PressureReadingBenchmarks {
  static let group = BenchmarkGroup(name: "pressure-reading") { files in
    for path in files {
      Stopwatch.measure("read \(path.split(separator: "/").last ?? "")") {
        guard let file = try? InputFile.open(path: path), let all = try? PressureReader.readAll(file) else { return 0 }
        return all.reduce(0) { $0 + $1.values.count }
      }
    }
  }
}
