/// stappone insoles: twelve raw counts a sample, without the sensors' places.
///
/// Refused with what is missing, unless a layout and a calibration are given.
enum StapponeFormat: PressureFormat {
  static let joiner = UInt8(ascii: ",")

  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.lines.first?.starts(with: "sole_id,timestamp") == true
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    guard let layout = options.layout, let calibration = options.calibration else {
      throw file.error(
        .unsupported("holds raw counts of 12 sensors (stappone), no pressures"),
        expected: "pressures with the place of every sensor",
        remedy:
          "give the sensors' places with \(.pressureLayout) and the kPa of one count with \(.pressureCalibration), or export calibrated pressures"
      )
    }
    var scanner = TextScanner(file)
    let head = scanner.nextFilledLine()?.fields(by: .comma) ?? []
    let columns = head.indices.filter { head[$0].starts(with: "pressure_") }
    guard columns.count == layout.areas.count else {
      throw file.error(
        .implausible("has \(columns.count) sensors, the layout \(layout.areas.count)"),
        expected: "a layout of this insole", remedy: "give the right layout with \(.pressureLayout)")
    }
    // The layout is of a left insole; a right one is its mirror image.
    var feet = [
      Insole(side: .left, layout: layout), Insole(side: .right, layout: layout.turned(GridTurn(mirrored: true))),
    ]
    while let line = scanner.nextFilledLine() {
      let fields = line.fields(by: .comma)
      guard fields.count == head.count, let sole = fields[0].integer, sole == 1 || sole == 2,
        let time = fields[1].value()
      else {
        throw file.error(
          .malformed("is no sample"), at: line.place, expected: "\(head.count) values, sole_id 1 or 2",
          remedy: "export the recording again")
      }
      for column in columns {
        guard let count = fields[column].value(), count >= 0, count <= 1e9 else {
          throw file.error(
            .malformed("count “\(fields[column].text.prefix(20))” cannot be"), at: line.place,
            expected: "a count from 0 up", remedy: "export the recording again")
        }
        feet[sole - 1].values.append(Float(count * calibration))
      }
      feet[sole - 1].times.append(time / 1000)
    }
    return feet.compactMap { $0.recording(name: file.name) }
  }

  private struct Insole {
    let side: Side
    let layout: SensorField
    var times: [Double] = []
    var values: [Float] = []

    func recording(name: String) -> PressureRecording? {
      guard let first = times.first else { return nil }
      var recording = PressureRecording(
        name: name, format: "stappone", kind: times.count > 1 ? .frames : .peakPicture, side: side,
        orientation: .declared, sensors: layout, times: times.map { $0 - first }, values: values)
      recording.isInsole = true
      return recording
    }
  }
}
