import OrthoticCore

/// Which squares of 1 cm² count to a mask.
enum PeakReading: String, Sendable, CaseIterable {
  /// Those that lie in it whole, so that a peak beside it is not read into it.
  case whole
  /// Those whose middle lies in it, as a large sensor counts to the region of its middle.
  case middle
}

/// A part of the sole over which a peak is read in both conditions of a study.
struct StudyMask: Sendable {
  let layout: GridLayout
  let reading: PeakReading
  private(set) var isInside: [Bool]

  init(layout: GridLayout, reading: PeakReading, _ isInside: (Vector2) -> Bool) {
    self.layout = layout
    self.reading = reading
    self.isInside = (0..<layout.count).map { isInside(layout.position($0)) }
  }

  /// Where both masks are.
  func intersected(with mask: [Bool]) -> StudyMask {
    var part = self
    for index in mask.indices where !mask[index] { part.isInside[index] = false }
    return part
  }

  /// The mask without a pad that lies on the device: pressure on the pad is the pad's own.
  func without(_ dome: StudyDome) -> StudyMask {
    var rest = self
    for index in isInside.indices where dome.height(at: layout.position(index)) > 0 { rest.isInside[index] = false }
    return rest
  }

  /// Highest mean pressure, kPa, over a square of at least 1 cm² of the mask; 0 where none fits.
  func areaPeak(_ picture: HeightGrid) -> Double {
    // An odd number of nodes, so that a square has a middle.
    let reach = Int(((10 / layout.spacing - 1e-9).rounded(.up) / 2).rounded(.down))
    let side = 2 * reach + 1
    var highest = 0.0
    for row in reach..<max(layout.rows - reach, reach) {
      for column in reach..<max(layout.columns - reach, reach) where isInside[layout.index(column, row)] {
        var sum = 0.0
        var isWhole = true
        for y in row - reach...row + reach {
          for index in layout.index(column - reach, y)...layout.index(column + reach, y) {
            isWhole = isWhole && isInside[index]
            if picture.values[index] > 0 { sum += picture.values[index] }
          }
        }
        if isWhole || reading == .middle { highest = max(highest, sum / Double(side * side)) }
      }
    }
    return highest
  }
}

extension StudyFoot {
  /// How far heads 1 to 5 lie ahead of the line from the first to the fifth, mm (169 feet, Domínguez-Maldonado 2014).
  private static let headOffsets = [0, 5.7, 6.0, 4.0, 0]

  /// y of the arc of the metatarsal heads at an x, mm.
  func headArc(atX x: Double) -> Double {
    let frame = DesignFrame(foot: foot)
    let heads = (1...5).map { frame.head($0) }
    var offset = 0.0
    for (number, (left, right)) in zip(heads, heads.dropFirst()).enumerated() where x >= left.x && x <= right.x {
      let share = right.x > left.x ? (x - left.x) / (right.x - left.x) : 0
      offset = Self.headOffsets[number] * (1 - share) + Self.headOffsets[number + 1] * share
    }
    return frame.metatarsalLine(atX: x) + offset
  }

  /// Middle of a clinical pad across the foot, mm: between the second and the fourth head.
  var padMiddle: Double { DesignFrame(foot: foot).head(3).x }

  /// A dome whose front edge lies so far ahead of the heads in its middle, mm.
  func dome(height: Double, ahead: Double, length: Double = 60, width: Double = 50) -> StudyDome {
    StudyDome(
      length: length, width: width, height: height, x: padMiddle, frontEdge: headArc(atX: padMiddle) + ahead,
      ahead: ahead
    )
  }

  /// A pad a quarter of that size, its crest so far behind the line of the heads, mm: the default of the program's first version.
  func smallDome(height: Double, behind: Double) -> StudyDome {
    let frame = DesignFrame(foot: foot)
    let x = frame.head(1).x + 0.45 * (frame.head(5).x - frame.head(1).x)
    return StudyDome(
      length: 30, width: 24, height: height, x: x, frontEdge: frame.metatarsalLine(atX: x) - behind + 10,
      ahead: frame.metatarsalLine(atX: x) - behind + 10 - headArc(atX: x), isProduct: false)
  }

  /// From 3 mm behind to 20 mm ahead of the arc of the heads.
  var heads: StudyMask {
    StudyMask(layout: loading.model.layout, reading: reading) { place in
      let ahead = place.y - headArc(atX: place.x)
      return ahead >= -3 && ahead <= 20
    }
  }

  /// The heads' mask in some of the metatarsal strips.
  func heads(_ rays: [FootRegion]) -> StudyMask {
    let strips = rays.map { loading.regions[$0] }
    return heads.intersected(with: (0..<loading.model.layout.count).map { index in strips.contains { $0[index] } })
  }

  /// The heel.
  var wholeHeel: StudyMask {
    StudyMask(layout: loading.model.layout, reading: reading) { _ in true }.intersected(with: loading.regions[.heel])
  }

  /// The medial half of the heel.
  var medialHeel: StudyMask {
    let frame = DesignFrame(foot: foot)
    return StudyMask(layout: loading.model.layout, reading: reading) { place in
      let borders = frame.borders(atY: place.y)
      return place.x <= (borders.medial + borders.lateral) / 2
    }.intersected(with: loading.regions[.heel])
  }
}
