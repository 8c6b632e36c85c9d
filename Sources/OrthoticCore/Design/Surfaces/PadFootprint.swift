extension FootLoading {
  /// The regions of the foot on a device: what presses on its pads and bars is a region of its own.
  ///
  /// - Parameter companions: Other devices that it is compared with: their pads are left out of the heads too.
  func regions(on prescription: Prescription, companions: [Prescription] = [], frame: DesignFrame) -> FootRegions {
    let placed = companions.map { $0.placed(by: self, frame: frame).prescription }
    guard let pads = PadFootprint(frame: frame, prescriptions: [prescription] + placed) else { return regions }
    return regions.leavingOut(pad: pads.shares(on: model.layout))
  }
}

/// Where pads and bars raise a device behind the heads: what presses there presses on the pad, not on a head.
struct PadFootprint: Sendable {
  private let frame: DesignFrame
  private let heights: [@Sendable (Vector2) -> Double]
  /// y beyond which nothing is raised behind the heads, mm.
  private let rows: ClosedRange<Double>

  /// Parts of a cell's side at which it is looked at.
  private static let samples = 4

  /// The pads and bars of some prescriptions for one foot; `nil` where there is none.
  init?(frame: DesignFrame, prescriptions: [Prescription]) {
    var heights: [@Sendable (Vector2) -> Double] = []
    let ends = [frame.landmarks.mt1.position.y, frame.landmarks.mt5.position.y]
    let line = (lower: ends[0] < ends[1] ? ends[0] : ends[1], upper: ends[0] < ends[1] ? ends[1] : ends[0])
    var rear = Double.infinity
    for prescription in prescriptions {
      if let pad = MetatarsalPad(frame: frame, prescription: prescription) {
        heights.append(pad.height(at:))
        rear = min(rear, pad.crest.y + pad.reach - pad.length)
      }
      if let bar = MetatarsalBar(frame: frame, prescription: prescription) {
        heights.append(bar.height(at:))
        rear = min(rear, line.lower - bar.setback - bar.length)
      }
      if let pad = NeuromaPad(frame: frame, prescription: prescription) {
        heights.append(pad.height(at:))
        rear = min(rear, pad.crest.y - NeuromaPad.proximalReach)
      }
    }
    guard !heights.isEmpty else { return nil }
    self.frame = frame
    self.heights = heights
    // The arc of the heads rises ahead of the line between them by less than this.
    let front = line.upper + Self.mostAhead * frame.length
    rows = min(rear - 1, front)...front
  }

  /// How far ahead of the line from the first to the fifth head their arc lies nowhere, share of the length.
  private static let mostAhead = 0.1

  /// Whether a place lies on the raised part behind the heads.
  func contains(_ point: Vector2) -> Bool {
    point.y < frame.headArc(atX: point.x) && heights.contains { $0(point) > 0 }
  }

  /// The share of each node's cell that lies on it.
  func shares(on layout: GridLayout) -> [Double] {
    let count = Self.samples
    let step = layout.spacing / Double(count)
    return (0..<layout.count).map { node in
      guard
        rows.contains(layout.position(node).y) || rows.contains(layout.position(node).y + layout.spacing)
          || rows.contains(layout.position(node).y - layout.spacing)
      else { return 0 }
      let corner = layout.position(node) - Vector2(layout.spacing / 2, layout.spacing / 2)
      let inside = (0..<count * count).count { part in
        contains(corner + Vector2((Double(part % count) + 0.5) * step, (Double(part / count) + 0.5) * step))
      }
      return Double(inside) / Double(count * count)
    }
  }
}
