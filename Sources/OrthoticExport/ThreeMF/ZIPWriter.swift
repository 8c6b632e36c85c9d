/// Builds a ZIP archive in memory: the same bytes for the same content, with no time of day in it.
///
/// ```
///   per file   local header, name, packed content
///   at the end per file a directory entry, then the end record
/// ```
struct ZIPWriter {
  /// The archive's bytes so far, without the directory.
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The first day that ZIP can name, 1 January 1980.
  private static let date: UInt32 = 1 << 5 | 1

  /// An archive with room for some bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Adds a file made of deflated pieces.
  mutating func add(_ name: String, pieces: [DeflatedPiece]) {
    var checksum: UInt32 = 0
    var size = 0
    for piece in pieces {
      checksum = DeflatedPiece.checksum(checksum, then: piece.checksum, count: piece.count)
      size += piece.count
    }
    let packedSize = pieces.reduce(DeflatedPiece.end.count) { $0 + $1.packed.count }
    precondition(size < Int(UInt32.max) && bytes.count + packedSize < Int(UInt32.max), "an archive below 4 GB")
    let offset = bytes.count
    // Version 2.0, no flags, method deflate, time 0, date; checksum and sizes; lengths of name and extra field.
    var fields: [UInt8] = []
    append(20, 2, to: &fields)
    append(0, 2, to: &fields)
    append(8, 2, to: &fields)
    append(0, 2, to: &fields)
    append(Self.date, 2, to: &fields)
    append(checksum, 4, to: &fields)
    append(UInt32(packedSize), 4, to: &fields)
    append(UInt32(size), 4, to: &fields)
    append(UInt32(name.utf8.count), 2, to: &fields)
    append(0, 2, to: &fields)

    append(0x0403_4b50, 4, to: &bytes)
    bytes += fields
    bytes += name.utf8
    for piece in pieces { bytes += piece.packed }
    bytes += DeflatedPiece.end

    append(0x0201_4b50, 4, to: &directory)
    append(20, 2, to: &directory)
    directory += fields
    // No comment, first disk, no attributes, place of the local header.
    append(0, 2, to: &directory)
    append(0, 2, to: &directory)
    append(0, 2, to: &directory)
    append(0, 4, to: &directory)
    append(UInt32(offset), 4, to: &directory)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  func finished() -> [UInt8] {
    var all = bytes
    all += directory
    append(0x0605_4b50, 4, to: &all)
    append(0, 4, to: &all)
    append(UInt32(count), 2, to: &all)
    append(UInt32(count), 2, to: &all)
    append(UInt32(directory.count), 4, to: &all)
    append(UInt32(bytes.count), 4, to: &all)
    append(0, 2, to: &all)
    return all
  }

  private func append(_ number: UInt32, _ size: Int, to bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(8 * index))) }
  }
}
