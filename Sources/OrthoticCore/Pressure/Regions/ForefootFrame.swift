/// The lines that cut up a sole, in the canonical frame.
struct ForefootFrame: Sendable {
  let landmarks: Landmarks
  let length: Double
  /// The forefoot's contact from border to border.
  let forefoot: ForefootWidth
  /// How far the toe line lies in front of the line from MT1 to MT5 under each ray, mm.
  private(set) var toeOffsets: [Double]
  /// Border between hallux and second toe, share of the forefoot's width from medial.
  private(set) var halluxBorder: Double
  /// Where regions end.
  let borders: RegionBorders

  /// Where a picture's valley behind the hallux is looked for, shares of foot length in front of the metatarsal line.
  static let halluxLineRange = 0.04...0.125
  /// The same behind the other toes: the second and third head lie in front of the line from the first to the fifth.
  static let toeLineRange = 0.04...0.16
  /// Where a picture's gap between hallux and second toe is looked for.
  static let halluxBorderRange = 0.28...0.52

  init(landmarks: Landmarks, length: Double, borders: RegionBorders = RegionBorders()) {
    self.landmarks = landmarks
    self.length = length
    self.borders = borders
    halluxBorder = borders.hallux ?? FootProportions.halluxBorder
    forefoot = ForefootWidth(landmarks: landmarks, length: length)
    toeOffsets = [Double](repeating: (borders.toes ?? FootProportions.toeLine) * length, count: 5)
  }

  /// The lines of a foot and of a picture that lies on it: its landmarks, and the picture's valleys.
  init(_ frame: FootprintFrame, picture: PressureMap) {
    self.init(landmarks: frame.landmarks, length: frame.length, borders: frame.borders)
    followValleys(positions: frame.positions(of: picture), pressure: picture.values)
  }

  /// The regions at a place.
  func regions(at position: Vector2) -> [FootRegion] {
    let region = region(at: position)
    return FootRegion.metatarsals.contains(region) ? [.forefoot, region, .whole] : [region, .whole]
  }

  /// The finest region at a place.
  func region(at position: Vector2) -> FootRegion {
    if position.y < borders.heel * length { return .heel }
    if position.y < borders.midfoot * length { return .midfoot }
    let share = share(atX: position.x)
    if isToe(position) { return share < halluxBorder ? .hallux : .toes }
    return FootRegion.metatarsals[strip(share)]
  }

  /// Whether a place lies in front of the toe line.
  func isToe(_ position: Vector2) -> Bool {
    let share = share(atX: position.x)
    let ray = share < halluxBorder ? 0 : max(strip(share), 1)
    return position.y > max(landmarks.metatarsalLine(atX: position.x) + toeOffsets[ray], borders.midfoot * length)
  }

  private func strip(_ share: Double) -> Int { borders.metatarsals.count { share >= $0 } }

  private func share(atX x: Double) -> Double { forefoot.share(atX: x) }

  /// Lays the toe line and the border of the hallux into the valleys of a picture, where there are any.
  mutating func followValleys(positions: [Vector2], pressure: [Double]) {
    let strips = [-0.2, halluxBorder] + borders.metatarsals.dropFirst() + [1.2]
    for ray in toeOffsets.indices where borders.toes == nil {
      let range = ray == 0 ? Self.halluxLineRange : Self.toeLineRange
      toeOffsets[ray] =
        valley(positions, pressure, from: strips[ray], to: strips[ray + 1], in: range) ?? toeOffsets[ray]
    }
    guard borders.hallux == nil else { return }
    var profile = PressureProfile(count: 60)
    for (index, position) in positions.enumerated() where isToe(position) {
      profile.add(pressure[index], at: share(atX: position.x) / 0.0125)
    }
    let range = Self.halluxBorderRange
    if let border = profile.valley(from: range.lowerBound / 0.0125, to: range.upperBound / 0.0125) {
      halluxBorder = border * 0.0125
    }
  }

  /// The offset from the metatarsal line at which a strip of the picture is least loaded.
  private func valley(
    _ positions: [Vector2], _ pressure: [Double], from low: Double, to high: Double, in range: ClosedRange<Double>
  ) -> Double? {
    // Bands of one per cent of the length, 2.6 mm.
    let band = 0.01 * length
    var profile = PressureProfile(count: 24)
    for (index, position) in positions.enumerated() {
      let share = share(atX: position.x)
      guard share >= low, share < high else { continue }
      profile.add(pressure[index], at: (position.y - landmarks.metatarsalLine(atX: position.x)) / band)
    }
    return profile.valley(from: range.lowerBound * 100, to: range.upperBound * 100).map { $0 * band }
  }
}

/// Mean pressure in bands across a picture.
private struct PressureProfile {
  private var sums: [Double]
  private var places: [Int]

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    places = [Int](repeating: 0, count: count)
  }

  /// Adds a value at a coordinate that counts bands.
  mutating func add(_ pressure: Double, at band: Double) {
    guard band >= 0, band < Double(sums.count) else { return }
    sums[Int(band)] += pressure.isNaN ? 0 : pressure
    places[Int(band)] += 1
  }

  /// Where between two coordinates the mean is least; `nil` where nothing is loaded at all.
  func valley(from low: Double, to high: Double) -> Double? {
    let blurred = sums.indices.map { mean(around: $0) }
    let candidates = sums.indices.filter { Double($0) + 0.5 >= low && Double($0) + 0.5 <= high }
    guard let lowest = candidates.map({ blurred[$0] }).min(), let highest = blurred.max(), highest > 0 else {
      return nil
    }
    // A stretch without load has no valley but a plain: its middle.
    guard let first = candidates.first(where: { blurred[$0] <= lowest + 0.01 * highest }) else { return nil }
    var last = first
    while last + 1 < blurred.count, candidates.contains(last + 1), blurred[last + 1] <= lowest + 0.01 * highest {
      last += 1
    }
    return Double(first + last + 1) / 2
  }

  /// Blurred with the neighbours, against the pattern of the sensors.
  private func mean(around band: Int) -> Double {
    var (sum, weight) = (0.0, 0)
    for near in max(band - 1, 0)...min(band + 1, sums.count - 1) {
      sum += sums[near]
      weight += places[near]
    }
    return weight > 0 ? sum / Double(weight) : 0
  }
}
