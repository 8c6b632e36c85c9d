/// The two surfaces of the device on one grid, before they become a solid.
public struct InsoleSurfaces: Sendable {
  /// Outer line seen from above.
  public var trim: Outline
  /// Height of the top above the ground side of the device, mm, at every node of the grid.
  public var top: HeightGrid
  /// Height of the bottom, mm: 0, flat on the shoe's insole board.
  public var bottom: HeightGrid
  /// True where a node lies under the foot.
  public var isSole: [Bool]
  /// Distance inside the trim line, mm; negative outside.
  public var distanceToTrim: HeightGrid

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
        heights += row.heights.map { max(prescription.thickness + $0, prescription.minimumWall) }
      }
      return heights
    }
    self.trim = trim
    top = HeightGrid(layout: layout, values: Array(shaped.joined()))
    bottom = HeightGrid(layout: layout, filledWith: 0)
    isSole = sole.isSole
    distanceToTrim = trim.signedDistance(on: layout)
    RimGuard(wall: prescription.minimumWall).apply(to: &self)
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
