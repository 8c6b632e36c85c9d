/// What a file looks like, judged by its content, so that a file in the wrong place is refused by name.
package enum ContentKind: Equatable, Sendable {
  /// A foot scan.
  case scan(ScanFormat)
  /// A pressure recording, with what it is called.
  case pressure(String)
  /// A picture, with what it is called.
  case picture(String)
  /// Something else that is known, with what it is called.
  case other(String)

  /// Recognises a file; `nil` where the content has no mark of its own, as a bare table of numbers has none.
  package init?(recognizing file: InputFile) {
    let bytes = file.bytes
    if let binary = BinarySignature.all.first(where: { $0.matches(bytes) }) {
      self = binary.kind
    } else if let kind = TextSignature(bytes).kind {
      self = kind
    } else if STLSize(bytes)?.isExact == true {
      self = .scan(.binarySTL)
    } else {
      return nil
    }
  }

  /// What the file looks like, for a message, such as `a PLY scan`.
  package var name: String {
    switch self {
    case .scan(.obj), .scan(.off), .scan(.textSTL): "an \(scanName) scan"
    case .scan: "a \(scanName) scan"
    case .pressure(let name), .picture(let name), .other(let name): name
    }
  }

  private var scanName: String {
    if case .scan(let format) = self { return format.rawValue }
    return ""
  }
}
