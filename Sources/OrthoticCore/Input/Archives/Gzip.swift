/// Files packed with gzip, recognised by content.
enum Gzip {
  /// The content of a gzip file, or `bytes` themselves where they are no gzip file.
  static func unpackedIfPacked(_ bytes: [UInt8], name: String) throws(InputError) -> [UInt8] {
    guard bytes.count >= 3, bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8 else { return bytes }
    let limit = Inflation.limit(packedSize: bytes.count)
    let content: [UInt8]
    do throws(Inflation.Failure) {
      content = try Inflation.unpacked(
        bytes, 0..<bytes.count, wrapper: .gzip, sizeHint: statedSize(bytes), limit: limit)
    } catch {
      throw explained(error, name: name, limit: limit)
    }
    guard !content.isEmpty else {
      throw InputError(
        .empty, in: name, expected: "some content inside the gzip file", remedy: "pack the original file again")
    }
    return content
  }

  /// The unpacked size modulo 2³² that the last four bytes state; only a hint.
  private static func statedSize(_ bytes: [UInt8]) -> Int {
    bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  static func explained(_ failure: Inflation.Failure, name: String, limit: Int) -> InputError {
    let remedy: Wording = "unpack it with gunzip, or copy the file again from where it came"
    return switch failure {
    case .truncated:
      InputError(.malformed("the gzip data end early"), in: name, expected: "a whole gzip file", remedy: remedy)
    case .corrupt(let byte):
      InputError(
        .malformed("the gzip data are damaged"), in: name, at: .byte(byte), expected: "a sound gzip file",
        remedy: remedy)
    case .tooLarge:
      InputError(
        .implausible("unpacks to more than \(limit >> 20) MB"), in: name, expected: "a scan or a pressure file",
        remedy: "if it really is one, unpack it with gunzip first")
    }
  }
}
