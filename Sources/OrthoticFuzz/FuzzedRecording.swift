import CZlib
import OrthoticCore

/// A pressure file as the fuzzer reads it: whole, in pieces, and packed by gzip, chosen by its length.
///
/// ```
/// length / 8 mod 8   0 1 2     3               4        5             6               7
///                    pieces    pieces, whole   stored   deflated      damaged gzip    whole
/// ```
/// The fuzzer changes lengths all the time, so each text comes by in every way. Mutating the text and packing it here
/// reaches the readers, which mutated gzip data hardly ever do.
struct FuzzedRecording {
  let bytes: [UInt8]

  /// The recordings, however they are read; traps where pieces give other numbers than the whole.
  func read() -> [PressureRecording] {
    switch bytes.count / 8 % 8 {
    case 0, 1, 2: return inPieces(bytes)
    case 3:
      let (pieces, all) = (inPieces(bytes), whole())
      // The format and the style of the numbers are told by the first piece; where that is the same, so is the rest.
      if pieces.count == all.count, zip(pieces, all).allSatisfy(isAlike) {
        for (a, b) in zip(pieces, all) {
          let isSame = a.values.elementsEqual(b.values) { $0.bitPattern == $1.bitPattern }
          precondition(isSame, "the same numbers in pieces")
        }
      }
      return pieces
    case 4: return inPieces(packed(level: 0))
    case 5: return inPieces(packed(level: 1))
    case 6: return inPieces(damaged(packed(level: 1)))
    default: return whole()
    }
  }

  private func isAlike(_ a: PressureRecording, _ b: PressureRecording) -> Bool {
    a.format == b.format && a.frameCount == b.frameCount && a.columns == b.columns && a.rows == b.rows
      && a.cellWidth == b.cellWidth && a.assumptions == b.assumptions
  }

  private func whole() -> [PressureRecording] {
    (try? PressureReader.readAll(InputFile(name: "fuzz", bytes: bytes))) ?? []
  }

  /// Read behind a first piece of 0 to 511 bytes in pieces of 1 to 64.
  private func inPieces(_ stored: [UInt8]) -> [PressureRecording] {
    let size = 1 + Int(bytes.last ?? 0) % 64
    let first = 2 * Int(bytes.first ?? 0) + bytes.count % 2
    guard let file = try? InputFile.inPieces(name: "fuzz", bytes: stored, first: first, then: size) else { return [] }
    return (try? PressureReader.readAll(file)) ?? []
  }

  /// The text as a gzip file; every other length as two members.
  private func packed(level: Int32) -> [UInt8] {
    guard bytes.count % 2 == 1 else { return member(bytes[...], level: level) }
    let middle = bytes.count / 2
    return member(bytes[..<middle], level: level) + member(bytes[middle...], level: level)
  }

  private func member(_ content: ArraySlice<UInt8>, level: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    // The smallest window and memory: a fuzzer packs thousands of times a second.
    let ready = unsafe deflateInit2_(
      &stream, level, Z_DEFLATED, 16 + 9, 1, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard ready == Z_OK else { return [] }
    defer { _ = unsafe deflateEnd(&stream) }
    return unsafe [UInt8](unsafeUninitializedCapacity: 2 * content.count + 256) { target, count in
      unsafe content.withUnsafeBufferPointer { source in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        _ = unsafe deflate(&stream, Z_FINISH)
      }
      count = unsafe target.count - Int(stream.avail_out)
    }
  }

  /// A gzip file cut short, with a byte changed, or with something behind its end.
  private func damaged(_ file: [UInt8]) -> [UInt8] {
    guard let first = bytes.first, let last = bytes.last, file.count > 3 else { return file }
    var file = file
    let place = 3 + (Int(first) << 8 | Int(last)) % (file.count - 3)
    switch Int(bytes[bytes.count / 2]) % 3 {
    case 0: file.removeLast(file.count - place)
    case 1: file[place] ^= 1 << (first % 8)
    default: file += bytes.prefix(9)
    }
    return file
  }
}
