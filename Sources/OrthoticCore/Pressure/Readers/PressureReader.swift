/// Reads a pressure file of any known system, recognised by its content, never by its name.
public enum PressureReader {
  /// The systems in the order in which they are asked; a bare grid, which anything could be, comes last.
  private static var formats: [any PressureFormat.Type] {
    [
      PedcadFormat.self, EmedFormat.self, PedarFormat.self, TekscanFormat.self, XSensorFormat.self, RSscanFormat.self,
      ZebrisTreadmillFormat.self, StapponeFormat.self, MedilogicPlateFormat.self, BareGridFormat.self,
    ]
  }

  /// Reads the recording of one foot, or of a plate that several steps cross.
  ///
  /// Where a file holds both feet, the one that `options.side` says is returned; where it says none, one of them with the
  /// other as its `otherFoot`.
  ///
  /// - Throws: `unsupported` for a file that holds no pressure or lacks what makes it one, `malformed` or `truncated`
  ///   with the line for a broken one, `implausible` where the numbers cannot be a foot's pressure.
  public static func read(
    _ file: InputFile, options: PressureOptions = PressureOptions()
  ) throws(InputError) -> PressureRecording {
    var recordings = try readAll(file, options: options)
    if recordings.count > 1, let side = options.side, recordings.contains(where: { $0.side == side }) {
      recordings.removeAll { $0.side != side }
    }
    guard var recording = recordings.first else {
      throw file.error(
        .implausible("holds no recording"), expected: "a foot's pressure", remedy: "export the recording again")
    }
    for each in recordings { try PressurePlausibility.check(each) }
    recording = recording.mended()
    recording.otherFoot = recordings.dropFirst().map { $0.mended() }
    return recording
  }

  /// Reads everything that a file holds: a recording for each foot, or one of a plate.
  ///
  /// - Throws: as `read`.
  public static func readAll(
    _ file: InputFile, options: PressureOptions = PressureOptions()
  ) throws(InputError) -> [PressureRecording] {
    guard !file.bytes.isEmpty else {
      throw file.error(.empty, expected: "a pressure map", remedy: "export the map again")
    }
    if let refusal = ForeignContent.refusal(file) { throw refusal }
    var file = file
    if UTF16Text.isLikely(file.bytes) {
      let whole = try file.whole()
      file = InputFile(name: file.name, bytes: UTF16Text.decoded(whole.bytes) ?? whole.bytes)
    }
    var opening = PressureFileOpening(file)
    if let restored = try restored(file, opening) {
      file = restored
      opening = PressureFileOpening(file)
    }
    for format in formats where format.recognises(opening) {
      do throws(InputError) {
        let recordings = try format.read(file, options: options)
        // A file that cannot be read to its end must not pass for a short one.
        if let failure = file.rest?.failure { throw failure }
        return recordings
      } catch {
        throw file.rest?.failure ?? error
      }
    }
    throw file.error(
      .unsupported("is not a known pressure file" + (opening.looksBinary ? " (binary content)" : "")),
      expected: "a grid of numbers (CSV), pedcad .apd, novel .lst or .asc, Tekscan, footscan, zebris or XSENSOR text",
      remedy: "export the map as text, one line per sensor row")
  }

  /// A vendor's file as the vendor wrote it, where a spreadsheet saved it again; `nil` for any other.
  private static func restored(_ file: InputFile, _ opening: PressureFileOpening) throws(InputError) -> InputFile? {
    guard let separator = ResavedText.separator(opening) else { return nil }
    let beginning = Array(file.bytes.prefix(opening.end))
    for joiner in [UInt8(ascii: "\t"), UInt8(ascii: ",")] {
      let text = ResavedText.restored(beginning, separator: separator, joiner: joiner)
      let first = PressureFileOpening(InputFile(name: file.name, bytes: text))
      guard let format = formats.first(where: { $0 != BareGridFormat.self && $0.recognises(first) }),
        format.joiner == joiner
      else { continue }
      // Padded with commas is how XSENSOR writes.
      if separator == joiner, format == XSensorFormat.self { return nil }
      let whole = try file.whole()
      return InputFile(
        name: file.name, bytes: ResavedText.restored(whole.bytes, separator: separator, joiner: joiner))
    }
    return nil
  }
}

/// One pressure system's file format.
protocol PressureFormat {
  /// What its program writes between the fields of a line.
  static var joiner: UInt8 { get }
  /// Whether the file is of this format, judged by how it begins.
  static func recognises(_ opening: PressureFileOpening) -> Bool
  /// Reads the file: a recording for each foot, or one of a plate.
  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording]
}

extension PressureFormat {
  static var joiner: UInt8 { UInt8(ascii: "\t") }
}

/// The first lines of a file: what formats are recognised by.
struct PressureFileOpening {
  /// The first filled lines, trimmed, at most 40.
  let lines: [TextLine]
  /// The first byte behind these lines.
  let end: Int
  /// Whether bytes occur that no text has.
  let looksBinary: Bool

  init(_ file: InputFile) {
    var scanner = TextScanner(file.bytes)
    var lines: [TextLine] = []
    while lines.count < 40, let line = scanner.nextFilledLine() { lines.append(line.trimmed) }
    self.lines = lines
    end = scanner.position
    looksBinary = file.bytes.prefix(4096).contains {
      $0 == 0 || ($0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0d) && $0 != 0x1a)
    }
  }

  /// Whether one of the first lines begins with some text, in any case.
  func hasLine(startingWith prefix: String) -> Bool { lines.contains { $0.starts(with: prefix) } }
}
