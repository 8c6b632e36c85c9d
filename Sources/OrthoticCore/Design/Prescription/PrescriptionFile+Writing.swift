extension PrescriptionFile {
  /// The file's text: JSON, one key a line, in the order of the vocabulary, ending with a line feed.
  public var text: String {
    var members = ["\"schemaVersion\": \(Self.schemaVersion)"]
    if let name { members.append("\"name\": \(Self.quoted(name))") }
    if let notes { members.append("\"notes\": \(Self.quoted(notes))") }
    members += settings.map(Self.member)
    for side in Side.allCases {
      guard let settings = overrides[side], !settings.isEmpty else { continue }
      members.append("\"\(side.rawValue)\": { \(settings.map(Self.member).joined(separator: ", ")) }")
    }
    return "{\n" + members.map { "  " + $0 }.joined(separator: ",\n") + "\n}\n"
  }

  private static func member(_ setting: Setting) -> String { "\"\(setting.key)\": \(quoted(setting.text))" }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
