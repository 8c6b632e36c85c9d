#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore
import OrthoticExport

/// Finds the files that a record speaks of by their hashes.
///
/// Looked at are the files given, the name that the record keeps, if it does, and the files of the right size in the
/// record's own folder.
struct RecordedFiles {
  /// Files given on the command line.
  let given: [String]
  /// The record's own path.
  let record: String

  /// Files of a folder that are looked at: more is no folder of a case.
  private static let mostFiles = 10_000

  /// The path of an input, or `nil` where no file has its content.
  ///
  /// - Throws: `InputError` where a file that was given cannot be read, or none of those given is the one wanted.
  func path(of input: DesignRecord.Input) throws(InputError) -> String? {
    for path in given {
      guard let bytes = try InputFile.stored(path: path) else { continue }
      if SHA256.hash(bytes) == input.sha256 { return path }
    }
    let named = input.path.map { [$0] } ?? []
    for path in named + neighbours where InputFile.storedSize(path: path) == input.bytes {
      guard let bytes = try? InputFile.stored(path: path), SHA256.hash(bytes) == input.sha256 else { continue }
      return path
    }
    return nil
  }

  /// The files beside the record, in the order of their names.
  private var neighbours: [String] {
    guard record != "-" else { return [] }
    let folder = record.lastIndex(of: "/").map { String(record[...$0]) } ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().prefix(Self.mostFiles).map { folder + $0 }
  }
}
