/// The line of an insole or a shoe's floor from a file: a table of corners or an SVG drawing.
///
/// Of a drawing the one closed line counts that has a sole's proportions; frames, boxes and small marks are passed over.
package enum OutlineFile {
  /// Most corners of a line; an insole's is drawn with hundreds.
  static let mostCorners = 100_000
  /// Units that a table or drawing may state in words.
  static let statedUnits: [(name: String, size: Double)] = [
    ("mm", 1), ("cm", 10), ("m", 1000), ("in", 25.4), ("inch", 25.4), ("inches", 25.4), ("pt", 25.4 / 72),
    ("px", SVGLength.pixel),
  ]
  private static let remedy: Wording = "give a CSV of x,y in mm, a corner a line, or an SVG with one closed path"

  /// Reads a line, y upward.
  ///
  /// - Throws: `InputError` where the file holds no closed line of a sole's proportions, or several.
  package static func read(_ file: InputFile) throws(InputError) -> GivenOutline {
    let file = UTF16Text.decoded(file.bytes).map { InputFile(name: file.name, bytes: $0) } ?? file
    if let drawing = try drawing(in: file) {
      let chosen = try OutlineChoice(drawing.shapes, isScaled: drawing.isScaled, file: file)
      let points = chosen.points.map { Vector2($0.x, -$0.y) }
      return GivenOutline(
        points: points, units: drawing.isScaled ? [.millimetre] : GivenOutline.drawnUnits, source: file.name,
        assumptions: chosen.assumptions)
    }
    switch ContentKind(recognizing: file) {
    case .other(let name), .picture(let name):
      throw file.error(.unsupported("is \(name)"), expected: "the line of an insole", remedy: remedy)
    default: break
    }
    let table: OutlineTable
    do throws(OutlineTable.Trouble) {
      table = try OutlineTable(String(decoding: file.bytes, as: UTF8.self), mostCorners: mostCorners)
    } catch {
      throw file.error(.malformed(error.what), at: .line(error.line), expected: error.expected, remedy: remedy)
    }
    let shape = OutlineDrawing.Shape(points: table.points, isClosed: false)
    let chosen = try OutlineChoice(table: shape, file: file)
    let units = table.unit.map { [GivenOutline.Unit(name: $0.name, size: $0.size)] } ?? GivenOutline.tableUnits
    return GivenOutline(points: chosen.points, units: units, source: file.name, assumptions: chosen.assumptions)
  }

  private static func drawing(in file: InputFile) throws(InputError) -> OutlineDrawing? {
    do throws(OutlineDrawing.Trouble) {
      return try OutlineDrawing(file.bytes)
    } catch {
      switch error {
      case .tooLarge(let what):
        throw file.error(
          .implausible("the drawing has \(what)"), expected: "the line of an insole",
          remedy: "leave only that line in the drawing")
      case .malformed(let what):
        throw file.error(
          .malformed("the drawing has \(what)"), expected: "SVG as its specification has it",
          remedy: "export the drawing again")
      }
    }
  }

  /// An error about the line itself.
  static func refusal(_ what: String, _ source: String, remedy: Wording = remedy) -> InputError {
    InputError(.malformed(what), in: source, expected: "the closed line of an insole", remedy: remedy)
  }
}
