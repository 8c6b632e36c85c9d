import Testing

@testable import OrthoticCore

@Suite struct OffloadingZoneTests {
  let layout = GridLayout(origin: Vector2(-40, 0), spacing: 2, columns: 41, rows: 61)

  /// Two hills of pressure, 400 kPa at (−20, 90) and 300 kPa at (20, 30), 12 mm wide.
  var hills: HeightGrid {
    HeightGrid(
      layout: layout,
      values: (0..<layout.count).map { index in
        let place = layout.position(index)
        func hill(_ peak: Double, _ centre: Vector2) -> Double {
          max(peak * (1 - (place - centre).length / 24), 0)
        }
        return max(hill(400, Vector2(-20, 90)), hill(300, Vector2(20, 30)))
      })
  }

  @Test("every node above the threshold lies in a zone") func everyNodeAbove() {
    let zones = OffloadingZoneFinder(threshold: 200, sensorWidth: 5).zones(in: hills) { _ in "forefoot" }
    #expect(zones.count == 2)
    let covered = Set(zones.flatMap(\.nodes))
    for index in 0..<layout.count where hills.values[index] > 200 { #expect(covered.contains(index)) }
    #expect(zones[0].peak == 400)
    #expect(zones[0].name == "forefoot")
    #expect(zones[1].name == "forefoot-2")
  }

  @Test("a zone reaches a sensor's width beyond its patch and its ring lies outside") func zoneReachesASensors() throws
  {
    let zones = OffloadingZoneFinder(threshold: 200, sensorWidth: 6).zones(in: hills) { _ in "heel" }
    let zone = try #require(zones.first)
    let furthest = zone.nodes.map { (layout.position($0) - Vector2(-20, 90)).length }.max() ?? 0
    #expect(furthest > 16 && furthest <= 18 + 0.7)
    #expect(Set(zone.nodes).isDisjoint(with: zone.ring))
    #expect(!zone.ring.isEmpty)
  }

  @Test("no zone where nothing is high") func noZoneWhereNothing() {
    #expect(OffloadingZoneFinder(threshold: 500, sensorWidth: 5).zones(in: hills) { _ in "x" }.isEmpty)
  }

  @Test("the pocket is full in the zone and gone beyond its rim") func pocketIsFull() throws {
    let zone = try #require(
      OffloadingZoneFinder(threshold: 200, sensorWidth: 5).zones(in: hills) { _ in "heel" }.first)
    let fine = GridLayout(origin: Vector2(-40, 0), spacing: 0.5, columns: 161, rows: 241)
    let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: layout, on: fine)
    for node in zone.nodes { #expect(shares.interpolated(at: layout.position(node)) == 1) }
    for index in 0..<fine.count {
      let distance = zone.nodes.map { (layout.position($0) - fine.position(index)).length }.min() ?? 0
      if distance > OffloadingPocket.rimBlend + 3 { #expect(shares.values[index] == 0) }
    }
  }

  @Test("the rim shows no step of the pressure grid") func rimShowsNoStep() throws {
    let zone = try #require(
      OffloadingZoneFinder(threshold: 200, sensorWidth: 5).zones(in: hills) { _ in "heel" }.first)
    let fine = GridLayout(origin: Vector2(-40, 0), spacing: 0.5, columns: 161, rows: 241)
    let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: layout, on: fine)
    // The rim's own profile bends by 6 / reach² at most.
    let reach = OffloadingPocket.rimBlend + layout.spacing / 2
    for row in 1..<(fine.rows - 1) {
      for column in 1..<(fine.columns - 1) {
        let twice = 2 * shares[column, row]
        let along = (shares[column, row - 1] + shares[column, row + 1] - twice) / 0.25
        let across = (shares[column - 1, row] + shares[column + 1, row] - twice) / 0.25
        #expect(max(abs(along), abs(across)) < 2 * 6 / (reach * reach))
      }
    }
  }

  @Test("no pocket cuts the minimum wall") func noPocketCuts() throws {
    let zone = try #require(
      OffloadingZoneFinder(threshold: 200, sensorWidth: 5).zones(in: hills) { _ in "heel" }.first)
    var top = HeightGrid(layout: layout, filledWith: 3)
    let lowest = HeightGrid(layout: layout, filledWith: 1.2)
    let shares = OffloadingPocket.depthShare(of: zone, zoneLayout: layout, on: layout)
    OffloadingPocket.sink(&top, shares: shares, depth: 9, lowest: lowest)
    #expect(top.values.min() == 1.2)
  }
}
