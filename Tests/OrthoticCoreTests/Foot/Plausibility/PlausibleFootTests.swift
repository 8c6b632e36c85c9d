import Testing

@testable import OrthoticCore

@Suite struct PlausibleFootTests {
  @Test("usual widths are not remarked on, unusual ones are, impossible ones refuse")
  func widths() {
    #expect(PlausibleFoot.proportions(length: 260, ball: 100, heel: 68) == nil)
    #expect(PlausibleFoot.impossibility(length: 260, ball: 100, heel: 68) == nil)
    // Just inside and just outside of the usual.
    #expect(PlausibleFoot.proportions(length: 260, ball: 0.479 * 260, heel: 85) == nil)
    #expect(PlausibleFoot.proportions(length: 260, ball: 0.482 * 260, heel: 85)?.code == "unusual-proportions")
    #expect(PlausibleFoot.proportions(length: 260, ball: 100, heel: 85.5) == nil)
    #expect(PlausibleFoot.proportions(length: 260, ball: 100, heel: 86.5) != nil)
    #expect(PlausibleFoot.proportions(length: 322, ball: 122, heel: 83) == nil)
    #expect(PlausibleFoot.proportions(length: 324, ball: 122, heel: 83) != nil)
    // Half of a foot.
    #expect(PlausibleFoot.impossibility(length: 134, ball: 68, heel: 85) != nil)
    #expect(PlausibleFoot.impossibility(length: 173, ball: 92.5, heel: 75) != nil)
    #expect(PlausibleFoot.impossibility(length: 0, ball: 0, heel: 0) == nil)
  }
}
