import OrthoticCore

extension ParsedArguments {
  /// What an optimisation is asked to do.
  ///
  /// - Throws: `UsageError` for a goal that is none, a name that cannot be freed, or a thickness that cannot rise.
  func optimizationProblem(_ named: NamedPrescription) throws(UsageError) -> OptimizationProblem {
    var goals: [OptimizationGoal] = []
    for text in texts(.goal) {
      guard let goal = OptimizationGoal(text: text) else {
        throw UsageError(
          flag: .goal, value: text, expected: OptimizationGoal.expectation, example: "mt2=below:150kPa")
      }
      if let other = goals.first(where: { $0.region == goal.region }), other != goal {
        throw UsageError(
          "--goal \(text.prefix(60)): \(other.text) is asked of the same region already; give one of them")
      }
      goals.append(goal)
    }
    if goals.isEmpty { goals = [OptimizationGoal(.below(Prescription.defaultOffloadThreshold))] }
    var freed: [String] = []
    let freeable = PrescriptionVocabulary.elements.filter { OptimizationProblem.freeableKeys.contains($0.key) }
    for name in texts(.free) {
      let plain = String(name.trimmingPrefix("--"))
      guard let element = freeable.first(where: { $0.flag == plain || $0.key == plain }) else {
        throw UsageError(
          "--free \(name.prefix(60)): expected one of \(freeable.map(\.flag).joined(separator: ", "))")
      }
      freed.append(element.key)
    }
    let given = givenKeys(named)
    let most = number(.maximumThickness)
    if most != nil, given.contains("thickness"), !freed.contains("thickness") {
      throw UsageError("--max-thickness: the thickness is prescribed; --free thickness lets it rise")
    }
    if let most, most < named.prescription.thickness {
      throw UsageError(
        "--max-thickness \(values(of: .maximumThickness).first?.text.prefix(60) ?? ""): the device is "
          + "\(Dimension.length.text(named.prescription.thickness)) thick; give at least that, or a lower --thickness")
    }
    let problem = OptimizationProblem(
      goals: goals, given: given, freed: freed, maximumThickness: most,
      shift: number(.shift) ?? OptimizationProblem.standardShift,
      variesTissue: text(.cases) == "tissue",
      effort: whole(.effort) ?? OptimizationProblem.standardEffort)
    guard problem.openKeys.contains(where: { $0 != "thickness" || most != nil }) else {
      throw UsageError(
        "every number is prescribed, so there is nothing to find: open some with --free, such as --free arch-contact")
    }
    return problem
  }

  /// Keys of the elements that preset, file and flags prescribe.
  private func givenKeys(_ named: NamedPrescription) -> [String] {
    let preset = text(.preset).flatMap(Preset.named)?.file
    let files = [preset, named.file].compactMap { $0 }
    return files.flatMap { $0.settings.map(\.key) + $0.overrides.values.flatMap { $0.map(\.key) } }
      + named.flags.map(\.key)
  }

  /// The same command line for `design`, which carries out what was found.
  var asDesign: ParsedArguments {
    var design = ParsedArguments(command: .design)
    design.operands = operands
    for flag in FlagTable.flags(of: .design) where isOn(flag) { design.add(flag, values(of: flag)) }
    return design
  }
}
