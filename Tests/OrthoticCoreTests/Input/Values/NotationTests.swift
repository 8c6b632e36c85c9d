import Testing

@testable import OrthoticCore

@Suite struct NotationTests {
  @Test(
    "shoe sizes lead to the insole of the last",
    arguments: [
      ("42eu", 265.0), ("8.5uk", 268.6), ("9.5us", 268.6), ("11usw", 268.6), ("265mondo", 265), ("26.5cm", 265),
    ])
  func shoes(text: String, foot: Double) throws {
    let size = try #require(ShoeSize(text: text))
    #expect(abs(size.footLength - foot) < 0.1)
    #expect(size.insoleLength == size.footLength + 10)
    #expect(ShoeSize(text: size.text) == size)
  }

  @Test(
    "what is no value of its kind is refused",
    arguments: [
      "42", "eu", "4200eu", "-3eu", "", "nan eu", "42 eu uk", "1e300eu",
    ])
  func badShoes(text: String) { #expect(ShoeSize(text: text) == nil) }

  @Test("lists read back what they wrote, in one order")
  func lists() throws {
    let sinks = try #require(Sinks(text: "navicular:2mm:30, heel:1/8 in"))
    #expect(sinks.text == "heel:3.175 mm, navicular:2 mm:30 mm")
    #expect(Sinks(text: sinks.text) == sinks)
    let zones = try #require(StiffnessZones(text: "toes:firm+heel:extra-soft"))
    #expect(zones.text == "heel:extra-soft, toes:firm")
    #expect(try #require(Symptoms(text: "numbness,heel-pain")).text == "heel-pain, numbness")
    for text in ["heel", "heel:7", "knee:2", "heel:2,heel:3", "heel:2:60", ",", "heel:2,"] {
      #expect(Sinks(text: text) == nil, "\(text)")
    }
    #expect(StiffnessZones(text: "heel:hard") == nil && Symptoms(text: "gout") == nil)
  }
}
