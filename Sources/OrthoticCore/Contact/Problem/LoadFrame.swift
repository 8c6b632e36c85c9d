/// One instant of a step: what the foot carries and where.
public struct LoadFrame: Equatable, Sendable {
  /// Force, N.
  public var force: Double
  /// Where it acts, mm.
  public var centerOfPressure: Vector2
  /// Overclosure on the flat floor calibrated on this instant, or `nil` to keep the problem's own.
  public var overclosure: [Double]?
  /// What the rays bear at rest in this instant, N, five; `nil` for a rigid foot.
  public var rayLoads: [Double]?
  /// Factor at each node from this instant's pressure to the highest of the step there; `nil` where the instant is a frame.
  ///
  /// Places do not all peak in one of the few instants that stand for a step.
  public var gain: [Double]?

  /// Creates a frame.
  public init(
    force: Double, centerOfPressure: Vector2, overclosure: [Double]? = nil, rayLoads: [Double]? = nil,
    gain: [Double]? = nil
  ) {
    self.force = force
    self.centerOfPressure = centerOfPressure
    self.overclosure = overclosure
    self.rayLoads = rayLoads
    self.gain = gain
  }

  /// A pressure of this instant as the picture of peaks shows it.
  func picture(of pressure: [Double]) -> [Double] {
    guard let gain else { return pressure }
    return zip(pressure, gain).map { $0 * $1 }
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

  /// Gathers the solutions of frames.
  public init(layout: GridLayout, frames: [ContactSolution], of loads: [LoadFrame]) {
    precondition(frames.count == loads.count, "one answer per frame")
    self.frames = frames
    peak = [Double](repeating: 0, count: layout.count)
    unbalanced = []
    for (number, solution) in frames.enumerated() {
      guard solution.converged else {
        unbalanced.append(number)
        continue
      }
      let picture = loads[number].picture(of: solution.pressure)
      for node in peak.indices where picture[node] > peak[node] { peak[node] = picture[node] }
    }
  }
}

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
  public func solved(
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
  public func solved(frames: [LoadFrame]) -> FrameSolutions { solved(frames: frames, near: nil, isRough: false) }

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
