import OrthoticCore

extension Command {
  static let pressure = Command(
    name: .pressure,
    summary: "Sum up a plantar pressure recording",
    detail:
      "Peak, force and contact area, the footprint's indices, and what each region bears; of a walk, its steps. A file "
      + "with both feet gives both, unless --pressure-side says which.",
    operands: [
      Operand(
        placeholder: "MAP", summary: "the pressure file: a CSV grid or the export of a pressure system",
        endings: Flag.mapEndings)
    ],
    examples: [
      Example(purpose: "sum up a footprint", arguments: "pressure \(Sample.pressure)"),
      Example(
        purpose: "a grid of 5 mm cells, as JSON", arguments: "pressure \(Sample.pressure) --pressure-cell 5 --json"),
    ]
  ) { arguments, console in
    let path = arguments.operands[0]
    let options = try arguments.pressureOptions()
    let progress = Progress(console: console)
    defer { progress.end() }
    progress.begin("reading \(path)")
    let recording = try PressureReader.read(InputFile.open(path: path), options: options)
    progress.begin("summing up \(path)")
    var open = options
    open.side = nil
    let steps = recording.kind == .walk ? recording.steps(options: open) : []
    let listed = steps.enumerated().map { PressureResult.Step($1, number: $0 + 1) }
    var feet: [(result: PressureResult, assumptions: [Assumption], findings: [Finding])] = []
    for side in sides(of: recording, steps: steps, options: options) {
      var wanted = options
      wanted.side = side
      let oriented = try recording.oriented(options: wanted)
      let assumptions = arguments.unsettled(oriented.assumptions)
      let result = PressureResult(oriented, steps: listed, assumptions: assumptions)
      feet.append((result, assumptions, oriented.findings))
    }
    progress.end()

    let results = feet.map(\.result)
    if arguments.isOn(.json) {
      let isOne = results.count == 1
      try console.result(isOne ? JSONOutput.text(results[0]) : JSONOutput.text(BothFeetResult(feet: results)))
    } else {
      let parts = [PressureResult.text(of: listed)] + results.map(\.text)
      try console.result(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    for (number, foot) in feet.enumerated() {
      // What both feet share is said once.
      let earlier = feet[..<number]
      console.assumed(foot.assumptions.filter { each in !earlier.contains { $0.assumptions.contains(each) } })
      console.findings(foot.findings.filter { each in !earlier.contains { $0.findings.contains(each) } })
    }
    return .done
  }
}

/// The feet to sum up: the one that was asked for, or those that the file holds; `nil` leaves it to the print.
private func sides(of recording: PressureRecording, steps: [PressureStep], options: PressureOptions) -> [Side?] {
  if let side = options.side { return [side] }
  if case .number = options.step { return [nil] }
  let known = recording.otherFoot.isEmpty ? [] : ([recording] + recording.otherFoot).compactMap(\.side)
  let walked = steps.filter { $0.reasonToDrop == nil }.compactMap(\.side)
  let sides = Side.allCases.filter { known.contains($0) || walked.contains($0) }
  return sides.isEmpty ? [nil] : sides
}
