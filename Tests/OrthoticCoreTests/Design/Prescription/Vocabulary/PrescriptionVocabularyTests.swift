import Testing

@testable import OrthoticCore

@Suite struct PrescriptionVocabularyTests {
  @Test("names every flag and key once")
  func namesAreUnique() {
    let elements = PrescriptionVocabulary.elements
    #expect(Set(elements.map(\.flag)).count == elements.count)
    #expect(Set(elements.map(\.key)).count == elements.count)
    #expect(PrescriptionVocabulary.element(flag: "heel-cup")?.key == "heelCup")
    #expect(PrescriptionVocabulary.element(key: "metPadAt")?.flag == "met-pad-at")
  }

  @Test("covers every field of a prescription")
  func coversEveryField() {
    // A field without an element could be set by no user. The pad's place and setback share one, and where the map shows the
    // heads is found, not asked for.
    #expect(Mirror(reflecting: Prescription()).children.count == PrescriptionVocabulary.elements.count + 2)
  }

  @Test("takes every default and every example", arguments: PrescriptionVocabulary.elements.map(\.flag))
  func takesDefaults(flag: String) throws {
    let element = try #require(PrescriptionVocabulary.element(flag: flag))
    var prescription = Prescription()
    try element.read(element.defaultText, into: &prescription)
    #expect(prescription == Prescription(), "reading the default changes nothing")
    try element.read(element.kind.example, into: &prescription)
    if case .quantity(let dimension, let range, _) = element.kind {
      for bound in [range.lowerBound, range.upperBound] {
        var changed = Prescription()
        try element.read(dimension.text(bound), into: &changed)
        #expect((changed != Prescription()) == (dimension.text(bound) != element.defaultText), "it reaches its field")
      }
    }
  }

  @Test("refuses values outside the range and leaves the prescription alone")
  func refusesOutOfRange() {
    for element in PrescriptionVocabulary.elements {
      guard case .quantity(let dimension, let range, _) = element.kind else { continue }
      for value in [range.lowerBound - 0.1, range.upperBound + 0.1] {
        var prescription = Prescription()
        #expect(throws: ValueError.self, "\(element.flag)") {
          try element.read(dimension.text(value), into: &prescription)
        }
        #expect(prescription == Prescription())
      }
    }
  }

  @Test("says what would be taken")
  func explains() throws {
    let element = try #require(PrescriptionVocabulary.element(flag: "rearfoot-post"))
    var prescription = Prescription()
    let error = #expect(throws: ValueError.self) { try element.read("40", into: &prescription) }
    #expect(error?.expected == "a tilt from 12 deg valgus to 12 deg varus")
    let lift = try #require(PrescriptionVocabulary.element(flag: "heel-lift"))
    #expect(lift.kind.expectation == "a length from 0 to 12 mm")
    #expect(lift.kind.example == "4mm")
  }

  @Test("turns offloading off and on by its flag")
  func offloading() throws {
    let element = try #require(PrescriptionVocabulary.element(flag: "offload"))
    var prescription = Prescription()
    try element.read("off", into: &prescription)
    #expect(prescription.offloadMode == .off && prescription.offloadThreshold == nil)
    try element.read("0.2MPa", into: &prescription)
    #expect(prescription.offloadMode == .pocket && prescription.offloadThreshold == 200)
    try element.read("auto", into: &prescription)
    #expect(prescription.offloadMode == .pocket && prescription.offloadThreshold == nil)
  }
}
