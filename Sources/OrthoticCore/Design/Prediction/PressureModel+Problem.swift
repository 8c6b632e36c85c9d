extension PressureModel {
  /// The problem of one load on an insole, whole: what an independent program needs to solve it too.
  package func problem(on insole: InsoleOnGrid, load number: Int) -> ContactProblem {
    problem(on: insole).loaded(by: loads[number].frame)
  }
}
