import OrthoticCore

/// One design as a report shows it: the record, whose numbers are the ones printed, and the fields to draw.
public struct ReportDesign: Sendable {
  /// How it is called among others.
  public var name: String
  /// What the run found, made and predicted.
  public var design: DesignResult
  /// The numbers and words to print.
  public var record: DesignRecord

  /// Creates a design to be shown.
  public init(_ design: DesignResult, record: DesignRecord, name: String = "") {
    self.design = design
    self.record = record
    self.name = name.isEmpty ? record.prescription.name ?? record.foot.side : name
  }
}

extension ReportDesign {
  /// What the page's script draws from.
  struct Page: Encodable, Sendable {
    let name: String
    let record: DesignRecord
    /// How its regions' peaks differ from those of the page's first design; absent for that one, and where there is nothing to tell.
    let differences: [DifferenceRecord]?
    let elements: [Element]
    let before: PackedGrid
    let after: PackedGrid
    let top: PackedGrid
    /// Absent where it is level with the ground.
    let bottom: PackedGrid?
    let plantar: PackedGrid
    let mesh: PackedMesh?
    let outline: [[Double]]
    let trim: [[Double]]
    let zones: [Lines]
    let regions: [Lines]
    let peaks: [Peak]

    /// One line of the prescription.
    struct Element: Encodable, Sendable {
      let key: String
      let flag: String
      let group: String
      let summary: String
      let isDefault: Bool
    }

    /// Where the highest mean of a region lies, mm, empty where nothing is loaded; the number is the record's.
    struct Peak: Encodable, Sendable {
      let name: String
      let before: [Double]
      let after: [Double]
    }

    /// Closed lines with a name.
    struct Lines: Encodable, Sendable {
      let name: String
      let lines: [[[Double]]]
    }

    /// Distance of nodes on which surfaces are sent, mm.
    private static let spacing = 1.0
    /// The same where many designs share a page, mm.
    private static let lightSpacing = 3.0
    /// What the mesh that is only looked at may be off, mm.
    private static let tolerance = 0.2

    /// - Parameters:
    ///   - shown: The design.
    ///   - differences: How its peaks differ from those of the page's first design.
    ///   - isLight: Whether to leave out the mesh and thin the surfaces, where a page shows many designs.
    init(_ shown: ReportDesign, differences: [DifferenceRecord]? = nil, isLight: Bool = false) {
      let spacing = isLight ? Self.lightSpacing : Self.spacing
      let design = shown.design
      let prediction = design.prediction
      let layout = prediction.before.layout
      name = shown.name
      record = shown.record
      self.differences = differences
      let standard = Prescription()
      elements = PrescriptionVocabulary.elements.map { element in
        Element(
          key: element.key, flag: element.flag, group: element.group.rawValue, summary: element.summary,
          isDefault: shown.record.prescription.requested[element.key] == element.text(in: standard))
      }
      before = PackedGrid(prediction.before, unit: 0.1)
      after = PackedGrid(prediction.after, unit: 0.1)
      top = PackedGrid(design.surfaces.top, unit: 0.01, spacing: spacing)
      bottom =
        design.surfaces.bottom.values.contains { $0 != 0 }
        ? PackedGrid(design.surfaces.bottom, unit: 0.01, spacing: spacing) : nil
      plantar = PackedGrid(design.foot.plantar, unit: 0.01, spacing: spacing)
      mesh = isLight ? nil : Self.mesh(of: design)
      outline = Self.points(of: design.foot.outline)
      trim = Self.points(of: design.surfaces.trim)
      zones = prediction.zones.map { outcome in
        var mask = HeightGrid(layout: layout, filledWith: 0)
        for node in outcome.zone.nodes { mask.values[node] = 1 }
        return Lines(name: outcome.name, lines: mask.contours(at: 0.5).map(Self.points))
      }
      let cut = prediction.parts
      let inside = design.foot.outline.signedDistance(on: layout, band: 4)
      let shown = cut.regions.filter { $0 != .forefoot && $0 != .whole }
      func place(_ region: FootRegion, _ grid: HeightGrid) -> [Double] {
        let found = cut.part(region)?.peakPlace(of: grid.values)
        return found.map { [$0.x, $0.y].map { $0.rounded(decimals: 1) ?? 0 } } ?? []
      }
      peaks = shown.map { region in
        Peak(
          name: region.rawValue, before: place(region, prediction.before), after: place(region, prediction.after))
      }
      regions = shown.map { region in
        let mask = zip(cut[region], inside.values).map { $0 && $1 > 0 ? 1.0 : 0 }
        let lines = HeightGrid(layout: layout, values: mask).contours(at: 0.5)
        return Lines(name: region.rawValue, lines: lines.map(Self.points))
      }
    }

    private static func mesh(of design: DesignResult) -> PackedMesh? {
      // Where no coarser solid can be built, the page shows the surfaces from above.
      let solid = SolidBuilder.shown(design.surfaces, prescription: design.prescription, tolerance: tolerance)
      return solid.map { PackedMesh($0.mesh) }
    }

    private static func points(of outline: Outline) -> [[Double]] {
      outline.points.map { point in [point.x, point.y].map { $0.rounded(decimals: 1) ?? 0 } }
    }
  }
}
