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
  }
}
