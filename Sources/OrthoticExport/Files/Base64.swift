#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes as text that HTML, SVG and JSON can carry.
enum Base64 {
  /// The text of some bytes (RFC 4648, with padding).
  static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
