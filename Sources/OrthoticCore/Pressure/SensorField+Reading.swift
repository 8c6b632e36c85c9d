extension SensorField {
  /// Most sensors of a layout.
  private static let mostSensors = 2000

  /// Reads a sensor layout: where the sensors of a headless recording lie.
  ///
  /// One line per sensor in the order of the recording's columns, separated by comma, semicolon, tab or blanks; mm, x to
  /// the right as seen from above, y from the heel to the toes. Lines that do not begin with a number are headings.
  ///
  /// ```
  /// sensor,x,y,width,length            five numbers: centre and sides of a rectangle
  /// sensor,x1,y1,x2,y2,x3,y3,x4,y4     nine numbers: the corners of a quadrilateral in order
  /// ```
  ///
  /// - Throws: `malformed` with the line.
  public static func read(_ file: InputFile) throws(InputError) -> SensorField {
    let style = GridStyle(PressureFileOpening(file).lines)
    var scanner = TextScanner(file)
    var quads: [[Vector2]] = []
    while let line = scanner.nextFilledLine() {
      guard line.fields(by: style.separator).first?.value(decimalComma: style.decimalComma) != nil else { continue }
      guard let numbers = line.numbers(by: style.separator, decimalComma: style.decimalComma),
        numbers.allSatisfy({ $0.isFinite && abs($0) <= 1000 }), numbers.count == 5 || numbers.count == 9
      else {
        throw file.error(
          .malformed("is no sensor"), at: line.place,
          expected: "number, x, y, width, length, or number and four corners, in mm", remedy: "correct the layout")
      }
      guard Int(numbers[0]) == quads.count + 1 else {
        throw file.error(
          .malformed("is sensor \(Int(numbers[0]))"), at: line.place, expected: "sensor \(quads.count + 1)",
          remedy: "list the sensors in order, from 1")
      }
      guard quads.count < mostSensors else {
        throw file.error(
          .implausible("holds more than \(mostSensors) sensors"), at: line.place, expected: "the sensors of an insole",
          remedy: "check that the file is a sensor layout")
      }
      quads.append(numbers.count == 5 ? rectangle(numbers) : corners(numbers))
    }
    let areas = quads.map { abs(Outline(points: $0).signedArea) }
    guard quads.count >= 3, areas.allSatisfy({ $0 > 0 }) else {
      throw file.error(
        .implausible("holds \(quads.count) sensors, \(areas.count { $0 == 0 }) of them without area"),
        expected: "at least three sensors", remedy: "correct the layout")
    }
    // The picture begins at the rearmost and leftmost corner.
    let low = quads.joined().reduce(Vector2(.infinity, .infinity)) { Vector2(min($0.x, $1.x), min($0.y, $1.y)) }
    return SensorField(quads: quads.map { $0.map { $0 - low } }, areas: areas)
  }

  private static func rectangle(_ numbers: [Double]) -> [Vector2] {
    let (x, y, w, l) = (numbers[1], numbers[2], numbers[3] / 2, numbers[4] / 2)
    return [Vector2(x - w, y - l), Vector2(x + w, y - l), Vector2(x + w, y + l), Vector2(x - w, y + l)]
  }

  private static func corners(_ numbers: [Double]) -> [Vector2] {
    (0..<4).map { Vector2(numbers[1 + 2 * $0], numbers[2 + 2 * $0]) }
  }
}
