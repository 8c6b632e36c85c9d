import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct FilePiecesTests {
  /// Lines of many lengths, some longer than a piece, with all three line ends.
  private static let text: [UInt8] = {
    var generator = SplitMix64(seed: 4)
    var bytes: [UInt8] = []
    while bytes.count < 3 * FilePieces.pieceSize {
      let length = Int.random(in: 0..<40, using: &generator) == 0 ? 30_000 : Int.random(in: 0...90, using: &generator)
      bytes += (0..<length).map { UInt8(ascii: "0") + UInt8($0 % 10) }
      bytes += [[0x0a], [0x0d, 0x0a], [0x0d]][Int.random(in: 0...2, using: &generator)]
    }
    bytes += [UInt8](repeating: 0x39, count: 2 * FilePieces.pieceSize)
    return bytes
  }()

  private func lines(_ scanner: TextScanner) -> [String] {
    var scanner = scanner
    var found: [String] = []
    while let line = scanner.nextLine() {
      found.append("\(line.number): \(line.range.count) \(line.bytes[line.range].first ?? 0)")
    }
    return found
  }

  @Test("gives the same lines as the whole file, packed or not", arguments: [false, true]) func givesTheSameLines(
    isPacked: Bool
  ) throws {
    let stored = try TemporaryFile(isPacked ? GzipFixture.stored(Self.text) : Self.text)
    defer { stored.remove() }
    let opened = try InputFile.open(path: stored.path)
    #expect(opened.rest != nil && opened.bytes.count == FilePieces.pieceSize)
    #expect(opened.sizeHint == Self.text.count)
    #expect(lines(TextScanner(opened)) == lines(TextScanner(Self.text)))
    #expect(opened.rest?.failure == nil && opened.share == 1)
  }

  @Test("keeps a line end of two bytes whole where pieces meet", arguments: [1, 2, 3, 4, 5, 6, 7]) func keepsALineEnd(
    before: Int
  )
    throws
  {
    let head = [UInt8](repeating: 0x31, count: FilePieces.pieceSize - before)
    let stored = try TemporaryFile(head + [0x0d, 0x0a, 0x32, 0x0d, 0x0a, 0x0d, 0x0a, 0x33])
    defer { stored.remove() }
    #expect(lines(TextScanner(try InputFile.open(path: stored.path))).map { $0.prefix(2) } == ["1:", "2:", "3:", "4:"])
  }

  @Test("puts a line back across pieces") func putsALineBack() throws {
    let stored = try TemporaryFile([UInt8](repeating: 0x31, count: FilePieces.pieceSize) + [0x0a, 0x32, 0x0a])
    defer { stored.remove() }
    var scanner = TextScanner(try InputFile.open(path: stored.path))
    let line = scanner.nextLine()
    let first = try #require(line)
    scanner.putBack(first)
    #expect(scanner.lineNumber == 0)
    let (again, second, end) = (scanner.nextLine(), scanner.nextLine(), scanner.nextLine())
    #expect(again?.count == FilePieces.pieceSize && second?.text == "2" && end == nil)
    #expect(scanner.isAtEnd)
  }

  @Test("reads a small file whole and refuses what is not there") func readsASmallFile() throws {
    let stored = try TemporaryFile(Array("1,2\n".utf8))
    defer { stored.remove() }
    #expect(try InputFile.open(path: stored.path) == InputFile.load(path: stored.path))
    let error = #expect(throws: InputError.self) { _ = try InputFile.open(path: stored.path + "-absent") }
    #expect(error?.problem == .notFound)
  }

  @Test("says where a packed recording is damaged, and does not pass for a short one") func saysWhereAPacked() throws {
    let rows = (0..<40_000).map { "\($0 % 7),1,2,3,4,5,6\n" }.joined()
    var packed = GzipFixture.stored(Array(rows.utf8))
    packed.removeLast(20_000)
    let stored = try TemporaryFile(packed)
    defer { stored.remove() }
    let error = #expect(throws: InputError.self) { _ = try PressureReader.read(.open(path: stored.path)) }
    #expect(error?.description.contains("gzip") == true)
  }

  @Test("reads a recording in pieces as it reads it whole") func readsARecording() throws {
    var text = ""
    for frame in 0..<150 {
      text += "Frame \(frame) (\(frame * 8).00 ms)\r\n"
      for row in 0..<40 { text += (0..<20).map { "\(($0 * row + frame) % 9).5" }.joined(separator: "\t") + "\r\n" }
      text += "\r\n"
    }
    let stored = try TemporaryFile(Array(text.utf8))
    defer { stored.remove() }
    let whole = try PressureReader.read(.load(path: stored.path))
    let pieces = try PressureReader.read(.open(path: stored.path))
    #expect(whole.frameCount == 150 && pieces.values == whole.values && pieces.times == whole.times)
  }
}
