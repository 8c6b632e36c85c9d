import Testing

@testable import OrthoticCore

/// Several pictures in one grid.
@Suite struct GridFramesTests {
  private static let rows = PrintFixture.rows

  private static func scaled(_ factor: Double) -> [[Double]] {
    rows.map { $0.map { ($0 * factor * 10).rounded() / 10 } }
  }

  @Test(
    "blocks of one size are frames, with and without words between them",
    arguments: ["\n", "\n\n", "Frame\n", "t = 0.1 s\n"])
  func frames(between: String) throws {
    let text = [0.4, 1, 0.6].map { PrintFixture.text(Self.scaled($0)) }.joined(separator: between)
    let recording = try PrintFixture.read(text)
    #expect(recording.kind == .frames && recording.frameCount == 3 && recording.rows == 60)
    #expect(recording.peakPicture.values == Self.rows.flatMap { $0 }.map { Double(Float($0)) })
  }

  @Test("lists three deep are frames") func deepLists() throws {
    let list = { (rows: [[Double]]) in
      "[" + rows.map { "[" + $0.map { "\($0)" }.joined(separator: ",") + "]" }.joined(separator: ",") + "]"
    }
    let recording = try PrintFixture.read("[" + [0.5, 1].map { list(Self.scaled($0)) }.joined(separator: ",") + "]")
    #expect(recording.frameCount == 2 && recording.rows == 60)
  }

  @Test("a blank line behind every line parts nothing") func spaced() throws {
    #expect(try PrintFixture.read(PrintFixture.text(end: "\n\n")).frameCount == 1)
  }

  @Test("two prints side by side are the feet that they are") func sideBySide() throws {
    for gap in [1, 4, 12] {
      let rows = Self.rows.map { Array($0.reversed()) + [Double](repeating: 0, count: gap) + $0 }
      let recording = try PrintFixture.read(PrintFixture.text(rows))
      #expect(recording.side == .left && recording.otherFoot.map(\.side) == [.right])
      #expect(PrintFixture.problem(PrintFixture.text(rows))?.remedy.settings == [.pressureSide])
      let right = try PrintFixture.read(PrintFixture.text(rows), PressureOptions(side: .right))
      #expect(
        right.side == .right && right.peakPicture.peak == PrintFixture.rows.joined().max().map { Double(Float($0)) })
    }
    // Twice the same foot is two steps.
    let twice = Self.rows.map { $0 + [0, 0, 0] + $0 }
    #expect(PrintFixture.problem(PrintFixture.text(twice)) != nil)
  }

  @Test("two blocks of opposite feet are both feet") func blocksOfFeet() throws {
    let mirrored = Self.rows.map { Array($0.reversed()) }
    for words in [("", "\n"), ("left\n", "right\n")] {
      let text = words.0 + PrintFixture.text(mirrored) + words.1 + PrintFixture.text()
      let recording = try PrintFixture.read(text)
      #expect(recording.side == .left && recording.otherFoot.map(\.side) == [.right], "\(words)")
    }
  }

  @Test("prints one behind the other are refused by their length") func stacked() {
    for times in 2...4 {
      let text = PrintFixture.text([[[Double]]](repeating: Self.rows, count: times).flatMap { $0 })
      let error = PrintFixture.problem(text)
      #expect(error?.description.contains("print of") == true, "\(times)")
    }
  }
}
