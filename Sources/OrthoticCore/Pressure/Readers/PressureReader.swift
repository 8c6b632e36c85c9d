/// Reads a pressure file of any known system, recognised by its content, never by its name.
public enum PressureReader {
  /// The systems in the order in which they are asked; a bare grid, which anything could be, comes last.
  private static var formats: [any PressureFormat.Type] {
    [PedcadFormat.self, EmedFormat.self, BareGridFormat.self]
  }

  /// Reads a recording.
  ///
  /// - Throws: `unsupported` for a file that holds no pressure or lacks what makes it one, `malformed` or `truncated`
  ///   with the line for a broken one, `implausible` where the numbers cannot be a foot's pressure.
  public static func read(
    _ file: InputFile, options: PressureOptions = PressureOptions()
  ) throws(InputError) -> PressureRecording {
    guard !file.bytes.isEmpty else {
      throw file.error(.empty, expected: "a pressure map", remedy: "export the map again")
    }
    let opening = PressureFileOpening(file)
    for format in formats where format.recognises(opening) {
      let recording = try format.read(file, options: options)
      try PressurePlausibility.check(recording)
      return recording
    }
    throw file.error(
      .unsupported("is not a known pressure file" + (opening.looksBinary ? " (binary content)" : "")),
      expected: "a grid of numbers (CSV), pedcad .apd or novel emed .lst",
      remedy: "export the map as text, one line per sensor row")
  }
}

/// One pressure system's file format.
protocol PressureFormat {
  /// Whether the file is of this format, judged by how it begins.
  static func recognises(_ opening: PressureFileOpening) -> Bool
  /// Reads the file.
  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> PressureRecording
}

/// The first lines of a file: what formats are recognised by.
struct PressureFileOpening {
  /// The first filled lines, trimmed, at most 40.
  let lines: [TextLine]
  /// Whether bytes occur that no text has.
  let looksBinary: Bool

  init(_ file: InputFile) {
    var scanner = TextScanner(file)
    var lines: [TextLine] = []
    while lines.count < 40, let line = scanner.nextFilledLine() { lines.append(line.trimmed) }
    self.lines = lines
    looksBinary = file.bytes.prefix(4096).contains {
      $0 == 0 || ($0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0d) && $0 != 0x1a)
    }
  }

  /// Whether one of the first lines begins with some text, in any case.
  func hasLine(startingWith prefix: String) -> Bool { lines.contains { $0.starts(with: prefix) } }
}
