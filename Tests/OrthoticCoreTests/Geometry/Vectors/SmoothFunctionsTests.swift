import Testing

@testable import OrthoticCore

@Suite struct SmoothFunctionsTests {
  @Test func `ramps and steps run from 0 to 1, either way round`() {
    #expect(ramp(2, 4, 1) == 0 && ramp(2, 4, 3) == 0.5 && ramp(2, 4, 9) == 1)
    #expect(ramp(4, 2, 9) == 0 && ramp(4, 2, 2.5) == 0.75)
    #expect(smoothStep(2, 4, 3) == 0.5 && smoothStep(0.25) == smoothStep(4, 8, 5))
    #expect(smoothStep(4, 2, 1) == 1 && smoothStep(-3) == 0)
    // Level at both ends.
    #expect(smoothStep(1e-4) < 1e-7 && 1 - smoothStep(1 - 1e-4) < 1e-7)
  }

  @Test func `blends meet what they blend at their radius`() {
    #expect(smoothMinimum(1, 3, radius: 2) == 1)
    #expect(smoothMinimum(1, 1, radius: 2) == 0.5)
    #expect(positivePart(2, radius: 2) == 2 && positivePart(-2, radius: 2) == 0 && positivePart(0, radius: 2) == 0.5)
    #expect(
      plateau(1, 2, feather: 1, 1.5) == 1 && plateau(1, 2, feather: 1, 2.5) == 0.5 && plateau(1, 2, feather: 1, 4) == 0)
  }

  @Test func `a seed axis never lies along its direction`() {
    for direction in [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0.69, 0.72, 0), Vector3(-0.71, 0.7, 0)] {
      #expect(direction.normalized.cross(direction.normalized.seedAxis).length > 0.6)
    }
  }
}
