/// The `.sca` height map of a PS2D package: distances from a sensor below the sole, on a regular grid.
///
/// ```
///   0 …   9   PCSC001 CR LF 0x1A
///  12, 16     columns, rows, uint32
///  32, 36     mm per column and per row, float32
///  40         mm per unit of distance, float32
///  512 …      distances, uint16, row after row; 65535 is background
/// ```
/// Distance grows away from the sensor, upwards into the foot, so it is taken for height above the ground as it is.
/// The sensor looks up and rows run towards the top of its picture: seen from above the columns run backwards.
enum HeightMapReader {
  private static let headerSize = 512
  private static let background: UInt16 = 65535
  /// 1 m² at the usual 0.5 mm.
  private static let mostCells = 1 << 22
  /// Size of the largest map, with room for something behind it, bytes.
  static let largestSize = headerSize + 2 * mostCells + (1 << 20)
  /// Neighbours that differ by more lie on a wall that the sensor cannot see, mm.
  private static let highestStep = 4.0

  /// The scan in a height map.
  static func read(_ file: InputFile, side: Side? = nil) throws(InputError) -> Scan {
    let bytes = file.bytes.span
    guard bytes.count >= headerSize else {
      throw file.error(
        .truncated(expected: headerSize, found: bytes.count), at: .byte(bytes.count), expected: "a whole header",
        remedy: remedy)
    }
    let columns = Int(bytes.halfWord(at: 12))
    let rows = Int(bytes.halfWord(at: 16))
    // Each by itself first: the product of two 32-bit counts overflows.
    guard 1...mostCells ~= columns, 1...mostCells ~= rows, columns * rows <= mostCells else {
      throw malformed(file, 12, "declares \(columns) × \(rows) cells", expected: "1 to \(mostCells) cells")
    }
    let needed = headerSize + 2 * columns * rows
    guard needed <= bytes.count else {
      throw file.error(
        .truncated(expected: needed, found: bytes.count), at: .byte(bytes.count),
        expected: "\(columns) × \(rows) cells, as the header says", remedy: remedy)
    }
    let steps = try [32, 36, 40].map { offset throws(InputError) in try step(file, at: offset) }

    var points: [Vector3] = []
    // Number of the point in each cell of the row before and of this one.
    var numbers = [UInt32](repeating: .max, count: columns)
    var triangles: [Triangle] = []
    for row in 0..<rows {
      let below = numbers
      for column in 0..<columns {
        let offset = headerSize + 2 * (row * columns + column)
        let distance = UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
        if distance == background {
          numbers[column] = .max
          continue
        }
        numbers[column] = UInt32(points.count)
        points.append(
          Vector3(
            Double(columns - 1 - column) * steps[0], Double(row) * steps[1], Double(distance) * steps[2]))
      }
      if row > 0 { addFacets(below: below, above: numbers, points, to: &triangles) }
    }
    return Scan(
      name: file.name, format: "PS2D", points: points, triangles: triangles, millimetresPerUnit: 1,
      declaredSide: side)
  }

  /// Two facets for each four cells that are seen, facing down to the sensor.
  private static func addFacets(
    below: [UInt32], above: [UInt32], _ points: [Vector3], to triangles: inout [Triangle]
  ) {
    for column in 0..<(below.count - 1) {
      let corners = (below[column], below[column + 1], above[column + 1], above[column])
      guard corners.0 != .max, corners.1 != .max, corners.2 != .max, corners.3 != .max else { continue }
      let heights = (
        points[Int(corners.0)].z, points[Int(corners.1)].z, points[Int(corners.2)].z, points[Int(corners.3)].z
      )
      let high = max(heights.0, heights.1, heights.2, heights.3)
      let low = min(heights.0, heights.1, heights.2, heights.3)
      guard high - low <= highestStep else { continue }
      triangles.append(Triangle(corners.0, corners.1, corners.2))
      triangles.append(Triangle(corners.0, corners.2, corners.3))
    }
  }

  private static let remedy: Wording = "copy or export the package again"

  private static func step(_ file: InputFile, at offset: Int) throws(InputError) -> Double {
    let step = Double(Float(bitPattern: file.bytes.span.halfWord(at: offset)))
    // From a nanometre per unit to a centimetre per cell.
    guard step >= 1e-6, step <= 10 else {
      throw malformed(file, offset, "declares a step of \(step) mm", expected: "0.000001 to 10 mm")
    }
    return step
  }

  private static func malformed(_ file: InputFile, _ byte: Int, _ what: String, expected: String) -> InputError {
    file.error(.malformed("the header \(what)"), at: .byte(byte), expected: expected, remedy: remedy)
  }
}
