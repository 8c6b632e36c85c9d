extension PressureRecording {
  /// The mean of the peak pictures of several steps of one foot, each laid on the first by shape.
  ///
  /// - Parameter steps: at least one, all heel first and of the same side.
  static func mean(_ steps: [PressureRecording]) -> PressureRecording {
    precondition(!steps.isEmpty, "a mean of something")
    let pictures = steps.map(\.peakPicture)
    let first = pictures[0]
    // Square cells of the same area, with room for footprints that are a little larger.
    let spacing = first.cellArea.squareRoot()
    let margin = 3.0
    let layout = GridLayout(
      origin: Vector2(-margin * spacing, -margin * spacing), spacing: spacing,
      columns: Int(Double(first.columns) * first.cellWidth / spacing + 2 * margin) + 1,
      rows: Int(Double(first.rows) * first.cellLength / spacing + 2 * margin) + 1)
    var sums = [Double](repeating: 0, count: layout.count)
    let field = Footprint(first).map { ContactField(footprint: $0, of: first) }
    for picture in pictures {
      var pose = PlanarPose()
      if let field, let footprint = Footprint(picture) {
        pose = PoseSearch(footprint: footprint, field: field).best(heading: 0).pose
      }
      let sampled = RegisteredPressure.sampled(picture, in: pose, on: layout)
      for index in sums.indices { sums[index] += sampled.values[index] }
    }
    let count = Double(steps.count)
    return PressureRecording(
      name: steps[0].name, format: steps[0].format, kind: .peakPicture, side: steps[0].side, orientation: .declared,
      columns: layout.columns, rows: layout.rows, cellWidth: spacing, cellLength: spacing, times: [0],
      values: sums.map { Float($0 / count) })
  }
}

extension ContactField {
  /// The contact of a footprint in its own map's frame, to lay other footprints on.
  init(footprint: Footprint, of map: PressureMap) {
    let spacing = ContactField.spacing
    let layout = GridLayout(
      origin: Vector2(-30, -30), spacing: spacing,
      columns: Int((Double(map.columns) * map.cellWidth + 60) / spacing) + 1,
      rows: Int((Double(map.rows) * map.cellLength + 60) / spacing) + 1)
    let pressure = RegisteredPressure.sampled(map, in: PlanarPose(), on: layout)
    self.init(layout: layout, values: pressure.values.map { $0 / ($0 + footprint.halfPressure) })
  }
}
