extension String {
  /// The text with all that could move a cursor, recolour a terminal, reorder or hide what stands beside it spelled out,
  /// such as `\\u{1B}` or `\\n`: for names and texts from outside.
  ///
  /// - Parameter keepsLines: Whether line ends and tabs stay as they are, as in a table of several lines.
  package func spelledOut(keepingLines keepsLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: { $0.isTricky }) else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      guard scalar.isTricky else {
        shown.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\n", "\t":
        if keepsLines { shown.unicodeScalars.append(scalar) } else { shown += scalar == "\n" ? "\\n" : "\\t" }
      case "\r": shown += "\\r"
      default: shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return shown
  }

  /// JSON with the same characters as escape sequences, which mean the same: they stand within strings only.
  package var escapedJSON: String {
    guard unicodeScalars.contains(where: { $0.isTricky && $0 != "\n" }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isTricky, scalar != "\n" {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Controls, marks of writing direction, line and paragraph separators, and characters without width.
  fileprivate var isTricky: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
