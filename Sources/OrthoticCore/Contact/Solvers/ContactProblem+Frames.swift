extension ContactProblem {
  /// The problem of one frame.
  func loaded(by frame: LoadFrame) -> ContactProblem {
    var problem = self
    problem.force = frame.force
    problem.centerOfPressure = frame.centerOfPressure
    if let overclosure = frame.overclosure {
      precondition(overclosure.count == layout.count, "one value per node")
      problem.overclosure = overclosure
    }
    if let rayLoads = frame.rayLoads { problem.rayLoads = rayLoads }
    return problem
  }

  /// Solves the frames of a step on a coupled insole, each from its answer by columns.
  ///
  /// Frames the columns cannot balance are left as they are.
  package func solved(
    frames: [LoadFrame], with coupling: LateralCoupling, from columns: FrameSolutions
  ) -> FrameSolutions {
    precondition(columns.frames.count == frames.count, "one answer per frame")
    return FrameSolutions(
      layout: layout,
      frames: Parallel.map(count: frames.count) { number in
        let start = columns.frames[number]
        guard start.converged else { return start }
        return loaded(by: frames[number]).solved(with: coupling, from: start)
      }, of: frames)
  }

  /// Solves the frames of a step one after the other, each from the one before.
  package func solved(frames: [LoadFrame]) -> FrameSolutions { solved(frames: frames, near: nil, isRough: false) }

  /// The same, each frame from its own answer on a device that is nearly the same; rough answers are good to 1e-5.
  func solved(frames: [LoadFrame], near answers: FrameSolutions?, isRough: Bool) -> FrameSolutions {
    precondition((answers?.frames.count ?? frames.count) == frames.count, "one answer per frame")
    var previous: ContactSolution?
    var columns: PreparedColumns?
    return FrameSolutions(
      layout: layout,
      frames: frames.enumerated().map { number, frame in
        if let near = answers?.frames[number], near.converged, frame.force > 0 { previous = near }
        let problem = loaded(by: frame)
        var prepared = columns.take() ?? PreparedColumns(problem, frames: frames)
        let solution = prepared.solution(of: problem, from: previous, isRough: isRough)
        columns = prepared
        if !solution.converged {
          previous = nil
        } else if frame.force > 0 {
          previous = solution
        }
        return solution
      }, of: frames)
  }
}
