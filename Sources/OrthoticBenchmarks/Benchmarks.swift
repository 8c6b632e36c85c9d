/// What can be measured, by name: `OrthoticBenchmarks reading [FOLDER]`.
///
/// A new group is a file with a `BenchmarkGroup` and its line in `groups`.
enum Benchmarks {
  /// All groups in the order of the work.
  static let groups: [BenchmarkGroup] = [
    ReadingBenchmarks.group,
    PressureReadingBenchmarks.group,
    RegistrationBenchmarks.group,
    OrientationBenchmarks.group,
    OutlierBenchmarks.group,
    PoseBenchmarks.group,
    FlawBenchmarks.group,
    SolidBenchmarks.group,
    ChordBenchmarks.group,
    MeshBenchmarks.group,
    ContactBenchmarks.group,
    ContactFields.group,
    ContactExport.group,
    ContactAccuracy.group,
    ContactDesigns.group,
    ContactCoverage.group,
    PublishedResults.group,
    RecordingStudy.group,
    ValidationPage.group,
    StudyCommand.group,
    StiffnessSweep.group,
    GridConvergence.group,
    PrescriptionCampaign.group,
    FitBenchmark.group,
  ]

  /// Runs the group that the first argument names with the other arguments, or all groups but the long ones where
  /// there is none.
  static func run(_ arguments: [String]) {
    let chosen = groups.filter { arguments.isEmpty ? !$0.isLong : $0.name == arguments.first }
    if chosen.isEmpty {
      print("no such group; there are: \(groups.map(\.name).joined(separator: ", "))")
    }
    for group in chosen { group.run(Array(arguments.dropFirst())) }
  }
}

/// Measurements that belong together.
struct BenchmarkGroup: Sendable {
  /// The name on the command line.
  let name: String
  /// Whether it runs for minutes, and so only by its name.
  var isLong = false
  /// Runs and prints them; the arguments are those behind the name.
  let run: @Sendable ([String]) -> Void
}
