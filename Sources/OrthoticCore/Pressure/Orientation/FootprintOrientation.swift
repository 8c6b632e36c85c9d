/// How a footprint lies in its grid, found by its shape alone.
package struct FootprintOrientation: Equatable, Sendable {
  /// Quarter turns anticlockwise that bring the heel to row 0.
  package var quarterTurns: Int
  /// Which foot it is if the grid is seen from above.
  package var side: Side
  /// By how much the chosen heel end agrees better with a foot than the other end (difference of correlations).
  package var heelMargin: Double
  /// By how much the chosen side agrees better than the other.
  package var sideMargin: Double
  /// Agreement with the average foot, 0 to 1.
  package var agreement: Double

  /// Margin from which a decision may rest on the shape; the real files of seven systems show 0.16 to 0.23.
  package static let clearMargin = 0.05

  /// Whether the heel end is beyond doubt.
  package var heelIsClear: Bool { heelMargin >= Self.clearMargin }
  /// Whether the side is beyond doubt.
  package var sideIsClear: Bool { sideMargin >= Self.clearMargin }

  /// Lays the footprint on the average foot in all four ways and compares; `nil` where nothing is loaded.
  package init?(_ map: PressureMap) {
    guard let footprint = Footprint(map), let mirroredFootprint = Footprint(map.mirrored) else { return nil }
    let length = footprint.extent(along: footprint.axis)
    guard length > 0 else { return nil }
    let scale = FootprintTemplate.length / length
    // Right foot heel first and toes first, then left foot likewise.
    let best = Parallel.map(count: 4) { way in
      PoseSearch(footprint: way < 2 ? footprint : mirroredFootprint, field: FootprintTemplate.field).best(
        heading: way % 2 == 0 ? 0 : .pi, scale: scale, freedom: .stretch)
    }
    guard let winner = best.indices.max(by: { best[$0].agreement < best[$1].agreement }) else { return nil }
    side = winner < 2 ? .right : .left
    agreement = best[winner].agreement
    // Turned end for end, either side is possible.
    let otherEnd = [best[(winner + 1) % 2], best[(winner + 1) % 2 + 2]].reduce(0) { max($0, $1.agreement) }
    heelMargin = agreement - otherEnd
    sideMargin = agreement - best[(winner + 2) % 4].agreement
    let turns = Int((best[winner].pose.rotation / (.pi / 2)).rounded())
    // A mirrored map turns the other way round.
    quarterTurns = GridTurn(quarterTurns: side == .right ? turns : -turns).quarterTurns
  }
}
