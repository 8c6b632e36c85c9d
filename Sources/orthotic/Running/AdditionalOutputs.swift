import OrthoticCore
import OrthoticExport

/// What a design is shown by beside its solid, each with its place checked before the long work begins.
struct AdditionalOutputs: Equatable, Sendable {
  /// A picture's place and form.
  struct PicturePlace: Equatable, Sendable {
    let path: String
    let isVector: Bool
  }

  /// Where the report goes.
  let report: String?
  /// Where the record goes.
  let record: String?
  /// Whether the record holds surfaces and pressures node by node.
  let recordsGrids: Bool
  /// Where the picture of the pressures goes.
  let picture: PicturePlace?
  /// Where the picture of the insole goes.
  let insolePicture: PicturePlace?

  /// Whether one of them goes to standard output, so that the table must go elsewhere.
  var usesStandardOutput: Bool { paths.contains("-") }

  /// Whether there is none.
  var isEmpty: Bool { paths.isEmpty }

  private var paths: [String] { [report, record, picture?.path, insolePicture?.path].compactMap { $0 } }

  init(_ arguments: ParsedArguments) throws {
    report = arguments.text(.report)
    record = arguments.text(.record)
    recordsGrids = arguments.isOn(.recordGrids)
    picture = try arguments.picturePlace(.picture)
    insolePicture = try arguments.picturePlace(.insolePicture)
    if let report, ![".html", ".htm"].contains(where: report.lowercased().hasSuffix), report != "-",
      !report.hasPrefix("/dev/")
    {
      throw UsageError(flag: .report, value: report, expected: "a name that ends in .html", example: "page.html")
    }
    for path in paths { try OutputPlace.check(path) }
  }
}

extension AdditionalOutputs {
  /// What record and report say of a run beside its design.
  struct Evidence {
    let origin: DesignRecord.Origin
    let output: DesignRecord.Output
  }

  /// Adds them to what appears; the evidence is gathered only where it is wanted.
  ///
  /// The record comes last, so that where it stands all else does.
  /// Pictures and record are of one foot: a command line for both was refused that asks for them.
  ///
  /// - Parameter search: An optimisation that led to the only foot's design: its page shows the prescribed device first.
  func add(
    _ feet: [DesignRun.Foot], of run: DesignRun, after search: FinishedSearch? = nil, to outputs: OutputSet,
    progress: Progress
  ) throws {
    if let picture {
      progress.begin("writing \(picture.path)")
      let drawing = PressurePicture(feet[0].design)
      try outputs.add(picture.isVector ? Array(drawing.svg.utf8) : drawing.drawn().png, to: picture.path)
    }
    if let insolePicture {
      progress.begin("writing \(insolePicture.path)")
      let drawing = InsolePicture(feet[0].design)
      try outputs.add(
        insolePicture.isVector ? Array(drawing.svg.utf8) : drawing.drawn().png, to: insolePicture.path)
    }
    guard record != nil || report != nil else { return }
    var inputs: [DesignRecord.Input]?
    var shown: [ReportDesign] = []
    for foot in feet {
      let evidence = try run.evidence(of: foot, inputs: inputs)
      inputs = evidence.origin.inputs
      let entry = DesignRecord(
        foot.design, origin: evidence.origin, output: evidence.output, print: foot.job.facts,
        assumptions: foot.assumptions, withGrids: recordsGrids, naming: .flags)
      shown.append(ReportDesign(foot.design, record: entry, name: foot.asked.side?.rawValue ?? ""))
    }
    if let report {
      progress.begin("writing \(report)")
      var pages = shown
      if let search {
        pages[0].name = "optimized"
        pages.insert(try search.prescribedDesign(run, inputs: inputs), at: 0)
      }
      try outputs.add(Array(try Report(pages).html.utf8), to: report)
    }
    if let record {
      progress.begin("writing \(record)")
      try outputs.add(Array(try RecordFile.text(shown[0].record).utf8), to: record)
    }
  }
}

extension PrintJob {
  /// What a record says about printing.
  var facts: DesignRecord.PrintFacts {
    DesignRecord.PrintFacts(estimate: estimate, infill: material.infill, placement: placement, printer: plan.printer)
  }
}

extension ParsedArguments {
  /// Where the picture of a command that draws only PNG goes, or `nil`; its place is checked before the long work.
  ///
  /// - Parameter example: A name that a message shows.
  func picturePath(example: String = "sole.png") throws -> String? {
    guard let path = text(.picture) else { return nil }
    try OutputPlace.check(path)
    guard path.lowercased().hasSuffix(".png") || path == "-" || path.hasPrefix("/dev/") else {
      throw UsageError(flag: .picture, value: path, expected: "a name that ends in .png", example: example)
    }
    return path
  }

  fileprivate func picturePlace(_ flag: Flag) throws(UsageError) -> AdditionalOutputs.PicturePlace? {
    guard let path = text(flag) else { return nil }
    let name = path.lowercased()
    guard name.hasSuffix(".png") || name.hasSuffix(".svg") || path == "-" || path.hasPrefix("/dev/") else {
      throw UsageError(flag: flag, value: path, expected: "a name that ends in .png or .svg", example: "insole.png")
    }
    return AdditionalOutputs.PicturePlace(path: path, isVector: name.hasSuffix(".svg"))
  }
}
