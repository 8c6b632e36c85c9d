import Synchronization

/// A file that is read piece by piece, and unpacked on the way where its content is gzip.
///
/// Pieces are used up by whoever takes them: there is one reader. One of the few files with unsafe code: the system
/// fills the pieces before Swift may call them initialised.
package final class FilePieces: Sendable {
  /// Name for messages.
  let name: String
  /// Bytes that will come in all, as far as the file says; a hint, 0 where nothing is known.
  let sizeHint: Int
  private let pieceSize: Int
  private let state: Mutex<State>

  /// Bytes of a piece: they stay in the processor's cache while they are parsed.
  static let pieceSize = 1 << 18

  /// Opens a file, or returns `nil` for what is no plain file, such as a pipe.
  convenience init?(path: String) throws(InputError) {
    guard OpenFile.isPlain(path) else { return nil }
    try self.init(OpenFile(path: path))
  }

  /// Takes a file that is open.
  init(_ file: sending OpenFile, pieceSize: Int = FilePieces.pieceSize) throws(InputError) {
    name = file.path
    self.pieceSize = pieceSize
    let head = try file.bytes(at: 0, count: 3)
    let isPacked = head.count == 3 && head[0] == 0x1f && head[1] == 0x8b && head[2] == 8
    if isPacked {
      // The last four bytes state the unpacked size, modulo 2³².
      let stated = try file.bytes(at: max(file.size - 4, 0), count: 4).reversed().reduce(0) { $0 << 8 | Int($1) }
      sizeHint = min(stated, Self.limit(packedSize: file.size))
    } else {
      sizeHint = file.size
    }
    state = Mutex(State(file: file, unpacking: isPacked ? Unpacking() : nil))
  }

  /// Largest unpacked size, bytes: real recordings pack up to 116 times, a bomb 1000 times.
  private static func limit(packedSize: Int) -> Int { 128 * packedSize + (64 << 20) }

  /// Why the pieces ended before the file did, or `nil`.
  var failure: InputError? { state.withLock { $0.failure } }

  /// Share of the file that has been taken, 0 to 1.
  package var share: Double {
    state.withLock { $0.file.size > 0 ? min(Double($0.file.position) / Double($0.file.size), 1) : 1 }
  }

  /// Some bytes that were taken before and the piece after them; `nil` at the end.
  func next(after tail: ArraySlice<UInt8>, atLeast least: Int = 0) -> [UInt8]? {
    let wanted = max(pieceSize, tail.count, least)
    return state.withLock { state in
      guard state.failure == nil else { return nil }
      var made = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: tail.count + wanted) { buffer, count in
        for (index, byte) in tail.enumerated() { unsafe buffer[index] = byte }
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[tail.count...])
        do throws(InputError) {
          made = try unsafe state.fill(room, limit: Self.limit(packedSize: state.file.size))
        } catch {
          state.failure = error
        }
        count = tail.count + made
      }
      return made > 0 ? piece : nil
    }
  }

  private struct Unpacking {
    let stream = GzipStream()
    /// Packed bytes read and not yet unpacked.
    var packed: ArraySlice<UInt8> = []
    var total = 0
    var isComplete = false
  }

  private struct State {
    let file: OpenFile
    var unpacking: Unpacking?
    var failure: InputError?

    /// Fills as much of a buffer as there is; returns how many bytes came, 0 at the end.
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer, limit: Int) throws(InputError) -> Int {
      guard unpacking != nil else { return try unsafe file.fill(buffer) }
      return try unsafe unpack(into: buffer, limit: limit)
    }

    private mutating func unpack(into buffer: UnsafeMutableRawBufferPointer, limit: Int) throws(InputError) -> Int {
      guard var unpacking else { return 0 }
      defer { self.unpacking = unpacking }
      var made = 0
      while made < buffer.count {
        if unpacking.packed.isEmpty { unpacking.packed = try file.piece(1 << 16)[...] }
        if unpacking.isComplete {
          // Another member may follow; anything else behind the end is left alone.
          guard unpacking.packed.starts(with: [0x1f, 0x8b]) else { break }
          unpacking.stream.restart()
          unpacking.isComplete = false
        }
        guard !unpacking.packed.isEmpty else { throw Gzip.explained(.truncated, name: file.path, limit: limit) }
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[made...])
        let done = unsafe unpacking.stream.unpack(unpacking.packed, into: room)
        let place = file.position - unpacking.packed.count + done.taken
        unpacking.packed = unpacking.packed.dropFirst(done.taken)
        unpacking.total += done.made
        unpacking.isComplete = done.isComplete
        made += done.made
        if done.isCorrupt { throw Gzip.explained(.corrupt(at: place), name: file.path, limit: limit) }
        if unpacking.total > limit { throw Gzip.explained(.tooLarge, name: file.path, limit: limit) }
      }
      return made
    }
  }
}

extension FilePieces: Equatable {
  /// Whether it is the same reading of the same file.
  package static func == (a: FilePieces, b: FilePieces) -> Bool { a === b }
}
