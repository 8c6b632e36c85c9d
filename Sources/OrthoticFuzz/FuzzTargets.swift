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
/// ORTHOTIC_FUZZ=scan .build/fuzz/release/OrthoticFuzz seeds/ -max_len=4096 -rss_limit_mb=512 -malloc_limit_mb=80
/// ```
/// A new family of readers is a case here. Every crash found becomes a test.
enum FuzzTarget: String {
  /// Scan readers.
  case scan
  /// Pressure readers; for every eighth length also what is made of a recording.
  case pressure
  /// gzip.
  case gzip

  /// The chosen one, scan where nothing is said.
  static let chosen: FuzzTarget = {
    guard let value = unsafe getenv("ORTHOTIC_FUZZ") else { return .scan }
    return FuzzTarget(rawValue: unsafe String(cString: value)) ?? .scan
  }()

  /// Reads some bytes; must return, whatever they are.
  func run(_ bytes: [UInt8]) {
    let file = InputFile(name: "fuzz", bytes: bytes)
    switch self {
    case .scan:
      guard let scan = try? ScanReader.read(file, side: .left) else { return }
      let count = UInt32(scan.points.count)
      precondition(scan.triangles.allSatisfy { $0.a < count && $0.b < count && $0.c < count }, "sound indices")
    case .pressure:
      guard let recordings = try? PressureReader.readAll(file) else { return }
      for recording in recordings {
        precondition(recording.values.count == recording.frameCount * recording.frameLength, "sound frames")
        guard bytes.count % 8 == 0 else { continue }
        for step in recording.steps() { _ = RecordingSummary(step.recording) }
        _ = try? recording.oriented(scanSide: .left)
      }
    case .gzip: _ = try? InputFile.unpacked(file)
    }
  }
}

/// The function that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
