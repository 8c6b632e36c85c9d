import OrthoticCore
import OrthoticExport

/// An optimisation that is done, on its way to being carried out as a design.
struct FinishedSearch {
  /// What was asked.
  let problem: OptimizationProblem
  /// What was found.
  let found: OptimizationResult
  /// The device as it was prescribed, over the same places as the one found.
  let prescribed: ShapedDesign
  /// What was prescribed.
  let asked: Prescription
  /// The prescription that was found, as a file.
  let file: PrescriptionFile
  /// Where that file goes; `nil` for nowhere.
  let path: String?

  /// What is said of it, with the finished design's own numbers.
  func result(on design: DesignResult) -> OptimizationOutcome {
    OptimizationOutcome(problem, found, prescribed: prescribed.prediction, optimized: design.prediction)
  }

  /// The prescribed device as a page shows it beside the one found.
  func prescribedDesign(_ run: DesignRun, inputs: [DesignRecord.Input]?) throws -> ReportDesign {
    let design = try DesignPipeline.finished(prescribed, options: SolidOptions())
    let named = NamedPrescription(name: "prescribed", prescription: asked)
    var origin = try run.arguments.origin(named, inputs: inputs)
    origin.prescriptionName = named.name
    let bytes = MeshFile.bytes(of: design.solid, as: .stl)
    let record = DesignRecord(
      design, origin: origin, output: DesignRecord.Output(path: nil, format: .stl, bytes: bytes),
      assumptions: run.arguments.unsettled(design.assumptions), naming: .flags)
    return ReportDesign(design, record: record, name: named.name)
  }
}
