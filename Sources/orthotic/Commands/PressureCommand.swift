import OrthoticCore
import OrthoticExport

extension Command {
  static let pressure = Command(
    name: .pressure,
    summary: "Sum up a plantar pressure recording",
    detail:
      "Peak, force and contact area, the footprint's indices, and what each region bears; of a walk, its steps. A file "
      + "with both feet gives both and how they differ, unless --pressure-side says which. With --scan the map is laid "
      + "on the foot and the agreement reported.",
    operands: [
      Operand(
        placeholder: "MAP", summary: "the pressure file: a CSV grid or the export of a pressure system",
        endings: Flag.mapEndings)
    ],
    examples: [
      Example(purpose: "sum up a footprint", arguments: "pressure \(Sample.pressure)"),
      Example(
        purpose: "a grid of 5 mm cells, as JSON", arguments: "pressure \(Sample.pressure) --pressure-cell 5 --json"),
      Example(
        purpose: "lay it on the scanned foot and draw that",
        arguments: "pressure \(Sample.pressure) --scan \(Sample.scan) --picture map.png"),
    ]
  ) { arguments, console in
    let path = arguments.operands[0]
    let options = try arguments.pressureOptions()
    let borders = try arguments.regionBorders()
    let picture = try arguments.picturePath(example: "steps.png")
    let progress = Progress(console: console)
    defer { progress.end() }
    var foot: FootShape?
    if let scanPath = arguments.text(.scan) {
      guard scanPath != "-" || path != "-" else {
        throw UsageError("scan and pressure map are both -: only one can come from standard input")
      }
      progress.begin("finding the foot in \(scanPath)")
      foot = try FootShape.find(in: ScanReader.read(InputFile.load(path: scanPath)), options: arguments.scanOptions)
    }
    progress.begin("reading \(path)")
    let file = try InputFile.open(path: path)
    progress.begin("reading \(path)", share: { file.share })
    let recording = try PressureReader.read(file, options: options)
    progress.begin("summing up \(path)")
    let steps = recording.kind == .walk ? recording.steps(options: options.withoutSide) : []
    let listed = steps.enumerated().map { PressureResult.Step($1, number: $0 + 1) }
    var feet: [FootSummary] = []
    for side in sides(of: recording, steps: steps, scanned: foot?.side, options: options) {
      var wanted = options
      wanted.side = side
      // Both feet are shown, as seen from above; what that assumes is said.
      if options.side == nil, foot == nil { wanted.view = wanted.view ?? .above }
      let oriented =
        recording.kind == .walk
        ? try recording.chosenStep(of: steps, options: wanted, scanSide: foot?.side)
        : try recording.oriented(options: wanted, scanSide: foot?.side)
      feet.append(try FootSummary(oriented, on: foot, options: options, borders: borders))
    }
    if let picture {
      progress.begin("drawing \(picture)")
      try AtomicFile.write(drawing(of: feet, steps: steps, on: foot, name: path, borders: borders).png, to: picture)
    }
    progress.end()

    let showsFrames = arguments.isOn(.frames)
    let results = feet.map { foot in
      PressureResult(foot.settled(by: arguments), steps: listed, showsFrames: showsFrames)
    }
    let asymmetry = AsymmetryResult(feet.map(\.summary))
    if arguments.isOn(.csv) {
      try console.result(PressureCSV.text(of: results, showsFrames: showsFrames))
    } else if arguments.isOn(.json) {
      let isOne = results.count == 1
      try console.result(
        isOne ? JSONOutput.text(results[0]) : JSONOutput.text(BothFeetResult(feet: results, asymmetry: asymmetry)))
    } else {
      let parts = [PressureResult.text(of: listed)] + results.map(\.text) + [asymmetry?.text ?? ""]
      try console.result(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    for (number, foot) in feet.enumerated() {
      // What both feet share is said once.
      let earlier = feet[..<number]
      let fresh = arguments.unsettled(foot.assumptions).filter { each in
        !earlier.contains { $0.assumptions.contains(each) }
      }
      console.assumed(fresh)
      console.findings(foot.findings.filter { each in !earlier.contains { $0.findings.contains(each) } })
    }
    return .done
  }
}

/// The map on the sole where there is a scan, else every step or foot.
private func drawing(
  of feet: [FootSummary], steps: [PressureStep], on foot: FootShape?, name: String, borders: RegionBorders?
) -> Picture {
  if let foot, let registered = feet.first?.registered {
    return RegistrationPicture(foot: foot, registered: registered, title: name).drawn()
  }
  let walked = steps.enumerated().map { $1.panel(number: $0 + 1, borders: borders) }
  let panels = walked.isEmpty ? feet.map { $0.panel(titled: $0.recording.side?.rawValue ?? "") } : walked
  return RecordingPicture(panels: panels, title: name).drawn()
}

extension PressureOptions {
  /// A side must not be forced on the steps of the other foot.
  fileprivate var withoutSide: PressureOptions {
    var options = self
    options.side = nil
    return options
  }
}

/// The feet to sum up: the one that was asked for, or those that the file holds; `nil` leaves it to the print.
private func sides(
  of recording: PressureRecording, steps: [PressureStep], scanned: Side?, options: PressureOptions
) -> [Side?] {
  if let side = options.side { return [side] }
  if case .number = options.step { return [nil] }
  // With a scan, its side decides.
  if scanned != nil { return [nil] }
  let known = recording.otherFoot.isEmpty ? [] : ([recording] + recording.otherFoot).compactMap(\.side)
  let walked = steps.filter { $0.reasonToDrop == nil }.compactMap(\.side)
  let sides = Side.allCases.filter { known.contains($0) || walked.contains($0) }
  return sides.isEmpty ? [nil] : sides
}
