/// novel pedar `.asc`: both insoles, 99 sensors each, one line per sample.
///
/// Header lines name the insole type, the unit and the sensors that were recorded; then time and the sensors of the left
/// and of the right insole. Geometry and areas are those of the insole type (`PedarInsole`).
enum PedarFormat: PressureFormat {
  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.hasLine(startingWith: "left insole:") && opening.hasLine(startingWith: "right insole:")
      && opening.hasLine(startingWith: "time[secs]")
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    var scanner = TextScanner(file)
    var type: TextLine?
    var unit = options.unit
    var left: [Int] = []
    var right: [Int] = []
    while let line = scanner.nextLine(), !line.starts(with: "time[secs]") {
      if line.starts(with: "sensor type:") {
        type = line
      } else if line.starts(with: "pressure values in") {
        let name = line.text.dropFirst("pressure values in".count)
        guard let known = unit ?? PressureUnit(name: String(name)) else {
          throw file.error(
            .malformed("unit “\(name.prefix(20))” is not known"), at: line.place, expected: "kPa or N/cm2",
            remedy: "say it with \(.pressureUnit)")
        }
        unit = known
      } else if line.starts(with: "left insole:") {
        left = try sensors(line, file)
      } else if line.starts(with: "right insole:") {
        right = try sensors(line, file)
      }
    }
    let insole = try insole(type, file)
    // The area matters to newtons per cell only, which this system does not write.
    var rows = PressureRows(
      file: file, style: GridStyle(separator: .whitespace), columns: left.count + right.count,
      factor: (unit ?? .kilopascal).kilopascals(cellArea: insole.area / Double(PedarInsole.sensorCount)))
    rows.reserve(file.sizeHint / 6)
    var times: [Double] = []
    while let line = scanner.nextLine() {
      guard let first = line.fields(by: .whitespace).first else { continue }
      guard let time = first.value(), time >= 0, time < 1e7 else {
        throw file.error(
          .malformed("time “\(first.text.prefix(20))” is no number"), at: line.place, expected: "seconds",
          remedy: "export the recording again")
      }
      try rows.append(line, from: first.range.upperBound)
      times.append(time)
    }
    guard !times.isEmpty else {
      throw file.error(
        .truncated(expected: 1, found: 0), expected: "lines of pressures", remedy: "export the recording again")
    }
    var recordings: [PressureRecording] = []
    for (side, sensors, start) in [(Side.left, left, 0), (.right, right, left.count)] where !sensors.isEmpty {
      recordings.append(
        recording(
          side, sensors, rows, start: start, times: times, insole: insole, name: file.name, type: type?.text ?? ""))
    }
    return recordings
  }

  private static func recording(
    _ side: Side, _ sensors: [Int], _ rows: PressureRows, start: Int, times: [Double], insole: PedarInsole,
    name: String, type: String
  ) -> PressureRecording {
    let count = PedarInsole.sensorCount
    var values = [Float](repeating: .nan, count: times.count * count)
    for frame in times.indices {
      for (offset, sensor) in sensors.enumerated() {
        values[frame * count + sensor - 1] = rows.values[frame * rows.columns + start + offset]
      }
    }
    var recording = PressureRecording(
      name: name, format: "novel pedar", kind: times.count > 1 ? .frames : .peakPicture, side: side,
      orientation: .declared, sensors: insole.field(side), times: times, values: values,
      assumptions: [
        Assumption(
          what: "insole length", value: "\(Int(insole.length.rounded())) mm",
          why: "usual for the \(Int((insole.area / 100).rounded())) cm² of type \(insole.type)",
          override: "\(.pressureFit) scale")
      ])
    recording.isInsole = true
    return recording
  }

  private static func sensors(_ line: TextLine, _ file: InputFile) throws(InputError) -> [Int] {
    guard let colon = line.bytes[line.range].firstIndex(of: UInt8(ascii: ":")) else { return [] }
    let list = TextLine(bytes: line.bytes, range: colon + 1..<line.range.upperBound, number: line.number)
    var numbers: [Int] = []
    for field in list.fields(by: .comma) where !field.trimmed.range.isEmpty {
      guard let number = field.integer, number >= 1, number <= PedarInsole.sensorCount, number > (numbers.last ?? 0)
      else {
        throw file.error(
          .malformed("sensor “\(field.text.prefix(12))” cannot be"), at: line.place,
          expected: "rising numbers from 1 to 99",
          remedy: "export the recording again")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The letters before the first hyphen or digit: `y-1865l-…` is type y.
  private static func insole(_ line: TextLine?, _ file: InputFile) throws(InputError) -> PedarInsole {
    let text = (line?.text.split(separator: ":").dropFirst().first ?? "").drop { $0 == " " || $0 == "\t" }
    let type = String(text.prefix { $0.isLetter }).lowercased()
    guard let insole = PedarInsole(type: type) else {
      throw file.error(
        .unsupported("insole type “\(text.prefix(20))” has no known geometry"), at: line?.place ?? .wholeFile,
        expected: "one of \(PedarInsole.types.joined(separator: ", "))", remedy: "export with the type of the insole")
    }
    return insole
  }
}
