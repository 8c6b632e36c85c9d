extension PressureRecording {
  /// One step of a walk as the options want it: heel first, side known.
  ///
  /// - Throws: `implausible` where no whole step of the wanted foot is there, with the reason for each that is not used;
  ///   `ambiguous` where steps of both feet are there and nothing says which is wanted, or nothing but the footprints says
  ///   which is which.
  func foundStep(options: PressureOptions, scanSide: Side?) throws(InputError) -> PressureRecording {
    // A side that the options give must not be forced on the steps of the other foot.
    var open = options
    open.side = nil
    return try step(of: steps(options: open), options: options, scanSide: scanSide)
  }

  /// What `oriented` gives of a walk whose steps were found before, with options that say no side.
  public func chosenStep(
    of steps: [PressureStep], options: PressureOptions, scanSide: Side? = nil
  ) throws(InputError) -> PressureRecording {
    try step(of: steps, options: options, scanSide: scanSide).showing(options.picture)
  }

  private func step(
    of steps: [PressureStep], options: PressureOptions, scanSide: Side?
  ) throws(InputError) -> PressureRecording {
    if case .number(let number) = options.step {
      return try step(number, of: steps, side: options.side ?? scanSide)
    }
    let whole = steps.indices.filter { steps[$0].reasonToDrop == nil }
    let sides = Set(whole.compactMap { steps[$0].side })
    guard let wanted = options.side ?? scanSide ?? (sides.count == 1 ? sides.first : nil) else {
      throw whole.isEmpty
        ? noWholeStep(steps, of: nil)
        : InputError(
          .ambiguous("holds steps of both feet"), in: name, expected: "to be told which foot",
          remedy: "say which with \(.pressureSide) left or right, or which step with \(.pressureStep)")
    }
    let candidates = whole.filter { steps[$0].side == wanted }
    guard !candidates.isEmpty else { throw noWholeStep(steps, of: wanted) }
    if options.view == nil, sides.count > 1, candidates.contains(where: { !steps[$0].sideIsTold }) {
      throw viewIsOpen(steps, candidates, of: wanted)
    }
    var result: PressureRecording
    if options.step == .mean {
      result = Self.mean(candidates.map { steps[$0].recording })
      result.assumptions.append(
        Assumption(
          what: "pressure step", value: "mean of \(candidates.count)",
          why: "whole steps of the \(wanted.rawValue) foot",
          override: "\(.pressureStep)"))
    } else {
      let peaks = candidates.map { (index: $0, peak: steps[$0].recording.peaks.max() ?? 0) }
      let ordered = peaks.sorted { ($0.peak, $0.index) < ($1.peak, $1.index) }
      let index = ordered[(ordered.count - 1) / 2].index
      result = steps[index].recording
      result.assumptions.append(
        Assumption(
          what: "pressure step", value: "\(index + 1) of \(steps.count)",
          why: "median peak of \(candidates.count) whole steps of the \(wanted.rawValue) foot",
          override: "\(.pressureStep)"))
    }
    result.findings.append(contentsOf: dropped(steps))
    return result
  }

  /// Steps of both feet, and only their footprints to tell them apart: seen from below each would be the other foot.
  private func viewIsOpen(_ steps: [PressureStep], _ candidates: [Int], of wanted: Side) -> InputError {
    let numbers = candidates.prefix(3).map { "\($0 + 1)" }.joined(separator: ", ")
    let count = candidates.count == 1 ? "step" : "steps"
    return InputError(
      .ambiguous("holds steps of both feet and does not say which is which: in a mirrored grid they would be swapped"),
      in: name, expected: "to be told from where the grid is seen, or which step is the \(wanted.rawValue) foot",
      remedy: "say \(.pressureView) above where the grid is as the system wrote it (\(count) \(numbers)), below where "
        + "it is mirrored, or name a step with \(.pressureStep)")
  }

  /// A step by its number, which must be of the wanted foot.
  private func step(
    _ number: Int, of steps: [PressureStep], side wanted: Side?
  ) throws(InputError) -> PressureRecording {
    guard number >= 1, number <= steps.count else {
      throw InputError(
        .implausible("holds \(steps.count) steps, not \(number)"), in: name,
        expected: "a step from 1 to \(steps.count)",
        remedy: "list them with \(tool: .steps), then choose with \(.pressureStep)")
    }
    if let reason = steps[number - 1].reasonToDrop {
      throw InputError(
        .implausible("step \(number) cannot be used: \(reason)"), in: name, expected: "a whole step",
        remedy: "choose another with \(.pressureStep)")
    }
    let step = steps[number - 1]
    if let wanted, let side = step.side, side != wanted {
      guard step.sideIsTold else {
        throw InputError(
          .ambiguous("the print of step \(number) has the shape of a \(side.rawValue) foot as seen from above"),
          in: name, expected: "a \(wanted.rawValue) foot",
          remedy: "choose another step, or say \(.pressureView) below if the grid is mirrored")
      }
      throw InputError(
        .implausible("step \(number) is a \(side.rawValue) foot"), in: name, expected: "a \(wanted.rawValue) foot",
        remedy: "choose another with \(.pressureStep)")
    }
    return step.recording
  }

  private func noWholeStep(_ steps: [PressureStep], of side: Side?) -> InputError {
    let reasons = steps.enumerated().compactMap { index, step in
      step.reasonToDrop.map { "step \(index + 1): \($0)" }
    }
    let foot = side.map { " of a \($0.rawValue) foot" } ?? ""
    let detail = reasons.isEmpty ? "" : " (\(reasons.prefix(4).joined(separator: "; ")))"
    return InputError(
      .implausible("holds no whole step\(foot)\(detail)"), in: name, expected: "a step with heel and toes on the plate",
      remedy: "record again, or give another file")
  }

  private func dropped(_ steps: [PressureStep]) -> [Finding] {
    let reasons = steps.enumerated().compactMap { index, step in
      step.reasonToDrop.map { "\(index + 1) (\($0))" }
    }
    guard !reasons.isEmpty else { return [] }
    return [
      Finding(
        .note, code: "steps-dropped", message: "steps not used: \(reasons.joined(separator: ", "))",
        remedy: "choose a step with \(.pressureStep)")
    ]
  }
}
