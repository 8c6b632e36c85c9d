/// The line of an insole or a shoe's floor from a file: a CSV polyline or an SVG drawing.
///
/// Of an SVG the largest closed path, polygon or polyline counts, curves included. Millimetres, unless that makes no
/// insole and the drawing's pixels or points do.
package enum OutlineFile {
  /// Lengths that insoles have, mm.
  static let lengths = 100.0...400.0
  /// Units of drawings tried in this order, mm: the millimetre, the CSS pixel (1/96 in), the point (1/72 in), the inch, the centimetre.
  static let units: [(name: String, size: Double)] = [
    ("mm", 1), ("px", 25.4 / 96), ("pt", 25.4 / 72), ("in", 25.4), ("cm", 10),
  ]
  /// Most corners of a line; an insole's is drawn with hundreds.
  static let mostCorners = 100_000

  /// Reads a line, y upward, mm.
  ///
  /// - Throws: `InputError` where the file holds no closed line of an insole's size.
  package static func read(_ file: InputFile) throws(InputError) -> (outline: Outline, assumptions: [Assumption]) {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let isDrawing = text.contains("<svg")
    let lines = isDrawing ? DrawnLines(text).lines : [table(text)]
    let remedy: Wording = "give a CSV of x,y in mm, a corner a line, or an SVG with one closed path"
    guard let points = lines.filter({ $0.count > 2 }).max(by: { area($0) < area($1) }), points.count <= mostCorners,
      area(points) > 0
    else {
      throw InputError(
        .malformed("holds no closed line"), in: file.name, expected: "the line of an insole", remedy: remedy)
    }
    let size = Bounds2(points)?.size ?? .zero
    let extent = max(size.x, size.y)
    guard let unit = units.first(where: { lengths.contains(extent * $0.size) }) else {
      throw InputError(
        .implausible("draws a line \(Lint.shown(extent)) long"), in: file.name,
        expected: "an insole of \(Int(lengths.lowerBound)) to \(Int(lengths.upperBound)) mm", remedy: remedy)
    }
    var outline = Outline(points: points.map { Vector2($0.x * unit.size, (isDrawing ? -$0.y : $0.y) * unit.size) })
    if outline.signedArea < 0 { outline.points.reverse() }
    let assumption = Assumption(
      what: "outline unit", value: unit.name, why: "the line is \(Lint.shown(extent)) long", override: "\(.outline)")
    return (outline.resampled(spacing: 1), unit.size == 1 ? [] : [assumption])
  }

  private static func area(_ points: [Vector2]) -> Double { abs(Outline(points: points).signedArea) }

  /// Two numbers a line; other lines are headings.
  private static func table(_ text: String) -> [Vector2] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split { ",; \t".contains($0) }
      guard parts.count >= 2, let x = Double(parts[0]), let y = Double(parts[1]), x.isFinite, y.isFinite else {
        return nil
      }
      return Vector2(x, y)
    }
  }
}

/// The lines of an SVG drawing, y downward, in the drawing's own unit.
struct DrawnLines {
  private(set) var lines: [[Vector2]] = []

  /// Parts into which a curve is cut.
  private static let curveSteps = 12

  init(_ text: String) {
    for name in ["points", "d"] {
      var rest = text[...]
      while let start = rest.range(of: " \(name)=\"") {
        rest = rest[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { break }
        if name == "d" { addPath(rest[..<end]) } else { lines.append(Self.pairs(Self.numbers(rest[..<end]))) }
        rest = rest[end...]
      }
    }
  }

  private static func pairs(_ numbers: [Double]) -> [Vector2] {
    stride(from: 0, to: numbers.count - 1, by: 2).map { Vector2(numbers[$0], numbers[$0 + 1]) }
  }

  /// The numbers of a text in which a minus sign separates as well as a space.
  private static func numbers(_ text: Substring) -> [Double] {
    var found: [Double] = []
    var word = ""
    func take() {
      if let number = Double(word), number.isFinite { found.append(number) }
      word = ""
    }
    for character in text {
      if character == "-" || character == "+", !word.isEmpty, word.last != "e", word.last != "E" { take() }
      if character.isASCII, character.isNumber || "+-.eE".contains(character) { word.append(character) } else { take() }
    }
    take()
    return found
  }

  private mutating func addPath(_ text: Substring) {
    var place = Vector2.zero
    var start = Vector2.zero
    var line: [Vector2] = []
    var command: Character = "M"
    var digits = ""
    func steps() -> [(Character, [Double])] {
      var result: [(Character, [Double])] = []
      for character in text {
        // "e" belongs to a number.
        if character.isLetter, character != "e", character != "E" {
          if !result.isEmpty || !digits.isEmpty { result.append((command, Self.numbers(digits[...]))) }
          command = character
          digits = ""
        } else {
          digits.append(character)
        }
      }
      result.append((command, Self.numbers(digits[...])))
      return result
    }
    for (letter, numbers) in steps() {
      let isRelative = letter.isLowercase
      func at(_ index: Int) -> Vector2 {
        let point = Vector2(numbers[index], numbers[index + 1])
        return isRelative ? place + point : point
      }
      switch letter.lowercased() {
      case "m", "l", "t":
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
          place = at(index)
          if letter.lowercased() == "m", index == 0 {
            if line.count > 2 { lines.append(line) }
            line = []
            start = place
          }
          line.append(place)
        }
      case "h":
        for number in numbers {
          place.x = isRelative ? place.x + number : number
          line.append(place)
        }
      case "v":
        for number in numbers {
          place.y = isRelative ? place.y + number : number
          line.append(place)
        }
      case "c":
        for index in stride(from: 0, to: numbers.count - 5, by: 6) {
          let curve = (place, at(index), at(index + 2), at(index + 4))
          line += Self.curve(curve)
          place = curve.3
        }
      case "s", "q":
        for index in stride(from: 0, to: numbers.count - 3, by: 4) {
          let (control, end) = (at(index), at(index + 2))
          // A quadratic curve as a cubic one; a smooth cubic without its mirrored handle is near enough at a millimetre.
          let handles = (place * (1.0 / 3) + control * (2.0 / 3), end * (1.0 / 3) + control * (2.0 / 3))
          line += Self.curve((place, handles.0, handles.1, end))
          place = end
        }
      case "z": place = start
      default:
        // An arc's end is its last pair of every seven numbers.
        for index in stride(from: 0, to: numbers.count - 6, by: 7) {
          place = at(index + 5)
          line.append(place)
        }
      }
    }
    if line.count > 2 { lines.append(line) }
  }

  private static func curve(_ c: (Vector2, Vector2, Vector2, Vector2)) -> [Vector2] {
    (1...curveSteps).map { step in
      let t = Double(step) / Double(curveSteps)
      let s = 1 - t
      return c.0 * (s * s * s) + c.1 * (3 * s * s * t) + c.2 * (3 * s * t * t) + c.3 * (t * t * t)
    }
  }
}

extension Substring {
  /// Where a text first occurs.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard let head = text.first else { return nil }
    var from = startIndex
    while let start = self[from...].firstIndex(of: head) {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      from = index(after: start)
    }
    return nil
  }
}
