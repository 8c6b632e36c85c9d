#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore

/// Writes results as JSON: sorted keys, indented, ending with a line feed.
enum JSONOutput {
  static func text(_ result: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
  }
}

extension Double {
  /// The number to a count of decimals, so that JSON shows what is meant and not the noise behind it; `nil` for what is
  /// no number, which JSON cannot hold.
  func rounded(decimals: Int) -> Double? {
    guard isFinite else { return nil }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (self * scale).rounded()
    // Without the addition, -0.0001 would print as -0.
    return scaled.isFinite ? scaled / scale + 0 : self
  }
}

/// Something that was decided for the user, as JSON.
struct AssumedResult: Encodable, Equatable {
  let what: String
  let value: String
  let why: String
  let override: String

  init(_ assumption: Assumption) {
    what = assumption.what
    value = assumption.value
    why = assumption.why
    override = assumption.override
  }
}

/// Something the user should know, as JSON.
struct WarningResult: Encodable, Equatable {
  let severity: String
  let code: String
  let message: String
  let remedy: String

  init(_ finding: Finding) {
    severity = finding.severity.rawValue
    code = finding.code
    message = finding.message
    remedy = finding.remedy
  }
}

/// A place as JSON: three numbers, mm.
struct PlaceResult: Encodable, Equatable {
  let coordinates: [Double]

  init(_ place: Vector3) {
    coordinates = [place.x, place.y, place.z].map { $0.rounded(decimals: 2) ?? 0 }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(coordinates)
  }
}
