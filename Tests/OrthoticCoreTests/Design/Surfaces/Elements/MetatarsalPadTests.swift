import Testing

@testable import OrthoticCore

@Suite("The metatarsal pad")
struct MetatarsalPadTests {
  private let frame = PlainFoot.frame

  private func pad(_ change: (inout Prescription) -> Void = { _ in }) throws -> MetatarsalPad {
    var prescription = Prescription()
    prescription.metatarsalPad = 4
    change(&prescription)
    return try #require(MetatarsalPad(frame: frame, prescription: prescription))
  }

  /// The raised part on a fine grid: its bounds and its highest place.
  private func measured(_ pad: MetatarsalPad) -> (low: Vector2, high: Vector2, top: Double, topAt: Vector2) {
    var (low, high) = (Vector2(.infinity, .infinity), Vector2(-.infinity, -.infinity))
    var (top, topAt) = (0.0, Vector2.zero)
    for row in 0..<1400 {
      for column in 0..<1000 {
        let place = Vector2(-45 + 0.1 * Double(column), 70 + 0.1 * Double(row))
        let height = pad.height(at: place)
        guard height > 0 else { continue }
        low = Vector2(min(low.x, place.x), min(low.y, place.y))
        high = Vector2(max(high.x, place.x), max(high.y, place.y))
        if height > top { (top, topAt) = (height, place) }
      }
    }
    return (low, high, top, topAt)
  }

  @Test("has the length, width and height that is asked for, whatever its shape", arguments: PadShape.allCases)
  func size(shape: PadShape) throws {
    for (size, length, width) in [(PadSize.small, 60.0, 40.0), (.medium, 70, 50), (.large, 80, 60)] {
      let pad = try pad {
        $0.metatarsalPadShape = shape
        $0.metatarsalPadSize = size
      }
      let found = measured(pad)
      #expect(abs(found.high.x - found.low.x - width) < 0.25)
      #expect(abs(found.high.y - found.low.y - (shape == .round ? width : length)) < 0.25)
      #expect(abs(found.top - 4) < 1e-3)
      #expect((found.topAt - pad.crest).length < 0.15)
    }
    let free = measured(
      try pad {
        $0.metatarsalPadLength = 60
        $0.metatarsalPadWidth = 50
      })
    #expect(abs(free.high.x - free.low.x - 50) < 0.25 && abs(free.high.y - free.low.y - 60) < 0.25)
  }

  @Test("has its front edge as far behind the arc of the heads as told, under the third", arguments: PadShape.allCases)
  func front(shape: PadShape) throws {
    let arc = frame.headArc(atX: frame.head(3).x)
    for front in [-10.0, -5, 0, 2.5, 8.5] {
      let pad = try pad {
        $0.metatarsalPadShape = shape
        $0.metatarsalPadFront = front
      }
      // The grid that it is looked at with has steps of 0.1 mm.
      #expect(abs(arc - measured(pad).high.y - front) < 0.11, "\(shape) \(front): \(measured(pad).high.y)")
    }
  }

  @Test("has its crest about 12, 15 or 18 mm behind the heads by its size, and where --met-pad-at says")
  func crest() throws {
    for (size, wanted) in [(PadSize.small, 12.0), (.medium, 15), (.large, 18)] {
      let pad = try pad { $0.metatarsalPadSize = size }
      let behind = frame.headArc(atX: pad.crest.x) - pad.crest.y
      #expect(abs(behind - wanted) <= 0.5 + 1e-9, "\(size): \(behind)")
    }
    let told = try pad {
      $0.metatarsalPadPlace = .behindHeads
      $0.metatarsalPadSetback = 11
    }
    #expect(abs(frame.headArc(atX: told.crest.x) - told.crest.y - 11) < 1e-9)
    #expect(abs(told.crest.x - frame.head(3).x) < 1e-9)
    let share = try pad { $0.metatarsalPadPlace = .share(0.6) }
    #expect(share.crest.y == 150)
  }

  @Test("is a smooth dome that begins without a crease", arguments: PadShape.allCases)
  func smooth(shape: PadShape) throws {
    let pad = try pad {
      $0.metatarsalPadShape = shape
      $0.metatarsalPad = 6
    }
    let step = 0.5
    let direct: (Vector2) -> Double = pad.height(at:)
    var steepest = 0.0
    var sharpest = 0.0
    for row in 0..<200 {
      for column in 0..<160 {
        let place = Vector2(-40 + step * Double(column), 90 + step * Double(row))
        for axis in [Vector2(step, 0), Vector2(0, step)] {
          let (before, here, after) = (direct(place - axis), direct(place), direct(place + axis))
          steepest = max(steepest, abs(after - before) / (2 * step))
          sharpest = max(sharpest, abs(after - 2 * here + before) / step)
        }
      }
    }
    #expect(steepest < 0.95, "\(steepest)")
    // A crease of ten degrees is a change of slope of 0.18 from one node to the next.
    #expect(sharpest < 0.18, "\(sharpest)")
  }

  @Test("reads and writes its place and size as flags and files have it")
  func vocabulary() throws {
    var prescription = Prescription()
    for (key, text) in [
      ("metPad", "5 mm"), ("metPadShape", "teardrop"), ("metPadSize", "L"), ("metPadFront", "-5 mm"),
      ("metPadAt", "front"), ("metPadLength", "90 mm"), ("metPadWidth", "70 mm"),
    ] {
      let element = try #require(PrescriptionVocabulary.element(key: key))
      try element.read(text, into: &prescription)
      #expect(element.text(in: prescription) == text)
    }
    #expect(prescription.padSize == (90, 70))
    #expect(prescription.padFront == -5)
    try #require(PrescriptionVocabulary.element(key: "metPadAt")).read("12 mm", into: &prescription)
    #expect(prescription.padCrest == 12 && prescription.padFront == 12 - 17.5)
    try #require(PrescriptionVocabulary.element(key: "metPadLength")).read("size", into: &prescription)
    #expect(prescription.padSize == (80, 70))
  }

  @Test("what lies behind the heads of pads and bars is theirs, what lies ahead is the heads'")
  func footprint() throws {
    var prescription = Prescription()
    #expect(PadFootprint(frame: frame, prescriptions: [prescription]) == nil)
    prescription.metatarsalPad = 4
    prescription.metatarsalPadFront = -10
    let pad = try #require(PadFootprint(frame: frame, prescriptions: [Prescription(), prescription]))
    let x = frame.head(3).x
    let arc = frame.headArc(atX: x)
    #expect(pad.contains(Vector2(x, arc - 0.1)) && !pad.contains(Vector2(x, arc + 0.1)))
    #expect(!pad.contains(Vector2(x, arc - 61)))
    let layout = GridLayout(origin: Vector2(-50, 60), spacing: 2, columns: 51, rows: 71)
    let shares = pad.shares(on: layout)
    let fine = pad.shares(on: GridLayout(origin: Vector2(-50, 60), spacing: 0.5, columns: 201, rows: 281))
    let areas = (shares.reduce(0, +) * 4, fine.reduce(0, +) * 0.25)
    #expect(abs(areas.0 / areas.1 - 1) < 0.01)
  }
}
