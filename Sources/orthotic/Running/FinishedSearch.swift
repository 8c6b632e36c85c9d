import OrthoticCore

/// An optimisation that is done, on its way to being carried out as a design.
struct FinishedSearch {
  /// What was asked.
  let problem: OptimizationProblem
  /// What was found.
  let found: OptimizationResult
  /// The device as it was prescribed, over the same places as the one found.
  let prescribed: Prediction
  /// The prescription that was found, as a file.
  let file: PrescriptionFile
  /// Where that file goes; `nil` for nowhere.
  let path: String?

  /// What is said of it, with the finished design's own numbers.
  func result(on design: DesignResult) -> OptimizationOutcome {
    OptimizationOutcome(problem, found, prescribed: prescribed, optimized: design.prediction)
  }
}
