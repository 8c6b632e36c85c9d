import Testing

@testable import OrthoticCore

@Suite struct RecordingSummaryTests {
  /// A right foot's print of 5 mm cells rolled off in three frames: heel, whole, forefoot.
  private static func rollOff() -> PressureRecording {
    let (columns, rows) = (24, 56)
    // The template itself is a print.
    let field = FootprintTemplate.field
    let contact = HeightGrid(layout: field.layout, values: field.values)
    var values: [Float] = []
    for frame in 0..<3 {
      for row in 0..<rows {
        for column in 0..<columns {
          let place = Vector2((Double(column) - 11.5) * 5, (Double(row) - 2) * 5)
          let value = contact.interpolated(at: place)
          let isOn = frame == 1 || (frame == 0 ? place.y < 70 : place.y > 120)
          values.append(isOn && value > 0.05 ? Float(value * 300) : 0)
        }
      }
    }
    return PressureRecording(
      name: "roll", format: "test", kind: .frames, side: .right, orientation: .declared, columns: columns, rows: rows,
      cellWidth: 5, cellLength: 5, times: [0, 0.1, 0.2], values: values)
  }

  @Test("centres of pressure move from heel to toes and integrals follow") func centresOfPressureMove() throws {
    let recording = Self.rollOff()
    let summary = RecordingSummary(recording)
    #expect(summary.centersOfPressure.count == 3)
    #expect(summary.centersOfPressure[0].y < summary.centersOfPressure[1].y)
    #expect(summary.centersOfPressure[1].y < summary.centersOfPressure[2].y)
    #expect(summary.maximumForceFrame == 2 && abs((summary.stanceTime ?? 0) - 0.3) < 1e-12)
    let regions = Dictionary(uniqueKeysWithValues: summary.regions.map { ($0.region, $0) })
    let heel = try #require(regions[.heel])
    // Two of three frames at the heel's peak.
    #expect(abs((heel.pressureTimeIntegral ?? 0) - heel.peak * 0.2) < 1e-9)
    #expect(heel.peak > 200)
    let parts = FootRegion.allCases.filter { $0 != .whole && $0 != .forefoot }
    let sum = parts.reduce(0) { $0 + (regions[$1]?.area ?? 0) }
    #expect(abs(sum - (regions[.whole]?.area ?? 0)) < 1e-9)
  }

  @Test("a left recording mirrors a right one") func leftRecordingMirrors() throws {
    let right = Self.rollOff()
    var left = right.turned(GridTurn(mirrored: true))
    left.side = .left
    let (a, b) = (RecordingSummary(right), RecordingSummary(left))
    for (one, other) in zip(a.regions, b.regions) {
      #expect(one.region == other.region && one.peak == other.peak && one.area == other.area)
      #expect(abs(one.maximumForce - other.maximumForce) < 1e-9)
    }
    #expect(abs((a.indices.archIndex ?? 0) - (b.indices.archIndex ?? 1)) < 1e-9)
    #expect(
      abs((a.indices.centerOfPressureExcursion ?? 0) - (b.indices.centerOfPressureExcursion ?? 1)) < 1e-6)
  }

  @Test("indices of a plain rectangle are those of geometry") func indicesOfAPlain() {
    // 60 × 180 mm everywhere loaded: the middle third is a third, every width the same.
    let picture = PressureRecording(
      name: "slab", format: "test", kind: .peakPicture, side: .right, orientation: .declared, columns: 12, rows: 36,
      cellWidth: 5, cellLength: 5, times: [0], values: [Float](repeating: 100, count: 432))
    // Far from any toe line.
    let frame = FootprintFrame(pose: PlanarPose(), side: .right, landmarks: FootprintTemplate.landmarks, length: 500)
    let indices = FootprintIndices(picture, frame: frame)
    #expect(abs((indices.archIndex ?? 0) - 1.0 / 3) < 0.01)
    #expect(abs((indices.chippauxSmirak ?? 0) - 1) < 1e-9 && abs((indices.staheli ?? 0) - 1) < 1e-9)
    #expect(indices.centerOfPressureExcursion == nil)
  }

  @Test("a picture has no integrals") func pictureHasNoIntegrals() {
    var recording = Self.rollOff()
    recording.kind = .peakPicture
    let summary = RecordingSummary(recording)
    #expect(summary.frameTime == nil && summary.stanceTime == nil && summary.centersOfPressure.isEmpty)
    #expect(summary.regions.allSatisfy { $0.pressureTimeIntegral == nil && $0.forceTimeIntegral == nil })
  }
}

/// The numbers that the published R package prints for the emed file.
@Suite(.realFiles) struct EmedReferenceTests {
  @Test("agrees with the reference") func agreesWithTheReference() throws {
    let recording = try PressureReader.read(.load(path: RealFiles.path("pressure/emed_test.lst"))).oriented()
    let summary = RecordingSummary(recording)
    #expect(summary.side == .right && summary.frames == 106)
    #expect(summary.peak == 370 && summary.peakFrame == 85)
    #expect(abs(summary.maximumForce - 818.625) < 1e-6 && summary.maximumForceFrame == 62)
    #expect(summary.contactArea == 106.5 && summary.contactAreaFrame == 69)
    #expect(recording.peakPicture.values.count { $0 > 0 } == 506)
    let path = summary.centersOfPressure
    let expected = [
      (0, Vector2(29.17192, 21.60095)), (52, Vector2(47.36354, 90.88305)), (105, Vector2(41.60959, 259.2123)),
    ]
    for (index, place) in expected { #expect((path[index] - place).length < 1e-4) }
    #expect(abs((summary.indices.archIndex ?? 0) - 0.236707) < 0.01)
    #expect(abs((summary.indices.centerOfPressureExcursion ?? 0) - 25.64394) < 1.5)

    let regions = Dictionary(uniqueKeysWithValues: summary.regions.map { ($0.region, $0) })
    func record(_ region: FootRegion) throws -> RegionRecord { try #require(regions[region]) }
    func agrees(_ value: Double?, _ expected: Double, _ what: String) {
      #expect(abs((value ?? 0) / expected - 1) < 0.1, "\(what): \(value ?? 0) for \(expected)")
    }
    let heel = try record(.heel)
    agrees(heel.peak, 355, "heel peak")
    agrees(heel.area, 36.5, "heel area")
    agrees(heel.maximumForce, 598.25, "heel force")
    agrees(heel.pressureTimeIntegral, 178.55, "heel pressure–time integral")
    agrees(heel.forceTimeIntegral, 307.95, "heel force–time integral")
    let midfoot = try record(.midfoot)
    agrees(midfoot.peak, 75, "midfoot peak")
    agrees(midfoot.pressureTimeIntegral, 40.55, "midfoot pressure–time integral")
    // The midfoot's area and force are not compared: the reference leaves out sensors that a border cuts, and its
    // borders lie 60 mm apart where 0.27 and 0.55 of the length are 74 mm apart.
    let front = try [FootRegion.forefoot, .hallux, .toes].map(record)
    agrees(front.reduce(0) { $0 + $1.area }, 60.25, "forefoot area with toes")
    agrees(front.reduce(0) { $0 + ($1.forceTimeIntegral ?? 0) }, 322.97, "forefoot force–time integral with toes")
    agrees(front[0].pressureTimeIntegral, 223.8, "forefoot pressure–time integral")
    let peaks: [(FootRegion, Double)] = [
      (.hallux, 340), (.toes, 45), (.mt1, 280), (.mt2, 370), (.mt3, 370), (.mt4, 255), (.mt5, 310),
    ]
    for (region, peak) in peaks { agrees(try record(region).peak, peak, "\(region) peak") }
  }
}
