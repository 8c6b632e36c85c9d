/// The balanced states of the frames of a step, and the picture that a sensor's peak display shows of them.
package struct FrameSolutions: Sendable {
  /// One solution per frame, in order.
  package var frames: [ContactSolution]
  /// Highest pressure over the balanced frames at each node, kPa.
  package var peak: [Double]
  /// Numbers of the loaded frames that found no balance; they are left out of `peak`.
  package var unbalanced: [Int]

  /// Gathers the solutions of frames.
  package init(layout: GridLayout, frames: [ContactSolution], of loads: [LoadFrame]) {
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
