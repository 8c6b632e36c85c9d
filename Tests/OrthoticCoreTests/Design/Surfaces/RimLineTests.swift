import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite("The rim is one fair line through the heights that are prescribed")
struct RimLineTests {
  private static let frame = PlainFoot.frame
  /// Round the plain foot, two millimetres outside.
  private static let trim = Outline(
    points: (0..<720).map { step in
      let angle = Double(step) * .pi / 360
      return Vector2(47 * cosine(angle), 125 + 127 * sine(angle))
    }
  ).resampled(spacing: 1)
  private static let layout = GridLayout.covering(trim, spacing: 2, margin: 4)

  /// Heights at the corners of the line over a flat sole of some height.
  private func heights(sole: Double = 0, _ change: (inout Prescription) -> Void = { _ in }) -> [Double] {
    var prescription = Prescription()
    change(&prescription)
    return RimLine(frame: Self.frame, prescription: prescription)
      .heights(along: Self.trim, over: HeightGrid(layout: Self.layout, filledWith: sole))
  }

  /// The height at a share of the length, on one side.
  private func height(_ heights: [Double], at share: Double, medial: Bool) -> Double {
    let places = Self.trim.points.indices.filter { (Self.trim.points[$0].x < 0) == medial }
    let nearest = places.min { one, other in
      abs(Self.trim.points[one].y - share * 250) < abs(Self.trim.points[other].y - share * 250)
    }
    return nearest.map { heights[$0] } ?? .nan
  }

  @Test("the cup has its depth round the heel, on top of a cover", arguments: [8.0, 12, 18]) func cup(depth: Double) {
    for cover in [0.0, 3] {
      let heights = heights {
        $0.heelCupDepth = depth
        $0.cover = cover
      }
      for (share, medial) in [(0.02, true), (0.02, false), (0.08, true)] {
        #expect(abs(height(heights, at: share, medial: medial) - depth - cover) < 0.3)
      }
    }
  }

  @Test("the medial border rises to its crest beside the arch without a dip and meets the ball") func medial() {
    // The plain foot's arch is 15 mm high; the sole beside it is high enough to let the line have its crest.
    let heights = heights(sole: 14) { $0.archContact = 1 }
    let crest = height(heights, at: 0.41, medial: true)
    // Three millimetres above the arch, less the rounding between line and limit.
    #expect(crest > 17 && crest < 18.1, "\(crest)")
    let rising = stride(from: 0.10, through: 0.39, by: 0.02).map { height(heights, at: $0, medial: true) }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $1 > $0 - 0.02 })
    let falling = stride(from: 0.44, through: 0.66, by: 0.02).map { height(heights, at: $0, medial: true) }
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $1 < $0 })
  }

  @Test("a lower dose of the arch lowers the crest, never below the cup's freeboard") func dose() {
    let full = height(heights(sole: 14) { $0.archContact = 1 }, at: 0.41, medial: true)
    let most = height(heights(sole: 14) { $0.archContact = 1.2 }, at: 0.41, medial: true)
    let least = height(heights(sole: 14) { $0.archContact = 0.3 }, at: 0.41, medial: true)
    #expect(abs(most - full - 3) < 0.8)
    #expect(least > 15.2 && least < 16.1)
  }

  @Test("the lateral border only falls, and ball and toes have no lip") func lateral() {
    let heights = heights()
    let falling = stride(from: 0.06, through: 0.9, by: 0.03).map { height(heights, at: $0, medial: false) }
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $1 < $0 + 0.02 })
    for share in [0.72, 0.8, 0.9, 0.97] {
      for medial in [true, false] {
        let height = height(heights, at: share, medial: medial)
        #expect(height > -0.01 && height < 0.6, "\(share): \(height)")
      }
    }
  }

  @Test("where the sole beside the arch is low, the line gives way: the wall is no steeper than a bowl's") func limit()
  {
    let low = height(heights { $0.archContact = 1 }, at: 0.41, medial: true)
    #expect(low < 10 && low > 6, "\(low)")
    // The cup does not give way.
    #expect(abs(height(heights { $0.heelCupDepth = 18 }, at: 0.06, medial: true) - 18) < 0.4)
  }

  @Test("a sole that stands higher than the line is followed") func followed() {
    let height = height(heights(sole: 9), at: 0.8, medial: false)
    #expect(abs(height - 9) < 0.5, "\(height)")
  }

  @Test("a flange stands its height above the line, on its side only", arguments: [true, false])
  func flange(medial: Bool) {
    let plain = heights(sole: 10)
    let raised = heights(sole: 10) {
      if medial { $0.medialFlange = 10 } else { $0.lateralFlange = 10 }
    }
    let own = height(raised, at: 0.4, medial: medial) - height(plain, at: 0.4, medial: medial)
    let other = height(raised, at: 0.4, medial: !medial) - height(plain, at: 0.4, medial: !medial)
    #expect(abs(own - 10) < 0.6, "\(own)")
    #expect(abs(other) < 0.1, "\(other)")
    #expect(abs(height(raised, at: 0.05, medial: medial) - height(plain, at: 0.05, medial: medial)) < 0.3)
  }

  @Test("the line has no kink: seen from the side its radius is at least 60 mm behind the end of the arch") func bend()
  {
    let heights = heights(sole: 6)
    for medial in [true, false] {
      for share in stride(from: 0.08, through: medial ? 0.35 : 0.6, by: 0.02) {
        let arm = 10.0 / 250
        let second =
          height(heights, at: share - arm, medial: medial) - 2 * height(heights, at: share, medial: medial)
          + height(heights, at: share + arm, medial: medial)
        // Corners of the line stand a millimetre apart, which blurs the second difference.
        #expect(abs(second) / 100 < 1 / 60.0, "\(share): \(second / 100)")
      }
    }
  }
}
