import Testing

@testable import OrthoticCore

/// What is known of every real recording.
@Suite(.realFiles) struct RealPressureTests {
  @Test(
    "has the side and peak of the file",
    arguments: [
      ("mean104_left.csv", Side.left, 402.0), ("mean104_right.csv", .right, 392), ("zebris_right_1.apd", .right, 365),
      ("zebris_right_2.apd", .right, 285), ("zebris_left_1.apd", .left, 290), ("ecofoot_left_1.apd", .left, 772),
      ("ecofoot_left_2.apd", .left, 681), ("emed_test.lst", .right, 370),
    ]) func hasTheSide(name: String, side: Side, peak: Double) throws
  {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/\(name)")))
    #expect(abs(recording.peakPicture.peak - peak) < 0.1)
    let oriented = try recording.oriented()
    #expect(oriented.side == side)
    // As the file has it: heel first, nothing turned after the reader.
    #expect(oriented.peakPicture == recording.peakPicture)
  }

  @Test("reads the frames of the emed file") func readsTheFrames() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/emed_test.lst")))
    let (forces, peaks) = (recording.forces, recording.peaks)
    #expect(recording.frameCount == 106)
    #expect(abs((recording.frameTime ?? 0) - 0.01) < 1e-9)
    #expect(peaks.max() == 370 && peaks.firstIndex(of: 370) == 84)
    #expect(abs((forces.max() ?? 0) - 818.625) < 1e-6 && forces.firstIndex(of: forces.max() ?? 0) == 61)
    #expect(recording.findings.isEmpty)
  }

  @Test(
    "comes out the same however the grid lies, with the side given",
    arguments: [
      ("mean104_left.csv", Side.left), ("zebris_right_1.apd", .right), ("ecofoot_left_2.apd", .left),
      ("emed_test.lst", .right),
    ]) func comesOutTheSame(name: String, side: Side) throws
  {
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

  @Test("refuses the map of the other foot") func refusesTheMap() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/mean104_left.csv")))
    let error = #expect(throws: InputError.self) { _ = try recording.oriented(scanSide: Side.right) }
    guard case .implausible(let why)? = error?.problem else {
      Issue.record("not implausible")
      return
    }
    #expect(why.contains("left") && why.contains("right"))
  }

  @Test("reads both pedar insoles") func readsBothPedarInsoles() throws {
    let both = try PressureReader.readAll(.load(path: RealFiles.path("pressure/pedar_example.asc")))
    #expect(both.map(\.side) == [.left, .right] && both.map(\.frameCount) == [1505, 1505])
    let forces = both.map(\.forces)
    #expect(abs((forces[0].max() ?? 0) - 850.095) < 1e-3 && forces[0].firstIndex(of: forces[0].max() ?? 0) == 1440)
    #expect(abs((forces[1].max() ?? 0) - 987.825) < 1e-3 && forces[1].firstIndex(of: forces[1].max() ?? 0) == 939)
    let areas = both.map { $0.contactAreas(threshold: 10).max() ?? 0 }
    #expect(abs(areas[0] - 148.75) < 0.1 && abs(areas[1] - 158.45) < 0.1)
    for recording in both { #expect(try recording.oriented().side == recording.side) }
  }

  @Test("reads the F-Scan recording") func readsTheFScan() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/fscan_left.asf")))
    #expect(recording.frameCount == 205 && recording.side == .left)
    #expect(abs((recording.frameTime ?? 0) - 0.032) < 1e-9)
    #expect(recording.peaks.max() == 760)
    #expect(abs((recording.forces.max() ?? 0) - 924.36) < 0.09)
    #expect(recording.frame(0).values.count { $0.isNaN } == 305)
    #expect(try recording.oriented().side == .left)
  }

  @Test("reads both XSENSOR insoles with the loads that the file prints") func readsBothXSENSORInsoles() throws {
    let both = try PressureReader.readAll(.load(path: RealFiles.path("pressure/xsensor_data.csv")))
    #expect(both.map(\.side) == [.left, .right] && both.map(\.frameCount) == [101, 101])
    #expect(abs((both[0].peaks.max() ?? 0) - 394.3) < 0.1 && abs((both[1].peaks.max() ?? 0) - 123.9) < 0.1)
    #expect(abs((both[0].forces.first ?? 0) / 411.67 - 1) < 0.003)
    #expect(abs((both[1].forces.first ?? 0) / 54.97 - 1) < 0.003)
    #expect(abs((both[0].frameTime ?? 0) - 0.0133) < 1e-4)
    for recording in both { #expect(try recording.oriented().side == recording.side) }
  }

  @Test("takes the steps of the plate apart") func takesTheSteps() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/rsscan_plate_rolloff.txt.gz")))
    #expect(recording.frameCount == 249 && recording.columns == 63 && recording.rows == 256)
    let steps = recording.steps()
    #expect(steps.map(\.side) == [nil, .right, .left])
    #expect(steps.map { $0.reasonToDrop != nil } == [true, false, false])
    // The file does not say which step is which foot.
    #expect(throws: InputError.self) { _ = try recording.oriented(scanSide: .left) }
    #expect(throws: InputError.self) { _ = try recording.oriented() }
    var options = PressureOptions()
    options.view = .above
    let left = try recording.oriented(options: options, scanSide: .left)
    #expect(left.peakPicture.peak == steps[2].recording.peakPicture.peak)
    #expect(throws: InputError.self) { _ = try recording.oriented(options: PressureOptions(step: .number(1))) }
  }

  @Test("refuses what holds no pressure and says what is missing") func refusesWhatHoldsNo() throws {
    for (name, word) in [("medilogic_left.csv", "PressureOptions.layout"), ("stappone_example.csv", "calibrated")] {
      let file = try InputFile.load(path: RealFiles.path("pressure/\(name)"))
      let error = #expect(throws: InputError.self) { _ = try PressureReader.read(file) }
      #expect(error?.remedy.description.contains(word) == true)
    }
  }
}
