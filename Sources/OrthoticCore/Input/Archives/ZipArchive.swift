/// The files inside a ZIP archive, found through its central directory.
///
/// Understood: stored and deflated entries. Encrypted, split and larger than 4 GB archives are refused, and so are entries
/// whose content has not the checksum that the directory states.
package struct ZipArchive {
  /// One file inside.
  package struct Entry: Equatable, Sendable {
    /// Path inside the archive.
    package let name: String
    let method: Int
    let isEncrypted: Bool
    let packedSize: Int
    let size: Int
    let checksum: UInt32
    let headerOffset: Int
  }

  private static let remedy: Wording = "copy the archive again, or unpack it and name a file inside"

  /// The archive itself.
  package let file: InputFile
  /// The files inside, without folders, in the order of the directory.
  package let entries: [Entry]

  /// Reads the directory of an archive.
  package init(_ file: InputFile) throws(InputError) {
    self.file = file
    let bytes = file.bytes
    // The end record: 22 bytes and a comment of at most 65535.
    let lowest = max(0, bytes.count - 22 - 65535)
    let candidates = bytes.count >= 22 ? stride(from: bytes.count - 22, through: lowest, by: -1) : nil
    guard let end = candidates?.first(where: { bytes.span.halfWord(at: $0) == 0x0605_4b50 }) else {
      throw file.error(
        .malformed("the archive has no directory at its end"), expected: "a whole ZIP archive", remedy: Self.remedy)
    }
    let count = Self.short(bytes, end + 10)
    var position = Int(bytes.span.halfWord(at: end + 16))
    var entries: [Entry] = []
    for _ in 0..<count {
      guard position + 46 <= bytes.count, bytes.span.halfWord(at: position) == 0x0201_4b50 else {
        throw file.error(
          .malformed("the directory of the archive is damaged"), at: .byte(min(position, bytes.count)),
          expected: "\(count) entries", remedy: Self.remedy)
      }
      let nameLength = Self.short(bytes, position + 28)
      let nameEnd = position + 46 + nameLength
      guard nameEnd <= bytes.count else {
        throw file.error(.truncated(expected: nameEnd, found: bytes.count), expected: "a name", remedy: Self.remedy)
      }
      let name = TextLine(bytes: bytes, range: (position + 46)..<nameEnd, number: 1).text
      if !name.hasSuffix("/") {
        entries.append(
          Entry(
            name: name, method: Self.short(bytes, position + 10),
            isEncrypted: Self.short(bytes, position + 8) & 1 != 0,
            packedSize: Int(bytes.span.halfWord(at: position + 20)), size: Int(bytes.span.halfWord(at: position + 24)),
            checksum: bytes.span.halfWord(at: position + 16), headerOffset: Int(bytes.span.halfWord(at: position + 42)))
        )
      }
      position = nameEnd + Self.short(bytes, position + 30) + Self.short(bytes, position + 32)
    }
    self.entries = entries
  }

  /// The content of one of the files, at most `limit` bytes, under the archive's name and its own.
  package func content(of entry: Entry, limit: Int = .max) throws(InputError) -> InputFile {
    let bytes = file.bytes
    guard !entry.isEncrypted else { throw broken(entry, "is encrypted") }
    guard entry.headerOffset + 30 <= bytes.count, bytes.span.halfWord(at: entry.headerOffset) == 0x0403_4b50 else {
      throw broken(entry, "is not where the directory says")
    }
    let start =
      entry.headerOffset + 30 + Self.short(bytes, entry.headerOffset + 26)
      + Self.short(bytes, entry.headerOffset + 28)
    let end = start + entry.packedSize
    guard end <= bytes.count else {
      throw file.error(
        .truncated(expected: end, found: bytes.count), at: .byte(bytes.count), expected: "all of \(entry.name)",
        remedy: Self.remedy)
    }
    let name = "\(file.name)/\(entry.name)"
    switch entry.method {
    case 0: return try demandChecksum(InputFile(name: name, bytes: Array(bytes[start..<end])), of: entry)
    case 8:
      let limit = min(limit, Inflation.limit(packedSize: bytes.count))
      let unpacked: InputFile
      do throws(Inflation.Failure) {
        let content = try Inflation.unpacked(bytes, start..<end, wrapper: .none, sizeHint: entry.size, limit: limit)
        unpacked = InputFile(name: name, bytes: content)
      } catch {
        throw broken(entry, error == .tooLarge ? "unpacks to more than \(limit >> 20) MB" : "is damaged")
      }
      return try demandChecksum(unpacked, of: entry)
    default: throw broken(entry, "is packed by a method that is not supported (\(entry.method))")
    }
  }

  private func demandChecksum(_ content: InputFile, of entry: Entry) throws(InputError) -> InputFile {
    guard Inflation.checksum(of: content.bytes) == entry.checksum else {
      throw broken(entry, "is damaged: its content has another checksum than the directory states")
    }
    return content
  }

  private func broken(_ entry: Entry, _ how: String) -> InputError {
    file.error(
      .malformed("\(entry.name) in the archive \(how)"), at: .byte(min(entry.headerOffset, file.bytes.count)),
      expected: "a stored or deflated file", remedy: Self.remedy)
  }

  private static func short(_ bytes: [UInt8], _ offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }
}
