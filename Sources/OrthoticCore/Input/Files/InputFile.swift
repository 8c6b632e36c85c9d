/// The bytes of one input, with the name that messages use for it.
public struct InputFile: Equatable, Sendable {
  /// Name as the user gave it; `-` for standard input.
  public let name: String
  /// The content, already unpacked where it was gzipped; of a file that was opened, its beginning.
  public let bytes: [UInt8]
  /// What comes after `bytes`, to be read line by line once, or `nil` where `bytes` is all.
  package let rest: FilePieces?

  /// Creates an input from bytes that are already in memory.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, rest: nil)
  }

  private init(name: String, bytes: [UInt8], rest: FilePieces?) {
    self.name = name
    self.bytes = bytes
    self.rest = rest
  }

  /// Opens a text for reading line by line, once: of a large file only a piece is in memory at any time.
  ///
  /// Standard input and pipes are read whole. The problem of the error is as in `load`; a gzip file that turns out to be
  /// damaged further on is reported by whoever reads the lines.
  public static func open(path: String) throws(InputError) -> InputFile {
    guard path != "-", let pieces = try FilePieces(path: path) else { return try load(path: path) }
    let bytes = pieces.next(after: [])
    if let failure = pieces.failure { throw failure }
    guard let bytes else { throw nothing(in: path) }
    // A short first piece is the last one too.
    return InputFile(name: path, bytes: bytes, rest: bytes.count < FilePieces.pieceSize ? nil : pieces)
  }

  /// Bytes in memory read as `open` reads a file, in pieces of some size behind a first one: for tests and the fuzzer.
  package static func inPieces(
    name: String, bytes: [UInt8], first: Int, then size: Int
  ) throws(InputError) -> InputFile {
    let pieces = try FilePieces(OpenFile(name: name, bytes: bytes), pieceSize: max(size, 1))
    let beginning = pieces.next(after: [], atLeast: first)
    if let failure = pieces.failure { throw failure }
    guard let beginning else { throw nothing(in: name) }
    return InputFile(name: name, bytes: beginning, rest: pieces)
  }

  /// Bytes of the whole content as far as they are known; what allocations go by.
  package var sizeHint: Int { max(bytes.count, rest?.sizeHint ?? 0) }

  /// Share of the content that was read, 0 to 1.
  package var share: Double { rest?.share ?? 1 }

  /// Reads a whole file, or standard input where `path` is `-`, and unpacks it where its content is gzip.
  ///
  /// The problem of the error is `notFound`, `isDirectory`, `unreadable`, `empty`, or for a damaged gzip file
  /// `truncated` or `malformed`; a gzip file that unpacks beyond `Inflation.limit` is `implausible`.
  public static func load(path: String) throws(InputError) -> InputFile {
    let stored = try FileReading.read(path: path)
    guard !stored.isEmpty else { throw nothing(in: path) }
    return try unpacked(InputFile(name: path, bytes: stored))
  }

  /// The bytes of a file as they are stored, for its hash; `nil` for standard input, which can be read only once.
  ///
  /// - Throws: `InputError` as `load(path:)` does.
  public static func stored(path: String) throws(InputError) -> [UInt8]? {
    path == "-" ? nil : try FileReading.read(path: path)
  }

  /// Bytes of a file on a disk, links followed; `nil` for all else.
  package static func storedSize(path: String) -> Int? { OpenFile.plainSize(path) }

  private static func nothing(in path: String) -> InputError {
    InputError(
      .empty, in: path, expected: "some content",
      remedy: path == "-" ? "check that the command before the pipe wrote something" : "export the file again")
  }

  /// The file with its content unpacked where that is gzip, else the file as it is.
  package static func unpacked(_ file: InputFile) throws(InputError) -> InputFile {
    InputFile(name: file.name, bytes: try Gzip.unpackedIfPacked(file.bytes, name: file.name))
  }

  /// An error about this file.
  package func error(
    _ problem: InputError.Problem, at place: InputError.Place = .wholeFile, expected: String, remedy: Wording
  ) -> InputError {
    InputError(problem, in: name, at: place, expected: expected, remedy: remedy)
  }
}
