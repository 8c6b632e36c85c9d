#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The bytes of one input, with the name that messages use for it.
public struct InputFile: Equatable, Sendable {
  /// Name as the user gave it; `-` for standard input.
  public let name: String
  /// The content, already unpacked where it was gzipped.
  public let bytes: [UInt8]

  /// Creates an input from bytes that are already in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
