/// The two surfaces of the device on one grid, before they become a solid.
public struct InsoleSurfaces: Sendable {
  /// Outer line seen from above.
  public var trim: Outline
  /// Height of the top above the ground side of the device, mm, at every node of the grid.
  public var top: HeightGrid
  /// Height of the bottom, mm: 0, flat on the shoe's insole board.
  public var bottom: HeightGrid
  /// Distance inside the trim line, mm, negative outside; beyond the grid's margin only its sign is right.
  public var distanceToTrim: HeightGrid

  /// Lowest height that the top may have, mm: the minimum wall, and what the chamfer takes at the rim.
  public private(set) var lowestTop: HeightGrid

  /// Chamfer of the bottom edge against a squashed first layer, mm.
  static let bottomChamfer = 0.3
  /// How far inside the rounded edge the rim's height counts, mm.
  static let rimMargin = 1.5
  /// Spare above the lowest rim, mm: the rim is interpolated between nodes.
  static let rimSpare = 0.05

  /// Rows shaped together by one thread; fixed, so that results do not depend on the number of threads.
  private static let rowsPerChunk = 32

  /// Shapes the top surface of a device for a foot: the copied sole, changed by the elements in the order of a form.
  public init(foot: FootShape, trim: Outline, prescription: Prescription) {
    let frame = DesignFrame(foot: foot)
    let sole = SoleField(foot: foot, trim: trim)
    let layout = sole.heights.layout
    let elements = Self.elements(frame: frame, prescription: prescription)

    let chunks = (layout.rows + Self.rowsPerChunk - 1) / Self.rowsPerChunk
    let shaped = Parallel.map(count: chunks) { chunk in
      var heights: [Double] = []
      for rowIndex in chunk * Self.rowsPerChunk..<min((chunk + 1) * Self.rowsPerChunk, layout.rows) {
        let start = rowIndex * layout.columns
        var row = SurfaceRow(
          y: layout.y(rowIndex), firstX: layout.origin.x, spacing: layout.spacing,
          heights: Array(sole.heights.values[start..<start + layout.columns]))
        for element in elements { element.shape(&row) }
        heights += row.heights.map { prescription.thickness + $0 }
      }
      return heights
    }
    self.trim = trim
    lowestTop = HeightGrid(layout: layout, filledWith: 0)
    top = HeightGrid(layout: layout, values: Array(shaped.joined()))
    bottom = HeightGrid(layout: layout, filledWith: 0)
    distanceToTrim = trim.signedDistance(on: layout, band: RimGuard.guardedBand)
    RimGuard(wall: prescription.minimumWall, edgeRadius: prescription.edgeRadius).apply(to: &self)
    lowestTop = HeightGrid(layout: layout, filledWith: prescription.minimumWall)
    // At the rim the bottom's chamfer takes from the wall, so the top stays that much higher.
    let rim = prescription.edgeRadius + Self.rimMargin
    for index in distanceToTrim.values.indices where distanceToTrim.values[index] < rim {
      lowestTop.values[index] += Self.bottomChamfer + Self.rimSpare
    }
    for index in top.values.indices { top.values[index] = max(top.values[index], lowestTop.values[index]) }
  }

  /// The elements that a prescription asks for, those that limit the copied sole before those that add to it.
  static func elements(frame: DesignFrame, prescription: Prescription) -> [any InsoleElement] {
    let all: [(any InsoleElement)?] = [
      HeelExpansion(frame: frame, prescription: prescription),
      ArchSupport(frame: frame, prescription: prescription),
      ForefootSmoothing(frame: frame),
      HeelCup(frame: frame, prescription: prescription),
      RearfootPost(frame: frame, prescription: prescription),
      HeelLift(frame: frame, prescription: prescription),
      MetatarsalPad(frame: frame, prescription: prescription),
    ]
    return all.compactMap { $0 }
  }
}
