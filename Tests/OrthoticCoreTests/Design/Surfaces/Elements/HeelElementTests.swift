import Foundation
import Testing

@testable import OrthoticCore

private func prescription(_ change: (inout Prescription) -> Void) -> Prescription {
  var prescription = Prescription()
  change(&prescription)
  return prescription
}

@Suite struct HeelElementTests {
  let frame = PlainFoot.frame

  @Test("a skive stands its depth above the seat at its line, in a plane of 15 degrees", arguments: [2.0, 4, 8])
  func skive(depth: Double) throws {
    let skive = try #require(HeelSkive.medial(frame: frame, prescription: prescription { $0.medialSkive = depth }))
    let borders = frame.borders(atY: 38)
    #expect(abs(skive.lineX - (borders.medial + (borders.lateral - borders.medial) / 3)) < 1e-9)
    var row = PlainFoot.row(38) { _ in 1.5 }
    skive.shape(&row)
    #expect(abs(row.height(atX: skive.lineX) - 1.5 - depth) < 0.05)
    let rise = row.heights[60 - 30] - row.heights[60 - 20]
    #expect(abs(atan(rise / 10) * 180 / .pi - 15) < 0.01)
    #expect(row.heights[60 + 40] == 1.5, "the lateral side of the seat stays")
    #expect(PlainFoot.height(of: skive, atX: -30, y: 110) == 0, "it ends before the arch")
  }

  @Test("a lateral skive is the medial one mirrored")
  func lateralSkive() throws {
    let medial = try #require(HeelSkive.medial(frame: frame, prescription: prescription { $0.medialSkive = 4 }))
    let lateral = try #require(HeelSkive.lateral(frame: frame, prescription: prescription { $0.lateralSkive = 4 }))
    var one = PlainFoot.row(30) { $0 * $0 / 200 }
    var other = one
    medial.shape(&one)
    lateral.shape(&other)
    for column in one.heights.indices {
      #expect(abs(one.heights[column] - other.heights[120 - column]) < 1e-6)
    }
  }

  @Test("Blake inversion tilts the seat by a fifth of the cast's angle", arguments: [25.0, 35, 45])
  func inversion(degrees: Double) {
    let element = Inversion(frame: frame, prescription: prescription { $0.inversion = degrees })
    let tilt = PlainFoot.height(of: element, atX: -20, y: 38) - PlainFoot.height(of: element, atX: 20, y: 38)
    #expect(abs(atan(tilt / 40) * 180 / .pi - degrees / 5) < 1e-9)
    #expect(PlainFoot.height(of: element, atX: -20, y: 200) == 0)
  }

  @Test("a horseshoe is hollow under the heel and towards the arch, down to the minimum wall, and not behind it")
  func horseshoe() {
    let rx = prescription { $0.heelAperture = .horseshoe }
    let element = HeelOpening(frame: frame, prescription: rx)
    #expect(PlainFoot.height(of: element, atX: 0, y: 38) == rx.minimumWall - rx.thickness)
    #expect(PlainFoot.height(of: element, atX: 0, y: 60) == rx.minimumWall - rx.thickness)
    #expect(PlainFoot.height(of: element, atX: 0, y: 20) == 0)
    #expect(PlainFoot.height(of: element, atX: 15, y: 38) == 0)
  }

  @Test("a hole has its diameter and lies under the heel's lowest point")
  func hole() throws {
    let rx = prescription {
      $0.heelAperture = .hole
      $0.heelApertureSize = 24
    }
    let layout = GridLayout(origin: Vector2(-60, -10), spacing: 1, columns: 121, rows: 121)
    let wide = HeightGrid(layout: layout, filledWith: 12)
    let hole = try #require(HeelOpening.hole(frame: frame, prescription: rx, distanceToTrim: wide))
    #expect(hole.points.allSatisfy { abs(($0 - Vector2(0, 38)).length - 12) < 1e-9 })
    let narrow = HeightGrid(layout: layout, values: (0..<layout.count).map { 20 - abs(layout.position($0).x) })
    let smaller = try #require(HeelOpening.hole(frame: frame, prescription: rx, distanceToTrim: narrow))
    #expect(smaller.points.allSatisfy { abs($0.x) < 11.1 }, "10 mm of the device stay around it")
  }
}
