import OrthoticCore
import Testing

@Suite struct InputFileTests {
  /// The error that loading gives, or `nil` where it succeeds.
  private func failure(_ path: String) -> InputError? {
    do throws(InputError) {
      _ = try InputFile.load(path: path)
      return nil
    } catch { return error }
  }

  private func failure(of bytes: [UInt8]) throws -> InputError? {
    let file = try TemporaryFile(bytes)
    defer { file.remove() }
    return failure(file.path)
  }

  @Test("loads the bytes as they are") func loadsTheBytes() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try TemporaryFile(bytes)
    defer { file.remove() }
    let loaded = try InputFile.load(path: file.path)
    #expect(loaded.bytes == bytes)
    #expect(loaded.name == file.path)
  }

  @Test("names what is wrong with the path") func namesWhatIsWrong() {
    #expect(failure("/no/such/file")?.problem == .notFound)
    #expect(failure("")?.problem == .notFound)
    #expect(failure("/\0etc")?.problem == .notFound)
    #expect(failure("/")?.problem == .isDirectory)
  }

  @Test("refuses a file larger than any scan without reading it") func refusesAFileLarger() throws {
    let file = try TemporaryFile([1])
    defer { file.remove() }
    // A sparse file: it says 1 TB and takes none.
    try file.resize(to: 1 << 40)
    #expect(failure(file.path)?.problem == .implausible("holds more than 4 GB"))
  }

  @Test("refuses an empty file") func refusesAnEmptyFile() throws { #expect(try failure(of: [])?.problem == .empty) }

  @Test("unpacks gzip by content") func unpacksGzipByContent() throws {
    let content = Array("1 2 3\n".utf8)
    let file = try TemporaryFile(GzipFixture.stored(content))
    defer { file.remove() }
    #expect(try InputFile.load(path: file.path).bytes == content)
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 51, 84, 48, 82, 48, 230, 2, 0, 75, 160, 244, 201, 6, 0, 0, 0,
    ]
    let twoMembers = try TemporaryFile(packed + packed)
    defer { twoMembers.remove() }
    #expect(try InputFile.load(path: twoMembers.path).bytes == content + content)
  }

  @Test("refuses every cut gzip file") func refusesEveryCutGzip() throws {
    let packed = GzipFixture.stored(Array("1 2 3\n".utf8))
    for size in 3..<packed.count {
      #expect(try failure(of: Array(packed[..<size]))?.problem == .malformed("the gzip data end early"))
    }
    #expect(try failure(of: GzipFixture.stored([]))?.problem == .empty)
  }

  @Test("refuses damaged gzip files") func refusesDamagedGzipFiles() throws {
    var packed = GzipFixture.stored(Array("1 2 3\n".utf8))
    packed[packed.count - 6] ^= 1
    #expect(try failure(of: packed)?.problem == .malformed("the gzip data are damaged"))
  }

  @Test("stops a gzip bomb at its limit") func stopsAGzipBomb() throws {
    guard case .implausible = try failure(of: GzipFixture.bomb(packedSize: 600_000))?.problem else {
      Issue.record("a bomb passed")
      return
    }
  }
}
