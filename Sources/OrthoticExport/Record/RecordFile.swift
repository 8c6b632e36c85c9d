#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticCore

/// Reads and writes records as JSON.
public enum RecordFile {
  private struct Heading: Decodable {
    var kind: String
    var schemaVersion: Int
  }

  /// The text of a record: sorted keys, indented, ending with a line feed; the same bytes for the same record.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public static func text(_ record: DesignRecord) throws -> String {
    let encoder = JSONEncoder()
    // Fields of a hundred thousand numbers are not for people: one number a line would only make the file long.
    encoder.outputFormatting =
      record.grids == nil
      ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self).escapedJSON + "\n"
  }

  /// Reads a record.
  ///
  /// - Throws: `InputError` naming the key, for what is no record or one of a later version.
  public static func record(in file: InputFile) throws(InputError) -> DesignRecord {
    let remedy: Wording = "orthotic design --record out.json writes one; orthotic schema record prints its form"
    func refused(_ problem: InputError.Problem, expected: String) -> InputError {
      InputError(problem, in: file.name, expected: expected, remedy: remedy)
    }
    // Messages about text that is no JSON at all name the line.
    _ = try JSONDocument.read(file, remedy: remedy)
    let data = Data(file.bytes)
    do {
      let heading = try JSONDecoder().decode(Heading.self, from: data)
      guard heading.kind == DesignRecord.kind else {
        throw refused(.unsupported("is JSON of kind \"\(heading.kind.prefix(40))\""), expected: DesignRecord.kind)
      }
      guard heading.schemaVersion == DesignRecord.schemaVersion else {
        throw refused(
          .unsupported("is a record of version \(heading.schemaVersion)"),
          expected: "version \(DesignRecord.schemaVersion)")
      }
      return try JSONDecoder().decode(DesignRecord.self, from: data)
    } catch let error as InputError {
      throw error
    } catch let error as DecodingError {
      throw refused(.malformed(sentence(for: error)), expected: "a design record")
    } catch {
      throw refused(.malformed("is no record"), expected: "a design record")
    }
  }

  private static func sentence(for error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the record" : path.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      return "\(place(context.codingPath)) is not what a record has there"
    @unknown default: return "is no record"
    }
  }
}
