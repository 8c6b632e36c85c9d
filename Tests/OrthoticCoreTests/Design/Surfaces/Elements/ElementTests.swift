import Foundation
import Testing

@testable import OrthoticCore

/// A plain foot for elements: 250 mm long, an oval 90 mm wide, arch 15 mm high.
enum PlainFoot {
  static let length = 250.0

  static let landmarks = Landmarks(
    heel: Landmark(Vector3(0, 0, 8), confidence: 1), heelCenter: Landmark(Vector3(0, 38, 0), confidence: 1),
    mt1: Landmark(Vector3(-28, 182, 0), confidence: 1), mt5: Landmark(Vector3(32, 158, 0), confidence: 1),
    hallux: nil, toeTip: nil, archApex: Landmark(Vector3(-20, 110, 15), confidence: 1))

  static let frame = DesignFrame(
    length: length, landmarks: landmarks,
    outline: Outline(
      points: (0..<360).map { step in
        let angle = Double(step) * .pi / 180
        return Vector2(45 * cosine(angle), 125 + 125 * sine(angle))
      }))

  /// A row of heights at `y`, each millimetre from −60 to 60, of a given function of x.
  static func row(_ y: Double, height: (Double) -> Double) -> SurfaceRow {
    SurfaceRow(y: y, firstX: -60, spacing: 1, heights: (0...120).map { height(Double($0) - 60) })
  }

  static func height(of element: (any InsoleElement)?, atX x: Int, y: Double, from start: Double = 0) -> Double {
    var row = row(y) { _ in start }
    element?.shape(&row)
    return row.heights[x + 60]
  }
}

private func prescription(_ change: (inout Prescription) -> Void) -> Prescription {
  var prescription = Prescription()
  change(&prescription)
  return prescription
}

@Suite struct ElementTests {
  let frame = PlainFoot.frame

  @Test("borders follow the silhouette") func bordersFollowTheSilhouette() {
    let borders = frame.borders(atY: 125)
    #expect(abs(borders.medial + 45) < 0.05)
    #expect(abs(borders.lateral - 45) < 0.05)
  }

  @Test("a rearfoot post tilts the heel plane by its angle", arguments: [2.0, 4.0, -3.0, 8.0])
  func rearfootPostTilts(degrees: Double) {
    let post = RearfootPost(frame: frame, prescription: prescription { $0.rearfootPost = degrees })
    let medial = PlainFoot.height(of: post, atX: -20, y: 38)
    let lateral = PlainFoot.height(of: post, atX: 20, y: 38)
    let tilt = atan((medial - lateral) / 40) * 180 / .pi
    #expect(abs(tilt - degrees) < 1e-9)
    #expect(PlainFoot.height(of: post, atX: 20, y: 200) == 0)
  }

  @Test("a strong post raises the seat so that the low side keeps its wall") func strongPostRaises() {
    let rx = prescription { $0.rearfootPost = 8 }
    let post = RearfootPost(frame: frame, prescription: rx)
    for x in -30...30 {
      #expect(rx.thickness + PlainFoot.height(of: post, atX: x, y: 38) >= rx.minimumWall - 1e-9)
    }
  }

  @Test("a lift is full under the heel, half in the middle and nothing at the metatarsal line") func liftIsFullUnder() {
    let lift = HeelLift(frame: frame, prescription: prescription { $0.heelLift = 6 })
    #expect(abs(PlainFoot.height(of: lift, atX: 0, y: 20) - 6) < 1e-9)
    #expect(abs(PlainFoot.height(of: lift, atX: 0, y: 38) - 6) < 1e-9)
    let line = frame.metatarsalLine(atX: 0)
    #expect(abs(PlainFoot.height(of: lift, atX: 0, y: (38 + line) / 2) - 3) < 1e-9)
    #expect(PlainFoot.height(of: lift, atX: 0, y: line) == 0)
  }

  @Test("full arch contact without fill is no element at all") func fullArchContact() {
    #expect(ArchSupport(frame: frame, prescription: prescription { $0.archContact = 1 }) == nil)
  }

  @Test("arch contact scales the arch and leaves heel and heads alone") func archContactScales() {
    let arch = ArchSupport(frame: frame, prescription: prescription { $0.archContact = 0.8 })
    #expect(abs(PlainFoot.height(of: arch, atX: -20, y: 110, from: 15) - 12) < 1e-9)
    #expect(PlainFoot.height(of: arch, atX: 0, y: 40, from: 5) == 5)
    #expect(PlainFoot.height(of: arch, atX: -28, y: 182, from: 0) == 0)
  }

  @Test("cast fill lowers the arch by its thickness and never below the ground") func castFillLowers() {
    let arch = ArchSupport(
      frame: frame,
      prescription: prescription {
        $0.archContact = 1
        $0.castFill = 3.2
      })
    #expect(abs(PlainFoot.height(of: arch, atX: -20, y: 110, from: 15) - 11.8) < 1e-9)
    for start in stride(from: 0.0, through: 6, by: 0.5) {
      #expect(PlainFoot.height(of: arch, atX: 0, y: 110, from: start) >= 0)
    }
  }

  @Test("an arch raise is full at its apex on the medial side only") func archRaiseIsFull() {
    let arch = ArchSupport(
      frame: frame,
      prescription: prescription {
        $0.archContact = 1
        $0.archHeight = 5
        $0.archApex = 0.48
      })
    #expect(abs(PlainFoot.height(of: arch, atX: -44, y: 120) - 5) < 1e-9)
    #expect(PlainFoot.height(of: arch, atX: 20, y: 120) == 0)
    #expect(PlainFoot.height(of: arch, atX: -44, y: 95) < 4.5)
  }

  @Test("the forefoot is flat twenty millimetres ahead of the metatarsal line") func forefootIsFlatTwenty() {
    let smoothing = ForefootSmoothing(frame: frame)
    let line = frame.metatarsalLine(atX: 0)
    #expect(PlainFoot.height(of: smoothing, atX: 0, y: line - 0.01, from: 7) == 7)
    #expect(PlainFoot.height(of: smoothing, atX: 0, y: line + 20, from: 7) == 0)
    #expect(PlainFoot.height(of: smoothing, atX: 0, y: line + 15, from: 7) > 0.3)
  }
}
