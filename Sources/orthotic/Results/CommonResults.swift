#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore
import OrthoticExport

/// Writes results as JSON: sorted keys, indented, ending with a line feed.
enum JSONOutput {
  static func text(_ result: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(result), as: UTF8.self).escapedJSON + "\n"
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
    why = assumption.why.text(naming: .flags)
    override = assumption.override.text(naming: .flags)
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
    message = finding.message.text(naming: .flags)
    remedy = finding.remedy.text(naming: .flags)
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
