/// One instant of a step: what the foot carries and where.
public struct LoadFrame: Equatable, Sendable {
  /// Force, N.
  public var force: Double
  /// Where it acts, mm.
  public var centerOfPressure: Vector2
  /// Overclosure on the flat floor calibrated on this instant, or `nil` to keep the problem's own.
  public var overclosure: [Double]?

  /// Creates a frame.
  public init(force: Double, centerOfPressure: Vector2, overclosure: [Double]? = nil) {
    self.force = force
    self.centerOfPressure = centerOfPressure
    self.overclosure = overclosure
  }
}

/// The balanced states of the frames of a step, and the picture that a sensor's peak display shows of them.
public struct FrameSolutions: Sendable {
  /// One solution per frame, in order.
  public var frames: [ContactSolution]
  /// Highest pressure over the balanced frames at each node, kPa.
  public var peak: [Double]
  /// Numbers of the loaded frames that found no balance; they are left out of `peak`.
  public var unbalanced: [Int]
}

extension ContactProblem {
  /// Solves the frames of a step one after the other, each from the one before.
  public func solved(frames: [LoadFrame]) -> FrameSolutions {
    var problem = self
    var previous: ContactSolution?
    var result = FrameSolutions(frames: [], peak: [Double](repeating: 0, count: layout.count), unbalanced: [])
    result.frames.reserveCapacity(frames.count)
    for (number, frame) in frames.enumerated() {
      problem.force = frame.force
      problem.centerOfPressure = frame.centerOfPressure
      if let overclosure = frame.overclosure {
        precondition(overclosure.count == layout.count, "one value per node")
        problem.overclosure = overclosure
      } else {
        problem.overclosure = overclosure
      }
      let solution = problem.solved(from: previous)
      if solution.converged {
        if frame.force > 0 { previous = solution }
        for node in 0..<layout.count where solution.pressure[node] > result.peak[node] {
          result.peak[node] = solution.pressure[node]
        }
      } else {
        result.unbalanced.append(number)
        previous = nil
      }
      result.frames.append(solution)
    }
    return result
  }
}
