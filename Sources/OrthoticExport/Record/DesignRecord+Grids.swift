import OrthoticCore

extension DesignRecord {
  /// Surfaces and pressures node by node, and the lines on them.
  public struct Grids: Codable, Equatable, Sendable {
    /// One number per node, row by row from the heel; `null` where nothing is known.
    public struct Field: Codable, Equatable, Sendable {
      /// Place of the first node, mm.
      public var origin: [Double]
      /// Distance of the nodes, mm.
      public var spacing: Double
      /// Nodes across.
      public var columns: Int
      /// Nodes along.
      public var rows: Int
      /// The values.
      public var values: [Double?]

      init(_ grid: HeightGrid, decimals: Int) {
        origin = [grid.layout.origin.x, grid.layout.origin.y].map { $0.rounded(decimals: 4) ?? 0 }
        spacing = grid.layout.spacing
        columns = grid.layout.columns
        rows = grid.layout.rows
        values = grid.values.map { $0.rounded(decimals: decimals) }
      }
    }

    /// Sole of the scanned foot above the ground, mm.
    public var plantar: Field
    /// Top of the device, mm.
    public var top: Field
    /// Bottom of the device, mm.
    public var bottom: Field
    /// Highest pressure before, kPa.
    public var before: Field
    /// Highest pressure on the device, kPa.
    public var after: Field
    /// Silhouette of the foot, mm.
    public var outline: [[Double]]
    /// Trim line of the device, mm.
    public var trim: [[Double]]

    /// Records the fields of a design.
    init(_ design: DesignResult) {
      plantar = Field(design.foot.plantar, decimals: 3)
      top = Field(design.surfaces.top, decimals: 3)
      bottom = Field(design.surfaces.bottom, decimals: 3)
      before = Field(design.prediction.before, decimals: 2)
      after = Field(design.prediction.after, decimals: 2)
      outline = Self.points(of: design.foot.outline)
      trim = Self.points(of: design.surfaces.trim)
    }

    private static func points(of outline: Outline) -> [[Double]] {
      outline.points.map { point in [point.x, point.y].map { $0.rounded(decimals: 2) ?? 0 } }
    }
  }
}
