import OrthoticCore

/// Text inside the markup of SVG, 3MF and HTML.
enum MarkupText {
  /// Text that may stand in an element or an attribute.
  ///
  /// Characters that XML does not allow are left out; those that would reorder or hide what stands beside them are spelled out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        guard scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE else { continue }
        result += String(scalar).spelledOut()
      }
    }
    return result
  }
}
