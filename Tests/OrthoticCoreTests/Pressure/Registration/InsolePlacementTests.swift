import OrthoticCore
import Testing

/// Insoles lie as they were built, whatever part of them a print loads.
@Suite struct InsolePlacementTests {
  /// A recording of pedar insoles in which only some sensors are loaded.
  private func pedar(_ type: String, left: [Int], right: [Int]) throws -> PressureRecording {
    let all = (1...99).map(String.init).joined(separator: ",")
    func values(_ loaded: [Int]) -> String {
      (1...99).map { loaded.contains($0) ? "120.0" : "0" }.joined(separator: "\t")
    }
    let text =
      "file name:  x.sol\nsensor type:  \(type)-1\npressure values in  kPa\n\nmask definition:\nleft insole: \(all)\n"
      + "right insole: \(all)\n\ntime[secs]\t1\t2\n"
      + ["0.00", "0.01"].map { "\($0)\t\(values(left))\t\(values(right))\n" }.joined()
    return try PressureReader.read(InputFile(name: "x.asc", bytes: Array(text.utf8)))
  }

  /// Heel only, ball only, one side only.
  private static let parts = [Array(1...26), Array(54...82), Array(80...99), [1, 6, 13, 20, 27, 34, 41, 48, 55, 62]]

  @Test("no print turns, mirrors or scales an insole", arguments: ["y", "x", "v"]) func partialPrints(type: String)
    throws
  {
    for loaded in Self.parts {
      for side in Side.allCases {
        let recording = try pedar(type, left: loaded, right: loaded)
        let oriented = try recording.oriented(options: PressureOptions(side: side))
        let own = side == .left ? recording : try #require(recording.otherFoot.first)
        #expect(oriented.side == side)
        #expect(oriented.sensors == own.sensors)
        #expect(oriented.findings.isEmpty && oriented.assumptions == own.assumptions)
      }
    }
  }

  @Test("its regions are those of the outline: the heel's sensors load the heel, the toes' the toes") func regions()
    throws
  {
    for (loaded, region) in [(Array(1...19), FootRegion.heel), (Array(34...40), .midfoot), (Array(62...75), .forefoot)]
    {
      let recording = try pedar("y", left: loaded, right: loaded)
      let summary = RecordingSummary(try recording.oriented(options: PressureOptions(side: .left)))
      let loadedRegions = summary.regions.filter { $0.peak > 0 && [.heel, .midfoot, .forefoot].contains($0.region) }
      #expect(loadedRegions.map(\.region).contains(region), "sensors \(loaded)")
      #expect(loadedRegions.max { $0.maximumForce < $1.maximumForce }?.region == region, "sensors \(loaded)")
    }
  }

  @Test("on a scan the insole's heel lies at the foot's, unscaled") func onScan() throws {
    let foot = FootFixture.normal
    for loaded in Self.parts {
      let recording = try pedar("x", left: loaded, right: loaded)
      let oriented = try recording.oriented(options: PressureOptions(side: .right))
      let registered = try Registration.register(oriented, side: .right, onto: foot, options: PressureOptions())
      #expect(registered.pose.scaleX == 1 && registered.pose.scaleY == 1)
      #expect(abs(registered.rotation) < 8)
      #expect(registered.pressure.values.max() ?? 0 <= 120.0 * 1.1)
    }
  }
}
