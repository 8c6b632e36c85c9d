import Testing

@testable import OrthoticCore

@Suite("The heads lie on an arc, and where the map shows them")
struct HeadArcTests {
  private let frame = PlainFoot.frame

  @Test("The second to fourth head lead by 5.7, 6.0 and 4.0 mm on a foot of 250 mm, and in proportion on others")
  func heads() {
    for (number, ahead) in [0, 5.7, 6.0, 4.0, 0].enumerated() {
      let head = frame.head(number + 1)
      #expect(abs(head.y - frame.metatarsalLine(atX: head.x) - ahead) < 1e-9)
      #expect(abs(frame.headArc(atX: head.x) - head.y) < 1e-9)
    }
    #expect(abs(FootProportions.headArc(atShare: FootProportions.headShares[2], length: 200) - 4.8) < 1e-9)
    #expect(FootProportions.headArc(atShare: -0.1, length: 250) == 0)
    #expect(FootProportions.headArc(atShare: 1.1, length: 250) == 0)
  }

  @Test("The arc has no corner between the first head and the fifth")
  func smooth() {
    let step = 0.002
    var sharpest = 0.0
    for number in 2..<498 {
      let share = Double(number) * step
      func arc(_ share: Double) -> Double { FootProportions.headArc(atShare: share, length: 250) }
      sharpest = max(sharpest, abs(arc(share + step) - 2 * arc(share) + arc(share - step)) / step)
    }
    // Straight lines through the heads would turn by 17 mm per share at the second.
    #expect(sharpest < 1, "\(sharpest)")
  }

  @Test("tissue behind the heads is thicker by the rise of the shafts and as stiff as under them")
  func tissue() {
    let atlas = TissueAtlas(frame: frame)
    let head = frame.head(3)
    let under = atlas.tissue(at: head + Vector2(0, 5))
    #expect(under.stiffness == 300 && under.exponent == 3.7)
    let behind = atlas.tissue(at: head - Vector2(0, 20))
    #expect(abs(behind.thickness - under.thickness - 20 * 0.36397) < 0.6)
    #expect(behind.stiffness == 300 && behind.exponent == 3.7)
    let far = atlas.tissue(at: head - Vector2(0, 28))
    #expect(far.thickness - under.thickness <= 16 + 0.6)
  }

  /// A map with a hill on each head, moved ahead of it, and a higher one under the toes.
  private func map(ahead: Double, only chosen: [Int] = [1, 2, 3, 4, 5]) -> HeightGrid {
    let layout = GridLayout(origin: Vector2(-60, 0), spacing: 2, columns: 61, rows: 131)
    return HeightGrid(
      layout: layout,
      values: (0..<layout.count).map { node in
        let place = layout.position(node)
        func hill(_ top: Double, _ middle: Vector2, _ width: Double) -> Double {
          let away = place - middle
          return max(top * (1 - (away.x * away.x + away.y * away.y) / (width * width)), 0)
        }
        let heads = chosen.map { hill(300 + 10 * Double($0), frame.head($0) + Vector2(0, ahead), 14) }
        return max(heads.max() ?? 0, hill(600, Vector2(-28, 225), 20))
      })
  }

  @Test("The map's own peak within 20 mm of the arc is a head's; farther ones and slopes are none")
  func peaks() throws {
    let found = HeadPeaks(of: map(ahead: 8), frame: frame)
    for number in 1...5 {
      let peak = try #require(found.peak(ofHead: number))
      #expect((peak - frame.head(number) - Vector2(0, 8)).length < 2.5, "\(number): \(peak)")
    }
    #expect(HeadPeaks(of: map(ahead: 26), frame: frame).peak(ofHead: 3) == nil)
    #expect(HeadPeaks(of: map(ahead: 8, only: [5]), frame: frame).peak(ofHead: 2) == nil)
  }

  @Test("The 77 % contour is found behind the peak, without bounds: ahead of the arc where the map has it there")
  func contour() throws {
    let found = HeadPeaks(of: map(ahead: 8, only: [3]), frame: frame)
    let behind = try #require(found.contour(atShare: 0.77, near: 0, halfWidth: 40))
    // The hill falls to 77 % at 14·√0.23 = 6.71 mm behind its top, which is 8 mm ahead of the arc.
    #expect(abs(behind - (6.71 - 8)) < 0.6, "\(behind)")
    let far = try #require(
      HeadPeaks(of: map(ahead: -19, only: [3]), frame: frame).contour(atShare: 0.77, near: 0, halfWidth: 40))
    #expect(abs(far - 25.71) < 0.6, "\(far)")
  }
}
