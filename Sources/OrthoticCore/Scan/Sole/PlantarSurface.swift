/// The sole in the canonical frame as a height grid without gaps, with its outline and landmarks.
struct PlantarSurface: Sendable {
  /// Height above the ground at every node inside the outline, `nan` outside.
  let heights: HeightGrid
  /// True where the height was filled in.
  let filled: [Bool]
  /// Silhouette of the sole.
  let outline: Outline
  /// Heel to longest toe along y, mm.
  let length: Double
  /// The landmarks.
  let landmarks: Landmarks
  /// Whether the scan ends in front of the heel.
  let isHeelless: Bool
  /// What the user should know about it.
  let findings: [Finding]
  /// Usual distance of the scan's points from the sole, mm.
  let noise: Double

  /// How much of the sole was seen.
  let coverage: SoleCoverage
  /// From the file's frame to the canonical one.
  let placement: Similarity

  /// Roughness of the sole from which lengths suffer, mm: with noise of 1 mm they read 0.6 mm too long, with 2 mm 4 to 8 mm.
  ///
  /// Planes look no farther than `PlantarPatches.tolerance`, so that roughness says less than the noise: 0.31 of 0.3 mm, 0.61 of
  /// 0.8 mm, 0.71 of 1.6 mm, and again 0.56 of 4 mm.
  static let notableNoise = 0.5
  /// A mesh that is rougher than this, mm, is smoothed like a cloud.
  static let roughMesh = 0.1

  /// Grids the sole and fills its gaps; `nil` where heel and forefoot are not both there.
  ///
  /// - Parameter wanted: distance between the nodes, mm; on small feet they are as near to each other as their landmarks need.
  init?(_ cleaned: CleanedScan, frame: CanonicalFrame, spacing wanted: Double) {
    let isMagnified = frame.magnification > 1
    let spacing = isMagnified ? min(wanted, SoleReading.spacing / frame.magnification) : wanted
    let rim = SoleOutline(frame.sole, arch: frame.reading.arch, from: frame.reading.rim.outline)
    let borders = SoleBorders(rim.outline)
    let layout = rim.outline.layout(spacing: spacing * frame.magnification)
    let inside = rim.outline.mask(on: layout)
    var grid = SoleHeights(frame.sole, patches: frame.reading.patches, on: layout, inside: inside).grid
    var lowest = grid
    var surface = frame.sole
    if !cleaned.triangles.isEmpty {
      surface = cleaned.points.map { frame.placement.placed($0) }
      let facets = SoleHeights(
        surface, triangles: cleaned.triangles, patches: frame.reading.patches, on: layout, inside: inside
      ).grid
      if Self.typicalDifference(facets, grid) < Self.roughMesh { (grid, lowest) = (facets, grid) }
    }
    // Small gaps between facets, which the layer's planes span, count as seen.
    var filled = [Bool](repeating: false, count: layout.count)
    for node in inside.indices where inside[node] && grid.values[node].isNaN && lowest.values[node].isNaN {
      filled[node] = true
    }
    ThinPlate.fill(&grid.values, layout: layout, inside: inside)
    let roughness = frame.reading.patches.roughness
    let few = layout.thinned(to: SoleReading.spacing)
    let thinned = HeightGrid(layout: few.layout, values: few.nodes.map { grid.values[$0] })
    let finder = LandmarkFinder(
      sole: thinned, borders: borders, rim: rim, noise: roughness, filled: few.nodes.map { filled[$0] })
    guard let found = finder.found() else { return nil }
    var landmarks = found.landmarks
    // Pads that were not seen, or that lie beyond the end of the scan, are not landmarks.
    if let hallux = landmarks.hallux, !Self.isSeen(hallux, filled: filled, layout: layout) { landmarks.hallux = nil }
    // All points together know the ground and the ends a little better than the some that the frame was settled on.
    let ground = found.ground
    for node in inside.indices where inside[node] { grid.values[node] -= ground.height(at: layout.position(node)) }
    let ends = FootEnds(surface, borders: borders, arch: frame.reading.arch, noise: roughness)
    let back = Vector2(0, -ends.rear)
    landmarks.toeTip?.position = Vector3(ends.frontMiddle.x, ends.front, ends.frontMiddle.z)
    landmarks.heel.position = Vector3(ends.rearMiddle.x, ends.rear, ends.rearMiddle.z)
    // From here on in millimetres of the foot itself.
    let size = 1 / frame.magnification
    var shifted = layout
    shifted.origin = (layout.origin + back) * size
    shifted.spacing = spacing
    var placement = frame.placement.followed(by: ground.leveling(at: ends.rear))
    placement.scale *= size
    self.placement = placement
    heights = HeightGrid(layout: shifted, values: grid.values.map { $0 * size })
    self.filled = filled
    outline = Outline(points: rim.outline.points.map { ($0 + back) * size })
    length = size * (borders.isToeless ? borders.footLength : ends.length)
    noise = size * roughness
    coverage = SoleCoverage(
      layout: shifted, inside: inside, filled: filled, rear: 0, length: length)
    isHeelless = borders.isHeelless
    self.landmarks = landmarks.moved { Vector3($0.x, $0.y - ends.rear, $0.z - ground.height(at: $0.xy)) * size }
    findings =
      coverage.findings + (borders.isToeless ? [Self.toeless(length)] : [])
      + (noise > Self.notableNoise ? [Self.noisy(noise)] : [])
  }

  private static func isSeen(_ mark: Landmark, filled: [Bool], layout: GridLayout) -> Bool {
    let column = Int(((mark.position.x - layout.origin.x) / layout.spacing).rounded())
    let row = Int(((mark.position.y - layout.origin.y) / layout.spacing).rounded())
    guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return false }
    return !filled[layout.index(column, row)]
  }

  private static func toeless(_ length: Double) -> Finding {
    Finding(
      .warning, code: "toes-missing",
      message:
        "the scan ends at the ball of the foot; \(Int(length.rounded())) mm is the length that its widths suggest",
      remedy: "scan the toes, or say \(.footLength)")
  }

  private static func noisy(_ noise: Double) -> Finding {
    let shown = Dimension.shortest((noise * 10).rounded() / 10)
    return Finding(
      .warning, code: "scan-noisy",
      message: "the sole is rough by \(shown) mm or more: the foot may read some millimetres too long and too wide",
      remedy: "scan again with a steadier hand or closer, or say \(.footLength)")
  }

  /// Median distance between two grids.
  private static func typicalDifference(_ a: HeightGrid, _ b: HeightGrid) -> Double {
    var differences: [Double] = []
    for node in stride(from: 0, to: a.values.count, by: 7) {
      let difference = abs(a.values[node] - b.values[node])
      if !difference.isNaN { differences.append(difference) }
    }
    differences.sort()
    return differences.isEmpty ? .infinity : differences[differences.count / 2]
  }
}

extension Landmarks {
  /// The landmarks with their places moved.
  fileprivate func moved(_ place: (Vector3) -> Vector3) -> Landmarks {
    func moved(_ mark: Landmark) -> Landmark { Landmark(place(mark.position), confidence: mark.confidence) }
    return Landmarks(
      heel: moved(heel), heelCenter: moved(heelCenter), mt1: moved(mt1), mt5: moved(mt5), hallux: hallux.map(moved),
      toeTip: toeTip.map(moved), archApex: moved(archApex))
  }
}

extension GridLayout {
  /// Every so many nodes, about `spacing` apart, and which they are.
  fileprivate func thinned(to wanted: Double) -> (layout: GridLayout, nodes: [Int]) {
    let step = max(Int((wanted / spacing).rounded()), 1)
    let few = GridLayout(
      origin: origin, spacing: spacing * Double(step), columns: (columns - 1) / step + 1, rows: (rows - 1) / step + 1)
    var nodes: [Int] = []
    nodes.reserveCapacity(few.count)
    for row in 0..<few.rows {
      for column in 0..<few.columns { nodes.append(index(column * step, row * step)) }
    }
    return (few, nodes)
  }
}
