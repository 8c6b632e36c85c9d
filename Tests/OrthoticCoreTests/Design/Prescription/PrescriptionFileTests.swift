import Foundation
import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct PrescriptionFileTests {
  private func read(_ text: String) throws(InputError) -> PrescriptionFile {
    try PrescriptionFile(InputFile(name: "rx.json", bytes: Array(text.utf8)))
  }

  /// A prescription with every element drawn from its whole range.
  private func random(seed: UInt64) -> Prescription {
    var generator = RandomPrescription(seed: seed, density: 1)
    var prescription = Prescription()
    for (key, text) in generator.next() {
      try? PrescriptionVocabulary.element(key: key)?.read(text, into: &prescription)
    }
    return prescription
  }

  @Test("gives any prescription back from what it wrote")
  func roundTrip() throws {
    let before = random(seed: 999)
    for seed in 0..<(isOptimised ? 300 : 30) {
      let prescription = random(seed: UInt64(seed))
      let file = PrescriptionFile(prescription, name: "a \"b\"\n\u{1}°", notes: "n")
      let again = try read(file.text)
      #expect(again == file)
      #expect(again.applied(to: Prescription()) == prescription)
      #expect(again.applied(to: before) == prescription, "a complete file leaves nothing of what was before")
    }
  }

  @Test("changes only the elements it names")
  func partial() throws {
    let file = try read(
      "{\"castFill\": \"1/8 in\", \"rearfootPost\": \"4 valgus\", \"heelLift\": 6, \"material\": \"EVA-A35\"}")
    var expected = Prescription()
    expected.castFill = 3.175
    expected.rearfootPost = -4
    expected.heelLift = 6
    expected.material = MaterialTable.evaA35
    #expect(file.applied(to: Prescription()) == expected)
  }

  @Test("gives the same prescription whatever the order of the keys")
  func orderOfKeys() throws {
    let one = try read("{\"offload\": \"200 kPa\", \"offloadMode\": \"off\"}").applied(to: Prescription())
    let other = try read("{\"offloadMode\": \"off\", \"offload\": \"200 kPa\"}").applied(to: Prescription())
    #expect(one == other)
    #expect(one.offloadMode == .off && one.offloadThreshold == 200)
  }

  @Test(
    "refuses what it does not know, naming line and remedy",
    arguments: [
      ("{\n \"heelcup\": \"12 mm\"}", 2, "heelCup"),
      ("{\"archFill\": 3}", 1, "known key"),
      ("{\"heelCup\": \"12 kg\"}", 1, "a length from 0 to 30 mm"), ("{\"heelCup\": 31}", 1, "a length from 0 to 30 mm"),
      ("{\"heelCup\": null}", 1, "a length"), ("{\"heelCup\": [12]}", 1, "a length"),
      ("{\"archContact\": 0.8}", 1, "a percentage from 0 to 110 %"), ("{\"material\": \"jelly\"}", 1, "tpu-85a-25"),
      ("{\"schemaVersion\": 3}", 1, "expected 1 to 2"), ("{\"left\": 3}", 1, "an object with the elements"),
      ("{\"name\": 3}", 1, "text in double quotes"),
      ("[]", 1, "an object"),
      ("12", 1, "an object"), ("heelCup: 12 mm", 1, "a value"),
    ])
  func refuses(text: String, line: Int, words: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.place == .line(line))
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test("holds what differs for one foot, and gives it back")
  func perFoot() throws {
    let file = try read("{\"heelLift\": 2, \"left\": {\"heelLift\": \"4 mm\", \"heelCup\": \"1/2 in\"}}")
    #expect(file.applied(to: Prescription(), for: .left).heelLift == 4)
    #expect(file.applied(to: Prescription(), for: .left).heelCupDepth == 12.7)
    #expect(file.applied(to: Prescription(), for: .right).heelLift == 2)
    #expect(try read(file.text) == file)
  }

  @Test("reads files of version 1, and a renamed key by its new name")
  func migration() throws {
    #expect(try read("{\"schemaVersion\": 1, \"heelCup\": \"14 mm\"}").applied(to: Prescription()).heelCupDepth == 14)
    let migration = PrescriptionMigration(renames: [1: ["cupDepth": "heelCup"]])
    #expect(migration.key("cupDepth", fromVersion: 1) == "heelCup")
    #expect(migration.key("cupDepth", fromVersion: 2) == "cupDepth")
  }

  @Test("every preset reads back, differs from the defaults and breaks no rule", arguments: Preset.all.map(\.name))
  func presets(name: String) throws {
    let preset = try #require(Preset.named(name))
    let file = preset.file
    #expect(file.settings.count == preset.settings.count, "every key is an element's")
    // GenerateSamples writes them.
    let shipped = RealFiles.package.appending(path: "Samples/presets/\(name).json")
    #expect(try String(contentsOf: shipped, encoding: .utf8) == file.text)
    #expect(try read(file.text) == file)
    let prescription = file.applied(to: Prescription())
    for setting in file.settings {
      let element = try #require(PrescriptionVocabulary.element(key: setting.key))
      var scratch = Prescription()
      try element.read(setting.text, into: &scratch)
    }
    #expect(prescription != Prescription())
    #expect(!Lint.findings(of: prescription.decided(for: .right).prescription).contains { $0.severity == .error })
  }
}
