/// Why two surfaces and a trim line cannot become a solid, and where.
public struct SolidError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The trim line leaves the grid or comes within two nodes of its border.
    case outlineOutsideGrid
    /// The trim line turns more sharply than the edge can be rounded.
    case outlineTooSharp
    /// The trim line crosses itself, or leaves a neck narrower than two edge radii.
    case outlineTooNarrow
    /// The line of a zone comes too near the trim line.
    case zoneAtRim
    /// A surface has no height there.
    case missingHeight
    /// The top does not stay above the bottom; the gap is in millimetres.
    case surfacesCross(gap: Double)
  }

  /// What is wrong.
  public var problem: Problem
  /// Where, mm.
  public var place: Vector2

  /// Creates an error from its evidence.
  public init(_ problem: Problem, at place: Vector2) {
    self.problem = problem
    self.place = place
  }
}

extension SolidError: CustomStringConvertible {
  /// One line for a person.
  public var description: String {
    let trouble =
      switch problem {
      case .outlineOutsideGrid: "the trim line leaves the height grid"
      case .outlineTooSharp: "the trim line turns too sharply for its rounded edge"
      case .outlineTooNarrow: "the trim line crosses itself or leaves a neck too narrow for its rounded edge"
      case .zoneAtRim: "a zone comes too near the trim line"
      case .missingHeight: "a surface has no height inside the trim line"
      case .surfacesCross(let gap): "the top is only \(Self.rounded(gap)) mm above the bottom"
      }
    return "\(trouble) at x \(Self.rounded(place.x)), y \(Self.rounded(place.y))"
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
