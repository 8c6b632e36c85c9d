import Testing

@testable import OrthoticCore

@Suite struct PrescriptionFileTests {
  private func read(_ text: String) throws(InputError) -> PrescriptionFile {
    try PrescriptionFile(InputFile(name: "rx.json", bytes: Array(text.utf8)))
  }

  /// A prescription with every element drawn from its whole range.
  private func random(seed: UInt64) -> Prescription {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    var prescription = Prescription()
    for element in PrescriptionVocabulary.elements {
      switch element.kind {
      case .quantity(let dimension, let range, _):
        let value = range.lowerBound + (range.upperBound - range.lowerBound) * next()
        try? element.read(dimension.text(value), into: &prescription)
      case .choice(let names):
        try? element.read(names[Int(next() * Double(names.count))], into: &prescription)
      default: break
      }
    }
    return prescription
  }

  @Test("gives any prescription back from what it wrote")
  func roundTrip() throws {
    for seed in 0..<300 {
      let prescription = random(seed: UInt64(seed))
      let file = PrescriptionFile(prescription, name: "a \"b\"\n\u{1}°", notes: "n")
      let again = try read(file.text)
      #expect(again == file)
      #expect(again.applied(to: Prescription()) == prescription)
      #expect(again.applied(to: random(seed: 999)) == prescription, "a complete file leaves nothing of what was before")
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
    expected.material = Material(name: "eva-a35", modulus: 1.4, poissonRatio: 0.15)
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
      ("{\"schemaVersion\": 2}", 1, "expected 1"), ("{\"name\": 3}", 1, "text in double quotes"),
      ("[]", 1, "an object"),
      ("12", 1, "an object"), ("heelCup: 12 mm", 1, "a value"),
    ])
  func refuses(text: String, line: Int, words: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.place == .line(line))
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }
}
