import Foundation
import Testing

@testable import OrthoticCore

private func prescription(_ change: (inout Prescription) -> Void) -> Prescription {
  var prescription = Prescription()
  change(&prescription)
  return prescription
}

/// Highest and lowest change that an element makes on level ground, and where.
private func extremes(_ element: (any InsoleElement)?) -> (high: Double, highAt: Vector2, low: Double, lowAt: Vector2) {
  var found = (high: 0.0, highAt: Vector2.zero, low: 0.0, lowAt: Vector2.zero)
  for step in 0...500 {
    let y = Double(step) / 2
    var row = PlainFoot.row(y) { _ in 0 }
    element?.shape(&row)
    for column in row.heights.indices {
      let place = Vector2(row.x(column), y)
      if row.heights[column] > found.high { (found.high, found.highAt) = (row.heights[column], place) }
      if row.heights[column] < found.low { (found.low, found.lowAt) = (row.heights[column], place) }
    }
  }
  return found
}

@Suite struct ForefootElementTests {
  let frame = PlainFoot.frame

  @Test("a forefoot post tilts the heads by its angle and leaves the heel alone", arguments: [4.0, -6])
  func post(degrees: Double) {
    let post = ForefootPost(frame: frame, prescription: prescription { $0.forefootPost = degrees })
    let tilt = PlainFoot.height(of: post, atX: -20, y: 200) - PlainFoot.height(of: post, atX: 20, y: 200)
    #expect(abs(atan(tilt / 40) * 180 / .pi - degrees) < 1e-9)
    #expect(PlainFoot.height(of: post, atX: -20, y: 80) == 0)
  }

  @Test("the metatarsal bar has its height along the arc behind the heads, its front edge where told")
  func bar() throws {
    let bar = try #require(
      MetatarsalBar(
        frame: frame,
        prescription: prescription {
          $0.metatarsalBar = 4
          $0.metatarsalBarSetback = 10
        }))
    for x in [-20, 0, 20] {
      #expect(abs(PlainFoot.height(of: bar, atX: x, y: bar.crest(atX: Double(x))) - 4) < 1e-9)
      let line = frame.headArc(atX: Double(x))
      #expect(PlainFoot.height(of: bar, atX: x, y: line - 9.9) == 0)
      #expect(PlainFoot.height(of: bar, atX: x, y: line - 11) > 0)
      #expect(PlainFoot.height(of: bar, atX: x, y: line - 30.1) == 0)
    }
  }

  @Test("a neuroma pad lies between its rays", arguments: NeuromaPlace.allCases)
  func neuroma(place: NeuromaPlace) {
    let pad = NeuromaPad(frame: frame, prescription: prescription { $0.neuromaPad = place })
    guard let pad, let ray = place.medialRay else {
      #expect(place == .off)
      return
    }
    #expect(pad.crest.x > frame.head(ray).x && pad.crest.x < frame.head(ray + 1).x)
    #expect(abs(frame.headArc(atX: pad.crest.x) - 8 - pad.crest.y) < 1e-9)
    let found = extremes(pad)
    #expect(abs(found.high - 3) < 0.1)
    #expect((found.highAt - pad.crest).length < 1)
  }

  @Test("extensions and recesses have their height over their place")
  func patches() {
    let head = frame.head(1)
    let mortons = MortonsExtension(frame: frame, prescription: prescription { $0.mortonsExtension = 2.5 })
    let reverse = ReverseMortonsExtension(frame: frame, prescription: prescription { $0.reverseMortonsExtension = 2 })
    let kinetic = KineticWedge(frame: frame, prescription: prescription { $0.kineticWedge = 1.5 })
    let relief = FirstRayRelief(frame: frame, prescription: prescription { $0.firstRay = .relief(2) })
    let x = Int(head.x)
    #expect(PlainFoot.height(of: mortons, atX: x, y: head.y) == 2.5)
    #expect(PlainFoot.height(of: mortons, atX: x, y: head.y + 40) == 2.5)
    #expect(PlainFoot.height(of: mortons, atX: x, y: head.y - 13) == 0)
    #expect(PlainFoot.height(of: kinetic, atX: x, y: head.y) == -1.5)
    #expect(PlainFoot.height(of: relief, atX: x, y: head.y - 20) == -2)
    for number in 2...4 {
      let other = frame.head(number)
      #expect(PlainFoot.height(of: reverse, atX: Int(other.x.rounded()), y: other.y) == 2)
    }
    #expect(PlainFoot.height(of: reverse, atX: x, y: head.y) == 0)
    #expect(PlainFoot.height(of: mortons, atX: 25, y: 170) == 0)
  }

  @Test("a Cluffy wedge rises forward under the hallux")
  func cluffy() {
    let wedge = CluffyWedge(frame: frame, prescription: prescription { $0.cluffyWedge = 3 })
    let found = extremes(wedge)
    #expect(abs(found.high - 3) < 0.01)
    #expect(abs(found.highAt.x - frame.hallux.x) <= 6 && found.highAt.y > frame.hallux.y)
    let x = Int(frame.hallux.x.rounded())
    #expect(
      PlainFoot.height(of: wedge, atX: x, y: frame.hallux.y - 6)
        < PlainFoot.height(of: wedge, atX: x, y: frame.hallux.y + 2))
  }

  @Test("the toe crest runs under the lateral toes only, the filler ahead of all")
  func toes() {
    let crest = ToeCrest(frame: frame, prescription: prescription { $0.toeCrest = 4 })
    #expect(abs(PlainFoot.height(of: crest, atX: 10, y: frame.sulcusLine(atX: 10)) - 4) < 1e-9)
    #expect(PlainFoot.height(of: crest, atX: -28, y: frame.sulcusLine(atX: -28)) == 0)
    let filler = ToeFiller(frame: frame, prescription: prescription { $0.toeFiller = 10 })
    #expect(PlainFoot.height(of: filler, atX: 0, y: 245) == 10)
    #expect(PlainFoot.height(of: filler, atX: 0, y: frame.sulcusLine(atX: 0)) == 0)
  }

  @Test(
    "a sink is as deep as told under its landmark and reaches no further than its size", arguments: Sinks.Place.allCases
  )
  func sinks(place: Sinks.Place) throws {
    var rx = Prescription()
    rx.sinks = try #require(Sinks(text: "\(place.rawValue):3"))
    let sink = try #require(LandmarkSink.all(frame: frame, prescription: rx).first)
    let found = extremes(sink)
    #expect(abs(found.low + 3) < 0.01)
    let position = place.position(in: frame)
    #expect((found.lowAt - position).length < place.size.length / 2)
    #expect(
      PlainFoot.height(of: sink, atX: Int(position.x), y: position.y + place.size.length / 2 + 0.1) == 0)
  }
}
