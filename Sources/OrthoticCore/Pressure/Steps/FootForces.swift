/// What a file says each foot carried in every frame, beside the pressures themselves.
///
/// The forces know left from right whichever way the grid lies.
public struct FootForces: Equatable, Sendable {
  /// Force of the left foot in each frame, N.
  public var left: [Double]
  /// Force of the right foot in each frame, N.
  public var right: [Double]

  /// Most of a step's force that may be missed, as a share; zebris' own columns agree with its grid within a thousandth.
  private static let largestMiss = 0.25

  /// Creates forces; both feet need as many frames.
  public init(left: [Double], right: [Double]) {
    precondition(left.count == right.count, "a force of each foot in every frame")
    self.left = left
    self.right = right
  }

  /// The foot whose force a step follows; `nil` where neither does, or both.
  ///
  /// - Parameters:
  ///   - forces: force of the step in its own frames, N.
  ///   - first: the step's first frame.
  func side(of forces: [Double], from first: Int) -> Side? {
    guard first >= 0, first + forces.count <= left.count else { return nil }
    let total = forces.reduce(0, +)
    func miss(_ foot: [Double]) -> Double {
      zip(forces, foot[first...]).reduce(0) { $0 + abs($1.0 - $1.1) } / total
    }
    let (toLeft, toRight) = (miss(left), miss(right))
    let nearer = min(toLeft, toRight)
    // NaN, of a step without force too, fails the comparison.
    guard nearer <= Self.largestMiss, max(toLeft, toRight) >= 2 * nearer else { return nil }
    return toLeft < toRight ? .left : .right
  }
}
