/// What can be measured, by name: `OrthoticBenchmarks reading [FOLDER]`.
///
/// A new group is a file with a `BenchmarkGroup` and its line in `groups`.
enum Benchmarks {
  /// All groups in the order of the work.
  static let groups: [BenchmarkGroup] = [
    ReadingBenchmarks.group,
    SolidBenchmarks.group,
    ChordBenchmarks.group,
    MeshBenchmarks.group,
    ContactBenchmarks.group,
    ContactFields.group,
    ContactAccuracy.group,
    ContactDesigns.group,
    ContactCoverage.group,
    PublishedResults.group,
    RecordingStudy.group,
    ValidationPage.group,
    PrescriptionCampaign.group,
  ]

  /// Runs the group that the first argument names with the other arguments, or all groups where there is none.
  static func run(_ arguments: [String]) {
    let chosen = groups.filter { arguments.first == nil || $0.name == arguments.first }
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
  /// Runs and prints them; the arguments are those behind the name.
  let run: @Sendable ([String]) -> Void
}
