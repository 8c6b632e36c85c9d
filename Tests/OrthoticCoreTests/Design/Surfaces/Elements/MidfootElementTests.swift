import ParametricFoot
import Testing

@testable import OrthoticCore

private func prescription(_ change: (inout Prescription) -> Void) -> Prescription {
  var prescription = Prescription()
  change(&prescription)
  return prescription
}

@Suite struct MidfootElementTests {
  let frame = PlainFoot.frame

  @Test("the lateral arch has its height at its crest, whatever the scan had", arguments: [0.0, 4, 12])
  func lateralArch(height: Double) throws {
    let arch = try #require(LateralArch(frame: frame, prescription: prescription { $0.lateralArch = height }))
    #expect(abs(PlainFoot.height(of: arch, atX: 44, y: arch.crestY, from: 6) - height) < 0.05)
    #expect(PlainFoot.height(of: arch, atX: -20, y: arch.crestY, from: 6) == 6)
    #expect(PlainFoot.height(of: arch, atX: 44, y: 40, from: 6) == 6)
  }

  @Test("the fascial groove has its depth along its middle and leaves heel and heads alone")
  func groove() throws {
    let groove = try #require(FascialGroove(frame: frame, prescription: prescription { $0.fascialGroove = 3 }))
    for t in [0.0, 0.5, 1] {
      let y = groove.rear.y + t * (groove.front.y - groove.rear.y)
      var row = PlainFoot.row(y) { _ in 10 }
      groove.shape(&row)
      let x = groove.rear.x + t * (groove.front.x - groove.rear.x)
      #expect(abs(row.height(atX: x) - 7) < 0.05)
      #expect(row.heights[60 + 30] == 10)
    }
    #expect(PlainFoot.height(of: groove, atX: 0, y: 38) == 0)
    #expect(PlainFoot.height(of: groove, atX: -20, y: 185) == 0)
  }

  @Test("an arch raise begins and ends where it is told")
  func archEnds() throws {
    let arch = ArchSupport(
      frame: frame,
      prescription: prescription {
        $0.archContact = 1
        $0.archHeight = 5
        $0.archApex = 0.4
        $0.archStart = 0.2
        $0.archEnd = 0.6
      })
    #expect(PlainFoot.height(of: arch, atX: -44, y: 49) == 0)
    #expect(abs(PlainFoot.height(of: arch, atX: -44, y: 100) - 5) < 1e-9)
    #expect(PlainFoot.height(of: arch, atX: -44, y: 75) > 1)
    #expect(PlainFoot.height(of: arch, atX: -44, y: 151) == 0)
  }

  @Test("a flange stands beside the arch on its own side only, and moves the trim line out for its leaning face")
  func flange() throws {
    let flange = try #require(Flange(frame: frame, prescription: prescription { $0.medialFlange = 8 }))
    #expect(flange.height(at: Vector2(-46, 110)) == 8)
    #expect(flange.outset(at: Vector2(-46, 110)) == 2)
    #expect(flange.height(at: Vector2(46, 110)) == 0)
    #expect(flange.height(at: Vector2(-20, 10)) == 0)
    #expect(Flange(frame: frame, prescription: Prescription()) == nil)
  }

  @Test("the front edge of a short device carries no flange", arguments: [DeviceLength.threeQuarter, .mets])
  func flangeFront(length: DeviceLength) throws {
    let short = prescription {
      $0.medialFlange = 15
      $0.lateralFlange = 15
      $0.length = length
    }
    let flange = try #require(Flange(frame: frame, prescription: short))
    #expect(flange.height(at: Vector2(-46, 110)) == 15)
    for x in stride(from: -20.0, through: 20, by: 2) {
      #expect(flange.height(at: Vector2(x, frame.frontLine(of: length, atX: x))) < 0.5, "x \(x)")
    }
  }

  @Test("room for a cover moves a wall out by its thickness and leaves the level alone")
  func cover() {
    let layout = GridLayout(origin: .zero, spacing: 0.5, columns: 81, rows: 21)
    var sole = HeightGrid(layout: layout, filledWith: 0)
    for index in sole.values.indices where layout.position(index).x >= 30 { sole.values[index] = 20 }
    let covered = CoverAllowance(thickness: 3).applied(to: sole)
    #expect(covered[0, 10] == 0)
    #expect(covered[65, 10] <= 3, "2.5 mm into the wall a ball of 3 mm still touches the ground")
    #expect(covered[68, 10] == 20, "beyond it the wall stands as it was")
  }

  @Test("what is laid on the front of a short device ends a millimetre above its edge, and is left alone behind")
  func bevel() throws {
    let rx = prescription { $0.length = .threeQuarter }
    let bevel = try #require(DistalBevel(frame: frame, prescription: rx))
    let line = frame.metatarsalLine(atX: 0) - 6
    // Minimum wall, chamfer, spare and rounding, less the base's thickness.
    #expect(abs(PlainFoot.height(of: bevel, atX: 0, y: line, from: 6) - (1.2 + 0.35 + 0.3 + 1 - 3)) < 0.01)
    #expect(abs(PlainFoot.height(of: bevel, atX: 0, y: line - 10, from: 12) - (4.5 - 0.15)) < 0.01)
    #expect(PlainFoot.height(of: bevel, atX: 0, y: line - 25, from: 6) == 6)
    #expect(bevel.nearness(of: Vector2(0, line), within: 40) == 1)
    #expect(bevel.nearness(of: Vector2(0, line - 40), within: 40) == 0)
  }

  @Test("a short device runs out to a thin front edge, with the foot at its height some way behind")
  func thinFront() {
    let foot = Self.foot
    let rx = prescription {
      $0.length = .threeQuarter
      $0.archContact = 1
    }
    let surfaces = InsoleSurfaces(foot: foot, trim: TrimLine.outline(foot: foot, prescription: rx), prescription: rx)
    let layout = surfaces.top.layout
    let frame = DesignFrame(foot: foot)
    var edge = 0
    for node in 0..<layout.count where abs(surfaces.distanceToTrim.values[node] - 1.5) < 1 {
      let place = layout.position(node)
      guard frame.frontLine(of: .threeQuarter, atX: place.x) - place.y < 3 else { continue }
      edge += 1
      #expect(surfaces.top.values[node] < 3, "\(place)")
      #expect(surfaces.top.values[node] > 1.2)
    }
    #expect(edge > 20)
  }

  private static let foot = ParametricFoot.normalRight.shape(spacing: 2)
}
