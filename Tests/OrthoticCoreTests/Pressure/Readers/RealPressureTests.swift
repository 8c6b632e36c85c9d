import Testing

@testable import OrthoticCore

/// The facts of `../shared/data/README.md`.
@Suite(.enabled(if: RealFiles.arePresent, "needs the files of ../shared/data")) struct RealPressureTests {
  @Test(arguments: [
    ("mean104_left.csv", Side.left, 402.0), ("mean104_right.csv", .right, 392), ("zebris_right_1.apd", .right, 365),
    ("zebris_right_2.apd", .right, 285), ("zebris_left_1.apd", .left, 290), ("ecofoot_left_1.apd", .left, 772),
    ("ecofoot_left_2.apd", .left, 681), ("emed_test.lst", .right, 370),
  ]) func `has the side and peak of the file`(name: String, side: Side, peak: Double) throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/\(name)")))
    #expect(abs(recording.peakPicture.peak - peak) < 0.1)
    let oriented = try recording.oriented()
    #expect(oriented.side == side)
    // As the file has it: heel first, nothing turned after the reader.
    #expect(oriented.peakPicture == recording.peakPicture)
  }

  @Test func `reads the frames of the emed file`() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/emed_test.lst")))
    let (forces, peaks) = (recording.forces, recording.peaks)
    #expect(recording.frameCount == 106)
    #expect(abs((recording.frameTime ?? 0) - 0.01) < 1e-9)
    #expect(peaks.max() == 370 && peaks.firstIndex(of: 370) == 84)
    #expect(abs((forces.max() ?? 0) - 818.625) < 1e-6 && forces.firstIndex(of: forces.max() ?? 0) == 61)
    #expect(recording.findings.isEmpty)
  }

  @Test(arguments: [
    ("mean104_left.csv", Side.left), ("zebris_right_1.apd", .right), ("ecofoot_left_2.apd", .left),
    ("emed_test.lst", .right),
  ]) func `comes out the same however the grid lies, with the side given`(name: String, side: Side) throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/\(name)")))
    let picture = try recording.oriented().peakPicture
    for turns in 0..<4 {
      for mirrored in [false, true] {
        let turned = recording.turned(GridTurn(quarterTurns: turns, mirrored: mirrored))
        let oriented = try turned.oriented(options: PressureOptions(side: side))
        #expect(oriented.peakPicture == picture, "\(turns) quarter turns, mirrored \(mirrored)")
      }
    }
  }

  @Test func `refuses the map of the other foot`() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/mean104_left.csv")))
    let error = #expect(throws: InputError.self) { _ = try recording.oriented(scanSide: Side.right) }
    guard case .implausible(let why)? = error?.problem else {
      Issue.record("not implausible")
      return
    }
    #expect(why.contains("left") && why.contains("right"))
  }
}
