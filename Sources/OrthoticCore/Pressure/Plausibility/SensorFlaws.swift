/// Sensors that do not measure: found in the picture of peaks by what a foot's skin cannot do from cell to cell.
///
/// ```
///   0 0 0     9 9 9     5 5 5 5     7 7 7 7      all of them:
///   0 9 0     9 0 9     0 0 0 0     7 7 7 7      the same number
///   0 0 0     9 9 9     5 5 5 5     7 7 7 7
///    hot       dead     dead row    saturated    offset
/// ```
/// Only what cannot be anything else is mended, and said: a lone sensor far from the print is taken as unloaded, a number
/// that every unloaded sensor shows is taken away. Everything else is said.
struct SensorFlaws {
  /// The picture with what could be mended.
  private(set) var picture: PressureMap
  /// Cells that are to be unloaded.
  private(set) var hot: [Int] = []
  /// What is to be taken from every cell, kPa.
  private(set) var offset = 0.0
  /// What was found.
  private(set) var findings: [Finding] = []

  /// Fewest loaded cells of a print whose sensors can be judged.
  private static let fewestCells = 30
  /// Share of all cells that show load from which an offset is looked for: a print fills two thirds of its own box.
  private static let offsetShare = 0.85
  /// Share of the cells that show one and the same lowest number where that is an offset.
  private static let equalShare = 0.15
  /// How far a lone sensor must be from the print, cells.
  private static let lonely = 2
  /// Share of the print's peak from which a lone sensor matters.
  private static let hotShare = 0.1
  /// How often a sensor's neighbours' highest value it shows where it may be a fault: calluses show twice.
  private static let steepest = 3.5
  /// Share of the peak that all neighbours of a dead sensor have at least.
  private static let deadShare = 0.15
  /// Share of its neighbours' least value that a dead sensor shows at most.
  private static let deadRest = 0.15
  /// Share of the peak on both sides of a dead row: toes and ball are less loaded beside the gap between them.
  private static let deadRowShare = 0.3
  /// Fewest cells of a row that lie dead between loaded ones.
  private static let deadRowCells = 3
  /// Fewest cells, and neighbours among them, that show the same highest value where the sensors had no more to show.
  private static let saturatedCells = 6

  /// Looks at a picture of peaks.
  init(_ map: PressureMap) {
    picture = map
    guard map.rows >= 8, map.columns >= 5, map.values.count(where: { $0 > 0 }) >= Self.fewestCells else { return }
    removeOffset()
    removeLoneSensors()
    let peak = picture.peak
    guard peak > 0 else { return }
    findSteepSensor(peak)
    findDeadSensors(peak)
    findDeadLines(peak)
    findSaturation(peak)
  }

  private func value(_ column: Int, _ row: Int) -> Double {
    guard column >= 0, row >= 0, column < picture.columns, row < picture.rows else { return .nan }
    return picture.values[row * picture.columns + column]
  }

  /// The values of the cells within some steps of one, without its own; missing ones left out.
  private func around(_ index: Int, reach: Int) -> [Double] {
    let (row, column) = (index / picture.columns, index % picture.columns)
    var values: [Double] = []
    for y in -reach...reach {
      for x in -reach...reach where x != 0 || y != 0 {
        let value = value(column + x, row + y)
        if !value.isNaN { values.append(value) }
      }
    }
    return values
  }

  private mutating func removeOffset() {
    let sensors = picture.values.filter { !$0.isNaN }
    let loaded = sensors.count { $0 > 0 }
    guard Double(loaded) >= Self.offsetShare * Double(sensors.count), let low = sensors.min() else { return }
    let peak = picture.peak
    let equal = sensors.count { $0 <= low * 1.001 }
    if low > 0, Double(equal) >= Self.equalShare * Double(sensors.count) {
      guard low > 0.002 * peak else { return }
      offset = low
      picture.values = picture.values.map { $0.isNaN ? $0 : max($0 - low, 0) }
      findings.append(
        Finding(
          .warning, code: "pressure-offset",
          message: "every sensor shows at least \(Self.shown(low)) kPa: taken away everywhere",
          remedy: "tare the sensors and record again"))
      return
    }
    // Uneven: the quieter half of what a print does not cover.
    let quiet = sensors.sorted()[sensors.count / 5]
    guard quiet > 0.01 * peak else { return }
    findings.append(
      Finding(
        .warning, code: "pressure-background",
        message:
          "nearly every sensor shows load, a fifth of them up to \(Self.shown(quiet)) kPa: area and indices count it",
        remedy: "tare the sensors, or export with a threshold"))
  }

  private mutating func removeLoneSensors() {
    let peak = picture.values.reduce(into: [0.0, 0.0]) { two, value in
      if value > two[0] { two = [value, two[0]] } else if value > two[1] { two[1] = value }
    }
    for index in picture.values.indices where picture.values[index] > Self.hotShare * peak[1] {
      let value = picture.values[index]
      let near = around(index, reach: Self.lonely)
      guard near.count >= 5, near.allSatisfy({ $0 <= Footprint.noiseShare * value }) else { continue }
      hot.append(index)
      findings.append(
        Finding(
          .warning, code: "pressure-hot-sensor",
          message:
            "a single sensor (\(place(index))) shows \(Self.shown(value)) kPa with nothing around it: taken as unloaded",
          remedy: "check the sensor"))
    }
    for index in hot { picture.values[index] = 0 }
  }

  private mutating func findSteepSensor(_ peak: Double) {
    guard let index = picture.values.firstIndex(of: peak) else { return }
    let near = around(index, reach: 1).max() ?? 0
    guard near > 0, peak >= Self.steepest * near else { return }
    findings.append(
      Finding(
        .warning, code: "pressure-peak-alone",
        message:
          "the highest value, \(Self.shown(peak)) kPa (\(place(index))), is \(Self.shown(peak / near)) times its highest neighbour's",
        remedy: "check the sensor; the peak may be its fault"))
  }

  private mutating func findDeadSensors(_ peak: Double) {
    var dead: [Int] = []
    for index in picture.values.indices {
      let near = around(index, reach: 1)
      guard near.count == 8, let least = near.min(), least >= Self.deadShare * peak else { continue }
      let value = picture.values[index]
      if value.isNaN || value <= Self.deadRest * least { dead.append(index) }
    }
    guard let first = dead.first else { return }
    findings.append(
      Finding(
        .warning, code: "pressure-dead-sensor",
        message: dead.count == 1
          ? "a sensor in the print (\(place(first))) shows \(Self.shown(picture.values[first])) kPa between loaded ones: the peak there may be higher"
          : "\(dead.count) sensors in the print, the first in \(place(first)), show nothing between loaded ones: peaks there may be higher",
        remedy: "check the sensors and record again"))
  }

  private mutating func findDeadLines(_ peak: Double) {
    for (isRow, count, across) in [(true, picture.rows, picture.columns), (false, picture.columns, picture.rows)] {
      func at(_ line: Int, _ place: Int) -> Double { isRow ? value(place, line) : value(line, place) }
      let least = Self.deadRowShare * peak
      for line in 1..<max(count - 1, 2) where line + 1 < count {
        let both = (0..<across).filter { at(line - 1, $0) >= least && at(line + 1, $0) >= least }
        guard both.count >= Self.deadRowCells, (0..<across).allSatisfy({ !(at(line, $0) > 0.02 * peak) }) else {
          continue
        }
        findings.append(
          Finding(
            .warning, code: "pressure-dead-row",
            message:
              "\(isRow ? "row" : "column") \(line + 1) shows nothing between loaded \(isRow ? "rows" : "columns"): force, peaks and indices lack it",
            remedy: "check the sensors and record again"))
      }
      // A line that shows load along its whole length, beside lines that show none there.
      for line in 0..<count {
        let loaded = (0..<across).count { at(line, $0) > 0.05 * peak }
        guard loaded == across, across >= 12 else { continue }
        let alone = (0..<across).count { place in
          [line - 1, line + 1].allSatisfy { $0 < 0 || $0 >= count || !(at($0, place) > 0.02 * peak) }
        }
        guard alone * 3 >= across else { continue }
        findings.append(
          Finding(
            .warning, code: "pressure-stuck-row",
            message: "\(isRow ? "row" : "column") \(line + 1) shows load along its whole length, its neighbours do not",
            remedy: "check the sensors and record again"))
      }
    }
  }

  private mutating func findSaturation(_ peak: Double) {
    let top = picture.values.indices.filter { picture.values[$0] >= peak * (1 - 1e-6) }
    guard top.count >= Self.saturatedCells else { return }
    let beside = top.count { index in around(index, reach: 1).contains { $0 >= peak * (1 - 1e-6) } }
    guard beside * 2 >= top.count else { return }
    findings.append(
      Finding(
        .warning, code: "pressure-saturated",
        message: "\(top.count) sensors show the same highest value, \(Self.shown(peak)) kPa: peaks may be higher",
        remedy: "record with a larger range"))
  }

  private func place(_ index: Int) -> String {
    "row \(index / picture.columns + 1), column \(index % picture.columns + 1) from the heel end"
  }

  private static func shown(_ value: Double) -> String {
    value.isNaN ? "nothing" : "\((min(value, 1e12) * 10).rounded() / 10)"
  }
}

extension PressureRecording {
  /// The recording with sensors that cannot measure a foot mended, or said; a walk's steps are left as they are.
  func mended() -> PressureRecording {
    guard kind != .walk, sensors == nil else { return self }
    let flaws = SensorFlaws(peakPicture)
    var result = self
    result.findings += flaws.findings
    guard !flaws.hot.isEmpty || flaws.offset > 0 else { return result }
    let offset = Float(flaws.offset)
    for frame in 0..<frameCount {
      let start = frame * frameLength
      if offset > 0 {
        for cell in start..<start + frameLength where !result.values[cell].isNaN {
          result.values[cell] = max(result.values[cell] - offset, 0)
        }
      }
      for cell in flaws.hot { result.values[start + cell] = 0 }
    }
    return result
  }
}
