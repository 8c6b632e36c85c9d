import OrthoticCore

extension PressurePicture {
  /// The pressure before and after of a design, with its zones and the threshold that made them.
  public init(_ result: DesignResult, title: String = "", scale: Double = 3) {
    let prediction = result.prediction
    let zones = prediction.zones.flatMap { outcome in
      var mask = HeightGrid(layout: prediction.before.layout, filledWith: 0)
      for node in outcome.zone.nodes { mask.values[node] = 1 }
      return mask.contours(at: 0.5)
    }
    self.init(
      before: prediction.before, after: prediction.after, outline: result.foot.outline, zones: zones,
      threshold: zones.isEmpty ? nil : result.prescription.offloadThreshold, side: result.foot.side, title: title,
      scale: scale)
    let shown = Self.labelled(prediction)
    panels[0].peaks = shown.compactMap { Self.label($0, $0.before.peak, in: prediction.before, of: prediction) }
    panels[1].peaks = shown.compactMap { Self.label($0, $0.after.peak, in: prediction.after, of: prediction) }
  }

  /// Regions whose peaks are written on the maps, highest before first, none beside a higher one: the numbers are the table's.
  private static func labelled(_ prediction: Prediction) -> [RegionOutcome] {
    let regions = prediction.regions.filter { $0.region != .forefoot && $0.region != .whole }
      .sorted { $0.before.peak > $1.before.peak }
    let least = (regions.first?.before.peak ?? 0) / 5
    var chosen: [(region: RegionOutcome, place: Vector2)] = []
    for region in regions where region.before.peak >= least {
      guard let place = prediction.parts.part(region.region)?.peakPlace(of: prediction.before.values) else { continue }
      if chosen.allSatisfy({ ($0.place - place).length > nearestLabels }) { chosen.append((region, place)) }
    }
    return chosen.map(\.region)
  }

  /// Distance that two numbers on a map keep, mm.
  private static let nearestLabels = 15.0

  private static func label(
    _ region: RegionOutcome, _ peak: Double, in grid: HeightGrid, of prediction: Prediction
  ) -> (place: Vector2, value: Double)? {
    prediction.parts.part(region.region)?.peakPlace(of: grid.values).map { ($0, peak) }
  }
}
