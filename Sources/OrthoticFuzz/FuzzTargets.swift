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
/// Every scan reader is a target by its own name, which skips the recognition that `scan` begins with. A new reader is
/// a case here. Every crash found becomes a test.
enum FuzzTarget: String {
  /// Scans as they are recognised by content.
  case scan
  case ply, binarySTL, textSTL, obj, off, pcd, heightMap, archive, pointTable
  /// Pressure readers, whole, in pieces and packed (`FuzzedRecording`); for every eighth length also what is made of a
  /// recording.
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
    if let format {
      check(try? ScanReader.read(file, as: format, side: .left))
      return
    }
    switch self {
    case .scan, .ply, .binarySTL, .textSTL, .obj, .off, .pcd, .heightMap, .archive, .pointTable:
      check(try? ScanReader.read(file, side: .left))
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

  /// The format whose reader is the target, or `nil` where it is more than one.
  private var format: ScanFormat? {
    switch self {
    case .ply: .ply
    case .binarySTL: .binarySTL
    case .textSTL: .textSTL
    case .obj: .obj
    case .off: .off
    case .pcd: .pcd
    case .heightMap: .heightMap
    case .archive: .archive
    case .pointTable: .pointTable
    case .scan, .pressure, .gzip: nil
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
