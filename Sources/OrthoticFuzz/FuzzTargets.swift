import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What can be fuzzed; the environment variable `ORTHOTIC_FUZZ` names one when the fuzzer runs.
///
/// ```
/// ORTHOTIC_FUZZ=1 swift build -c release --sanitize=fuzzer --product OrthoticFuzz --scratch-path .build/fuzz
/// ORTHOTIC_FUZZ=scan .build/fuzz/release/OrthoticFuzz seeds/ -max_len=4096 -rss_limit_mb=512
/// python3 Tests/Acceptance/fuzz.py --fuzzer .build/fuzz/release/OrthoticFuzz --keep FOLDER
/// ```
/// The last line runs all scan readers with seeds and limits on processor time and allocations of its own.
/// Every scan reader is a target by the name of its format's case, which skips the recognition that `scan` begins with.
/// Every crash found becomes a test.
enum FuzzTarget {
  /// Scans as they are recognised by content.
  case scan
  /// Scans of one format, whatever they look like.
  case reader(ScanFormat)
  /// Pressure readers, whole, in pieces and packed (`FuzzedRecording`); for every eighth length also what is made of a
  /// recording.
  case pressure
  /// gzip.
  case gzip

  /// The chosen one, scan where nothing is said.
  static let chosen: FuzzTarget = {
    guard let value = unsafe getenv("ORTHOTIC_FUZZ") else { return .scan }
    switch unsafe String(cString: value) {
    case "pressure": return .pressure
    case "gzip": return .gzip
    case let name: return ScanFormat.allCases.first { "\($0)" == name }.map { .reader($0) } ?? .scan
    }
  }()

  /// Reads some bytes; must return, whatever they are.
  func run(_ bytes: [UInt8]) {
    let file = InputFile(name: "fuzz", bytes: bytes)
    switch self {
    case .scan: check(try? ScanReader.read(file, side: .left))
    case .reader(let format): check(try? ScanReader.read(file, as: format, side: .left))
    case .pressure:
      for recording in FuzzedRecording(bytes: bytes).read() {
        precondition(recording.values.count == recording.frameCount * recording.frameLength, "sound frames")
        guard bytes.count % 8 == 0 else { continue }
        for step in recording.steps() { _ = RecordingSummary(step.recording) }
        _ = try? recording.oriented(scanSide: .left)
      }
    case .gzip: _ = try? InputFile.unpacked(file)
    }
  }

  private func check(_ scan: Scan?) {
    guard let scan else { return }
    let count = UInt32(scan.points.count)
    precondition(scan.triangles.allSatisfy { $0.a < count && $0.b < count && $0.c < count }, "sound indices")
  }
}

/// The function that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
