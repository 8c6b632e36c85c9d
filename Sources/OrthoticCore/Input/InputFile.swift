/// The bytes of one input, with the name that messages use for it.
public struct InputFile: Equatable, Sendable {
  /// Name as the user gave it; `-` for standard input.
  public let name: String
  /// The content, already unpacked where it was gzipped.
  public let bytes: [UInt8]

  /// Creates an input from bytes that are already in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Reads a whole file, or standard input where `path` is `-`, and unpacks it where its content is gzip.
  ///
  /// The problem of the error is `notFound`, `isDirectory`, `unreadable`, `empty`, or for a damaged gzip file
  /// `truncated` or `malformed`; a gzip file that unpacks beyond `Inflation.limit` is `implausible`.
  public static func load(path: String) throws(InputError) -> InputFile {
    let stored = try FileReading.read(path: path)
    guard !stored.isEmpty else {
      throw InputError(
        .empty, in: path, expected: "some content",
        remedy: path == "-" ? "check that the command before the pipe wrote something" : "export the file again")
    }
    return try unpacked(InputFile(name: path, bytes: stored))
  }

  /// The bytes of a file as they are stored, for its hash; `nil` for standard input, which can be read only once.
  ///
  /// - Throws: `InputError` as `load(path:)` does.
  public static func stored(path: String) throws(InputError) -> [UInt8]? {
    path == "-" ? nil : try FileReading.read(path: path)
  }

  /// The file with its content unpacked where that is gzip, else the file as it is.
  package static func unpacked(_ file: InputFile) throws(InputError) -> InputFile {
    InputFile(name: file.name, bytes: try Gzip.unpackedIfPacked(file.bytes, name: file.name))
  }

  /// An error about this file.
  package func error(
    _ problem: InputError.Problem, at place: InputError.Place = .wholeFile, expected: String, remedy: String
  ) -> InputError {
    InputError(problem, in: name, at: place, expected: expected, remedy: remedy)
  }
}
