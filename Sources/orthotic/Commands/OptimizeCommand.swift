import OrthoticCore
import OrthoticExport

extension Command {
  static let optimize = Command(
    name: .optimize,
    summary: "Find the prescription whose device reaches a pressure goal, and design it",
    detail:
      "Tries devices until the pressure on them comes as near to the goal as the open numbers of the prescription allow: those "
      + "given by no flag, file or preset. No region may end above both its own before and 150 kPa, the arch bears 120 kPa at "
      + "most, and of devices that reach the goal the one is taken that is least unlike the prescribed. Says what was "
      + "changed, what holds it back, and which neighbours rise; then writes what design writes.",
    operands: [.scan()],
    examples: [
      Example(
        purpose: "the device that brings every region below 200 kPa, and its prescription",
        arguments:
          "optimize \(Sample.flatScan) --pressure \(Sample.flatPressure) --goal below:200kPa --save-rx found.json "
          + "-o insole.stl"),
      Example(
        purpose: "as low as it can be under the second head, up to 6 mm thick, the heel cup as prescribed",
        arguments:
          "optimize \(Sample.scan) --pressure \(Sample.pressure) --goal mt2=lowest --heel-cup 14 --max-thickness 6 "
          + "-o insole.stl"),
    ]
  ) { arguments, console in
    let named = try arguments.prescription()
    let problem = try arguments.optimizationProblem(named)
    guard arguments.isOn(.pressure) else {
      throw UsageError("optimize needs --pressure MAP, the pressure that it shall lower")
    }
    let broken = Finding.allowing(arguments.texts(.allow), in: named.ruleFindings(for: Side.allCases)).filter {
      $0.severity == .error
    }
    guard broken.isEmpty else { return try arguments.refuse(broken, console) }
    let design = arguments.asDesign
    let path = arguments.text(.savedPrescription)
    if let path { try OutputPlace.check(path) }
    // Every place is checked before the long work begins.
    let places = try DesignRun(design, named, replay: nil)
    let progress = Progress(console: console)
    defer { progress.end() }
    var inputs = try arguments.designInputs(prescription: named.prescription, progress: progress)
    progress.begin(DesignPipeline.Step.foot.progressText)
    let foot = try inputs.foot ?? FootShape.find(in: inputs.scan, options: inputs.scanOptions)
    inputs.foot = foot
    if !named.flags.isEmpty || named.file != nil { inputs.prescription = named.prescription(for: foot.side) }
    let found = try DesignPipeline.optimized(for: foot, inputs: inputs, problem: problem) { progress.begin($0) }
    // The prescribed device over the same places: what presses on a pad that was found is no head's there either.
    progress.begin("predicting the pressure on the prescribed device")
    inputs.companions = [found.prescription]
    let asked = inputs.prescription
    let prescribed = try DesignPipeline.shaped(for: foot, inputs: inputs)
    inputs.companions = []
    // What is made is what the file says.
    let file = PrescriptionFile(found.prescription, name: named.file?.name, notes: named.file?.notes)
    inputs.prescription = file.applied(to: Prescription())
    let chosen = NamedPrescription(name: named.name, prescription: inputs.prescription, file: file)
    let run = try DesignRun(design, chosen, replay: nil)
    return try run.carriedOut(
      [DesignCase(side: nil, inputs: inputs, output: places.outputs[0])], console, progress,
      after: FinishedSearch(
        problem: problem, found: found, prescribed: prescribed, asked: asked, file: file, path: path))
  }
}
