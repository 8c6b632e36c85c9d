/// The balanced states of the frames of a step, and the picture that a sensor's peak display shows of them.
public struct FrameSolutions: Sendable {
  /// One solution per frame, in order.
  public var frames: [ContactSolution]
  /// Highest pressure over the balanced frames at each node, kPa.
  public var peak: [Double]
  /// Numbers of the loaded frames that found no balance; they are left out of `peak`.
  public var unbalanced: [Int]

  /// Gathers the solutions of frames.
  public init(layout: GridLayout, frames: [ContactSolution]) {
    self.frames = frames
    peak = [Double](repeating: 0, count: layout.count)
    unbalanced = []
    for (number, solution) in frames.enumerated() {
      guard solution.converged else {
        unbalanced.append(number)
        continue
      }
      for node in peak.indices where solution.pressure[node] > peak[node] { peak[node] = solution.pressure[node] }
    }
  }
}
