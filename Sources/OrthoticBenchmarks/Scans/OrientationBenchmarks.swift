import OrthoticCore
import ParametricFoot

/// Whether a map comes out the same however its grid lies: `OrthoticBenchmarks orientation [FOLDER]`.
///
/// Every pressure file of the folder, and the Samples' maps, are turned in all eight ways in their own grid and laid on
/// the Sample foot of their side, with the side given; of a walk also with the step, and with the view from which the turned
/// grid shows it. A way either gives the same pressure on the foot or is refused; anything else is printed as WRONG.
enum OrientationBenchmarks {
  static let group = BenchmarkGroup(name: "orientation") { arguments in
    let feet = SampleCase.all.compactMap { try? FootShape.find(in: $0.scan) }
    guard let right = feet.first(where: { $0.side == .right }), let left = feet.first(where: { $0.side == .left })
    else { return }
    print("| file | foot | given | same | refused | wrong |")
    print("|---|---|---|---|---|---|")
    for (recording, name) in recordings(in: arguments.first) {
      let sides: [Side] = recording.side.map { [$0] } ?? Side.allCases
      for side in sides {
        let foot = side == .right ? right : left
        for given in recording.kind == .walk ? Given.allCases : [.side] {
          turnAll(recording, name, side, given, onto: foot)
        }
      }
    }
  }

  /// What is said about the map beside its file.
  private enum Given: String, CaseIterable {
    case side
    case step = "side, step"
    case view = "side, view"
  }

  private static let files = [
    "ecofoot_left_1.apd", "ecofoot_left_2.apd", "emed_test.lst", "fscan_left.asf", "mean104_left.csv",
    "mean104_right.csv", "pedar_example.asc", "rsscan_plate_rolloff.txt.gz", "xsensor_data.csv", "zebris_left_1.apd",
    "zebris_right_1.apd", "zebris_right_2.apd", "zebris_treadmill.txt.gz",
  ]

  /// Every foot of every file; of files that name no side, the one that the print shows.
  private static func recordings(in folder: String?) -> [(PressureRecording, String)] {
    var found: [(PressureRecording, String)] = []
    for sample in SampleCase.all {
      let map = sample.recording.map
      found.append(
        (
          PressureRecording(
            name: sample.name, format: "bare grid", kind: .peakPicture, side: sample.foot.truth.side,
            orientation: .unknown, columns: map.columns, rows: map.rows, cellWidth: map.cellWidth,
            cellLength: map.cellLength, times: [0], values: map.values.map(Float.init)), sample.name
        ))
    }
    for name in folder == nil ? [] : files {
      guard let file = try? InputFile.open(path: "\(folder ?? "")/\(name)"), let all = try? PressureReader.readAll(file)
      else { continue }
      for recording in all {
        var known = recording
        if known.side == nil, known.kind != .walk { known.side = (try? known.oriented())?.side }
        found.append((known, name))
      }
    }
    return found
  }

  private static func turnAll(
    _ recording: PressureRecording, _ name: String, _ side: Side, _ given: Given, onto foot: FootShape
  ) {
    var options = PressureOptions(side: side)
    if given == .step, let step = typicalStep(of: recording, side: side) { options.step = .number(step) }
    // What must come out: of a walk what a true view of the file as it is gives.
    var truth = options
    if recording.kind == .walk { truth.view = .above }
    guard let wanted = placed(recording, truth, onto: foot) else {
      print("| \(name) | \(side.rawValue) | \(given.rawValue) | not placed at all | | |")
      return
    }
    var (same, refused) = (0, 0)
    var wrong: [String] = []
    for turns in 0..<4 {
      for mirrored in [false, true] {
        // The file as it lies is a way only of a walk, which may be refused in itself.
        guard turns > 0 || mirrored || recording.kind == .walk else { continue }
        let turned = recording.turned(GridTurn(quarterTurns: turns, mirrored: mirrored))
        let way = "\(turns * 90)°\(mirrored ? " mirrored" : "")"
        if given == .view { options.view = mirrored ? .below : .above }
        guard let found = placed(turned, options, onto: foot) else {
          refused += 1
          continue
        }
        let difference = zip(found.pressure.values, wanted.pressure.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
        let largest = wanted.pressure.values.max() ?? 1
        if difference <= 1e-6 * largest { same += 1 } else { wrong.append("\(way) (\(Int(difference)) kPa)") }
      }
    }
    let errors = wrong.isEmpty ? "0" : "WRONG \(wrong.joined(separator: ", "))"
    print("| \(name) | \(side.rawValue) | \(given.rawValue) | \(same) | \(refused) | \(errors) |")
  }

  /// A whole step of a side in the middle of a walk.
  private static func typicalStep(of walk: PressureRecording, side: Side) -> Int? {
    let steps = walk.steps()
    let whole = steps.indices.filter { steps[$0].reasonToDrop == nil && steps[$0].side == side }
    return whole.isEmpty ? nil : whole[whole.count / 2] + 1
  }

  private static func placed(
    _ recording: PressureRecording, _ options: PressureOptions, onto foot: FootShape
  ) -> RegisteredPressure? {
    guard let oriented = try? recording.oriented(options: options, scanSide: foot.side) else { return nil }
    return try? Registration.register(oriented.peakPicture, side: foot.side, onto: foot)
  }
}
