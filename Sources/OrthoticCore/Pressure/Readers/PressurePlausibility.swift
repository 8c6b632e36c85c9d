/// Whether numbers can be the pressure under a foot.
enum PressurePlausibility {
  /// Highest believable pressure, kPa; published barefoot peaks of neuropathic feet stay below 2000.
  static let highestPeak = 5000.0

  /// Most cells of a picture: a metre by a metre in millimetres.
  static let mostCells = 1 << 20

  /// Refuses recordings without load, those whose peak no foot makes, and grids that no sensor has.
  static func check(_ recording: PressureRecording) throws(InputError) {
    guard recording.columns * recording.rows <= mostCells else {
      throw InputError(
        .implausible("is a grid of \(recording.columns) × \(recording.rows) cells"), in: recording.name,
        expected: "at most \(mostCells) sensors", remedy: "check that the file is a pressure map")
    }
    var peak: Float = 0
    for value in recording.values where value > peak { peak = value }
    guard peak > 0 else {
      throw InputError(
        .implausible("holds no pressure: every value is zero or missing"), in: recording.name,
        expected: "a foot's pressure", remedy: "export a recording with the foot on the sensors")
    }
    guard Double(peak) <= highestPeak else {
      throw InputError(
        .implausible("peak pressure \(Int(min(Double(peak), 1e15))) kPa is more than any foot makes"),
        in: recording.name, expected: "at most \(Int(highestPeak)) kPa",
        remedy: "give the unit with \(.pressureUnit), such as mmHg or N/cm2")
    }
  }
}
