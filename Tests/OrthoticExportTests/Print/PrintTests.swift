import OrthoticCore
import OrthoticExport
import Testing

@Suite struct PrintTests {
  @Test("a box hangs over nowhere and stands on its face") func boxHangsOverNowhere() {
    let box = MeshCheckTests.box(.zero, Vector3(100, 200, 10))
    let flat = PrintPlacement(box, pose: .flat)
    #expect(flat.overhangShare == 0 && flat.contactArea == 20_000 && flat.height == 10)
    let edge = PrintPlacement(box, pose: .onLowSide)
    #expect(edge.overhangShare == 0 && edge.contactArea == 2000 && edge.height == 100)
    #expect(PrintPlacement(box, pose: .onHeel).height == 200)
  }

  @Test("a roof hangs over by its underside") func roofHangsOver() {
    // A box on a thin stem: the underside of the box is 96 of its faces' area.
    let mesh = MeshCheckTests.joined(
      MeshCheckTests.box(.zero, Vector3(2, 2, 10)), MeshCheckTests.box(Vector3(-4, -4, 10), Vector3(6, 6, 14)))
    let flat = PrintPlacement(mesh, pose: .flat)
    // Stem 2 · 4 + 4 · 20, box 2 · 100 + 4 · 40.
    let area = 448.0
    #expect(abs(flat.overhangShare - 100 / area) < 1e-12)
    #expect(PrintPlacement(mesh, pose: .upsideDown).overhangShare < flat.overhangShare)
    #expect(PrintPlacement(mesh, pose: .flat, printer: Printer(overhangLimit: 90)).overhangShare == 0)
  }

  @Test("a long device fits only turned") func longDeviceFitsOnly() {
    let box = MeshCheckTests.box(.zero, Vector3(60, 280, 20))
    let placed = PrintPlacement(box, pose: .flat)
    #expect(placed.fits && placed.turn > 20 && placed.turn < 70)
    #expect(!placed.pairFits)
    #expect(!PrintPlacement(box, pose: .flat, printer: Printer(bedWidth: 220, bedDepth: 220)).fits)
    #expect(PrintPlacement(box, pose: .flat, printer: Printer(bedWidth: 300, bedDepth: 300)).pairFits)
  }

  @Test("the best pose fits and hangs over least") func bestPoseFits() throws {
    let mesh = MeshCheckTests.joined(
      MeshCheckTests.box(.zero, Vector3(2, 2, 10)), MeshCheckTests.box(Vector3(-4, -4, 10), Vector3(6, 6, 14)))
    #expect(try #require(PrintPlacement.best(mesh)).pose == .upsideDown)
    #expect(PrintPlacement.best(MeshCheckTests.box(.zero, Vector3(900, 900, 900))) == nil)
  }

  @Test("mass follows from volume, skin and infill") func massFollowsFromVolume() {
    let box = MeshCheckTests.box(.zero, Vector3(100, 100, 10))
    let solid = PrintEstimate(box, density: 1.2, infill: 1, skin: 1)
    #expect(solid.mass == 120 && solid.fill == 1)
    // Surface 24 000 mm², so a skin of 1 mm is 24 000 of 100 000 mm³.
    let light = PrintEstimate(box, density: 1.2, infill: 0.25, skin: 1)
    #expect(abs(light.material - (24_000 + 76_000 * 0.25)) < 1e-6)
  }
}

@Suite struct BedLayoutTests {
  @Test("two devices stand in a row that fits, turned alike") func twoDevicesStand() {
    let long = MeshCheckTests.box(Vector3(-30, 0, 0), Vector3(30, 240, 10))
    let layout = BedLayout([long, long])
    #expect(layout.fits && layout.turn == 0 && layout.places == [Vector2(95.5, 128), Vector2(160.5, 128)])
    let longer = MeshCheckTests.box(.zero, Vector3(60, 280, 20))
    let single = BedLayout([longer])
    #expect(single.fits && single.turn > 20 && single.turn < 70 && single.places == [Vector2(128, 128)])
    #expect(!BedLayout([longer, longer]).fits)
    #expect(BedLayout([longer, longer], printer: Printer(bedWidth: 300, bedDepth: 120)).fits == false)
    // Along the depth where the width is too small.
    let flat = BedLayout([long, long], printer: Printer(bedWidth: 250, bedDepth: 130))
    #expect(flat.fits && flat.turn == 90 && flat.places[0].y < flat.places[1].y)
  }
}
