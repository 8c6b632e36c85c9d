import OrthoticCore

/// A small typeface drawn with straight strokes, so that labels need no font file.
///
/// A glyph is a list of strokes, each a list of points `xy` in hexadecimal:
///
/// ```
///   y  e  cap height       "A": 04 3e 64 | 18 58
///      b  x height                 from (0, 4) to (3, 14) to (6, 4),
///      4  baseline                 and the bar from (1, 8) to (5, 8)
///      1  descender
/// ```
enum StrokeFont {
  /// Units from baseline to cap height.
  static let capHeight = 10.0
  /// Units between glyphs.
  static let gap = 2.6

  /// The strokes of a character in units above the baseline, and its width; a box where it is not known.
  static func glyph(_ character: Character) -> (strokes: [[Vector2]], width: Double) {
    if character == " " { return ([], 3) }
    guard let place = characters.firstIndex(of: character) else { return parsed("04 0e 5e 54 04") }
    return parsed(outlines[characters.distance(from: characters.startIndex, to: place)])
  }

  private static func parsed(_ outline: String) -> (strokes: [[Vector2]], width: Double) {
    var width = 0.0
    let strokes = outline.split(separator: "|").map { stroke in
      stroke.split(separator: " ").map { pair in
        let code = Int(pair, radix: 16) ?? 0
        width = max(width, Double(code >> 4))
        return Vector2(Double(code >> 4), Double(code & 15) - 4)
      }
    }
    return (strokes, width)
  }

  private static let characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:-+%/()°²→±<>=–×'_"

  private static let outlines = [
    "04 3e 64|18 58", "04 0e 4e 5d 5a 49 09|49 68 65 44 04", "6c 4e 2e 0c 06 24 44 66", "04 0e 3e 6b 67 34 04",
    "5e 0e 04 54|09 49", "5e 0e 04|09 49", "6c 4e 2e 0c 06 24 44 66 69 39", "04 0e|64 6e|09 69", "04 0e",
    "4e 46 34 14 06", "0e 04|6e 08|2a 64", "0e 04 54", "04 0e 37 6e 64", "04 0e 64 6e", "24 06 0c 2e 4e 6c 66 44 24",
    "04 0e 4e 6c 6a 48 08", "24 06 0c 2e 4e 6c 66 44 24|37 64", "04 0e 4e 6c 6a 48 08|38 64",
    "6c 4e 2e 0c 0b 29 49 67 66 44 24 06", "0e 6e|3e 34", "0e 06 24 44 66 6e", "0e 34 6e", "0e 24 4b 64 8e",
    "04 6e|0e 64", "0e 39 6e|39 34", "0e 6e 04 64",
    // a to z
    "5b 54|59 3b 2b 09 06 24 34 56", "0e 04|09 2b 3b 59 56 34 24 06", "5a 3b 2b 09 06 24 34 55",
    "5e 54|59 3b 2b 09 06 24 34 56", "08 58 59 3b 2b 09 06 24 34 55", "3e 2e 1d 14|0b 3b",
    "5b 52 31 21 02|59 3b 2b 09 06 24 34 56", "0e 04|09 2b 3b 59 54", "04 0b|0d 0e", "2b 22 11 01|2d 2e",
    "0e 04|4b 07|18 44", "0e 04", "0b 04|09 2b 3b 49 44|49 6b 7b 89 84", "0b 04|09 2b 3b 59 54",
    "24 06 09 2b 3b 59 56 34 24", "0b 01|09 2b 3b 59 56 34 24 06", "5b 51|59 3b 2b 09 06 24 34 56", "0b 04|09 2b 3b",
    "4a 3b 1b 0a 09 28 47 45 34 14 05", "1e 15 24 34|0b 3b", "0b 06 24 34 56|5b 54", "0b 24 4b", "0b 24 4a 64 8b",
    "04 4b|0b 44", "0b 24|4b 11 01", "0b 4b 04 44",
    // 0 to 9
    "24 06 0c 2e 3e 5c 56 34 24", "0c 2e 24", "0c 2e 3e 5c 5a 04 54", "0c 1e 3e 5c 5b 39 29|39 57 56 34 14 06",
    "44 4e 07 57", "5e 0e 0a 3a 58 56 34 14 06", "5d 3e 2e 0b 06 24 34 56 58 3a 2a 08", "0e 5e 14",
    "29 0b 0c 2e 3e 5c 5b 39 29 07 06 24 34 56 57 39", "05 24 34 57 5c 3e 2e 0c 0a 28 38 5a",
    // . , : - + % / ( ) ° ² → ± < > = – × ' _
    "04 05", "05 02", "04 05|09 0a", "08 38", "08 48|26 2a", "0c 0e 2e 2c 0c|34 36 56 54 34|04 5e", "03 4e",
    "2f 0c 06 23", "0f 2c 26 03", "0c 0e 2e 2c 0c", "0d 1e 2d 0a 2a", "08 68|4a 68 46", "09 49|27 2b|05 45",
    "4b 08 45", "0b 48 05", "07 47|0a 4a", "08 48", "06 4a|0a 46", "0c 0e", "03 53",
  ]
}
