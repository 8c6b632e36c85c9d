import Foundation
import OrthoticCore
import Testing

@testable import OrthoticExport

@Suite struct DesignRecordTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("comes back from its text as it was, with and without grids, and its text is always the same")
  func roundTrip() throws {
    for withGrids in [false, true] {
      let record = try SampleDesign.record(withGrids: withGrids)
      let text = try RecordFile.text(record)
      #expect(try RecordFile.text(record) == text)
      let back = try RecordFile.record(in: InputFile(name: "record.json", bytes: Array(text.utf8)))
      #expect(back == record)
    }
  }

  @Test("keeps to its schema") func keepsToItsSchema() throws {
    let validator = try SchemaValidator(RecordSchema.text)
    for withGrids in [false, true] {
      let value = try object(RecordFile.text(try SampleDesign.record(withGrids: withGrids)))
      #expect(validator.faults(in: value) == [])
    }
  }

  @Test("the schema refuses a record without any one of its keys, and one whose value is of another kind")
  func schemaRefusesWrongRecords() throws {
    let validator = try SchemaValidator(RecordSchema.text)
    let whole = try object(RecordFile.text(try SampleDesign.record(name: "flat")))
    let optional: Set<String> = ["registration", "prescription.name", "prescription.notes", "foot.ballWidth"]
    let open: Set<String> = [
      "device.print.pose", "device.print.height", "device.print.overhangShare", "device.print.mass",
      "device.print.infill",
      "foot.heelWidth", "foot.archIndex", "foot.landmarks.hallux", "foot.landmarks.toeTip",
    ]
    for path in places(in: whole, below: "") {
      let keys = path.split(separator: ".").map(String.init)
      // What is free to be absent, and texts keyed by the vocabulary.
      let isFree =
        optional.contains(path) || open.contains(path) || path.contains("requested.") || path.contains("carriedOut.")
      if !isFree {
        let without = changed(whole, keys) { _ in nil } as Any
        #expect(!validator.faults(in: without).isEmpty, "without \(path)")
      }
      let other = changed(whole, keys) { $0 is [Any] || $0 is [String: Any] ? 7 : ["not": "expected"] } as Any
      #expect(!validator.faults(in: other).isEmpty, "another kind at \(path)")
      if whole[keys[0]] is [String: Any] {
        let extra = changed(whole, Array(keys.dropLast()) + ["unheardOf"]) { _ in ["x": 1] } as Any
        #expect(path.contains("requested.") || !validator.faults(in: extra).isEmpty, "more beside \(path)")
      }
    }
  }

  @Test("says which key of a damaged record is at fault, and refuses other kinds and later versions")
  func damagedRecords() throws {
    let text = try RecordFile.text(try SampleDesign.record())
    func fault(_ text: String) -> String? {
      do {
        _ = try RecordFile.record(in: InputFile(name: "r.json", bytes: Array(text.utf8)))
        return nil
      } catch { return error.description }
    }
    func replaced(_ part: String, _ with: String) -> String { text.replacingOccurrences(of: part, with: with) }
    #expect(fault(replaced("\"sha256\"", "\"hash\""))?.contains("output.sha256 is missing") == true)
    #expect(fault(replaced("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"))?.contains("version 2") == true)
    #expect(fault(replaced("orthotic-design-record", "other"))?.contains("kind") == true)
    #expect(fault("{\n  \"kind\": ]")?.contains("line 2") == true)
    #expect(fault("{}") != nil && fault("[]") != nil && fault("7") != nil)
  }

  private func places(in object: [String: Any], below place: String) -> [String] {
    object.keys.sorted().flatMap { key in
      [place + key] + ((object[key] as? [String: Any]).map { places(in: $0, below: place + key + ".") } ?? [])
    }
  }

  private func changed(_ value: Any?, _ keys: [String], _ change: (Any?) -> Any?) -> Any? {
    guard let first = keys.first else { return change(value) }
    var object = value as? [String: Any] ?? [:]
    object[first] = changed(object[first], Array(keys.dropFirst()), change)
    return object
  }
}
