/// A table over time without geometry, such as medilogic's: one line per sample, one column per sensor.
///
/// Where its sensors lie must be said by a layout file (`PressureOptions.layout`); without one it is refused. A first
/// column that rises evenly is time; sensors are the last columns, as many as the layout has.
enum SampleTableFormat {
  /// The recording of a table whose sensors lie as the layout says.
  static func recording(
    _ grid: BareGrid, layout: SensorField, file: InputFile, options: PressureOptions
  ) throws(InputError) -> PressureRecording {
    let sensors = layout.areas.count
    guard grid.columns >= sensors else {
      throw file.error(
        .implausible("has \(grid.columns) columns for the \(sensors) sensors of the layout"),
        expected: "a column for each sensor", remedy: "give the layout of this insole with \(.pressureLayout)")
    }
    var assumptions: [Assumption] = []
    let factor: Double
    if let calibration = options.calibration {
      factor = calibration
    } else if let unit = options.unit {
      factor = unit.kilopascals(cellArea: layout.areas.reduce(0, +) / Double(sensors))
    } else {
      factor = PressureUnit.newtonPerSquareCentimetre.kilopascals(cellArea: 0)
      assumptions.append(
        Assumption(
          what: "pressure unit", value: "N/cm2", why: "usual for tables over time", override: "\(.pressureUnit)"))
    }
    var values: [Float] = []
    values.reserveCapacity(grid.rows * sensors)
    for row in 0..<grid.rows * grid.frames {
      let start = row * grid.columns + grid.columns - sensors
      for sensor in 0..<sensors { values.append(Float(grid.values[start + sensor]) * Float(factor)) }
    }
    // Without a time of its own a sample is a hundredth of a second, the usual rate.
    let times = (0..<grid.rows * grid.frames).map { Double($0) * (grid.timeStep ?? 0.01) }
    var recording = PressureRecording(
      name: file.name, format: "sample table", kind: times.count > 1 ? .frames : .peakPicture, side: options.side,
      orientation: .declared, sensors: layout, times: times, values: values, assumptions: assumptions)
    recording.isInsole = true
    return recording
  }
}
