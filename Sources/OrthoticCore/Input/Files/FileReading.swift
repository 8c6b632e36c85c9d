/// Reading whole files through the system's own `open` and `read`.
///
/// One of the few files with unsafe code: the buffer is filled by the system before Swift may call it initialised.
enum FileReading {
  /// Largest file, bytes; the largest scans in use have a hundredth of it.
  private static let largestFile = 4 << 30
  /// Most that is taken from a pipe or device, whose end nobody knows, bytes.
  private static let largestStream = 1 << 28

  /// All bytes of a file, or of standard input where `path` is `-`.
  static func read(path: String) throws(InputError) -> [UInt8] {
    let file = path == "-" ? OpenFile(standardInput: path) : try OpenFile(path: path)
    guard file.size <= largestFile else { throw tooLarge(path, largestFile) }
    // One byte more than the size, so that the end of the file is seen without growing.
    var bytes = try piece(of: file, capacity: max(file.size + 1, 1 << 16))
    // A pipe, or a file that grew while it was read.
    while bytes.count == bytes.capacity || (file.size == 0 && !bytes.isEmpty) {
      let more = try piece(of: file, capacity: max(bytes.count, 1 << 16))
      if more.isEmpty { break }
      guard bytes.count + more.count <= largestStream else { throw tooLarge(path, largestStream) }
      bytes += more
    }
    return bytes
  }

  private static func piece(of file: OpenFile, capacity: Int) throws(InputError) -> [UInt8] {
    var failure: InputError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      unsafe LargePages.advise(raw)
      do throws(InputError) {
        count = try unsafe file.fill(raw)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> InputError {
    let isFile = limit == largestFile
    return InputError(
      .implausible(isFile ? "holds more than \(limit >> 30) GB" : "brings more than \(limit >> 20) MB"), in: path,
      expected: "a scan or a pressure file",
      remedy: isFile
        ? "check that it is the right one, and thin it out"
        : "check that it is the right one, and give what is larger as a file")
  }
}
