/// One look at the sole of a surface that stands roughly in the canonical frame: its lowest layer, outline and
/// landmarks.
struct SoleReading: Sendable {
  let patches: PlantarPatches
  private(set) var rim: SoleOutline
  let borders: SoleBorders
  let landmarks: Landmarks
  /// The plane that the sole stands on.
  let ground: GroundPlane
  /// Height of the sole along its medial arch line.
  let arch: ArchProfile

  /// Distance between the nodes of the grid that landmarks are sought on, mm.
  static let spacing = 2.0

  /// Reads the sole from points in millimetres; `nil` where heel and forefoot are not both there.
  ///
  /// - Parameter earlier: a reading in a frame that was almost the same, to start from.
  init?(_ points: [Vector3], after earlier: SoleReading? = nil) {
    let (lowest, silhouette) = Parallel.both({ PlantarPatches(points) }) {
      if let earlier { SoleOutline(points, arch: earlier.arch, from: earlier.rim.outline) } else { SoleOutline(points) }
    }
    guard let patches = lowest, let rim = silhouette else { return nil }
    let borders = SoleBorders(rim.outline)
    let layout = rim.outline.layout(spacing: Self.spacing)
    var heights = patches.heights(on: layout)
    let filled = heights.values.map(\.isNaN)
    // What was not seen is taken from the shape around it.
    ThinPlate.fill(&heights.values, layout: layout, inside: rim.outline.mask(on: layout))
    let finder = LandmarkFinder(sole: heights, borders: borders, rim: rim, noise: patches.roughness, filled: filled)
    guard let found = finder.found() else { return nil }
    landmarks = found.landmarks
    ground = found.ground
    self.patches = patches
    self.rim = rim
    self.borders = borders
    self.arch = ArchProfile(sole: heights, borders: borders)
  }

  /// The same reading with its outline as the next frame sees it.
  func moved(by correction: Similarity) -> SoleReading {
    var other = self
    other.rim = rim.moved(by: correction)
    return other
  }
}

extension Outline {
  /// A grid over the outline with a margin of 5 mm, its nodes at whole multiples of the spacing.
  func layout(spacing: Double) -> GridLayout {
    let box = (bounds ?? Bounds2(.zero)).expanded(by: 5)
    let first = Vector2((box.minimum.x / spacing).rounded(.down), (box.minimum.y / spacing).rounded(.down))
    return GridLayout(
      origin: first * spacing, spacing: spacing, columns: Int(box.maximum.x / spacing - first.x) + 1,
      rows: Int(box.maximum.y / spacing - first.y) + 1)
  }

  /// Which nodes of a grid lie inside (even–odd rule, row by row).
  func mask(on layout: GridLayout) -> [Bool] {
    var mask = [Bool](repeating: false, count: layout.count)
    var crossings = [[Double]](repeating: [], count: layout.rows)
    guard var previous = points.last else { return mask }
    for point in points {
      let (a, b) = previous.y < point.y ? (previous, point) : (point, previous)
      previous = point
      var row = max(Int(((a.y - layout.origin.y) / layout.spacing).rounded(.up)), 0)
      while row < layout.rows, layout.y(row) < b.y {
        if layout.y(row) >= a.y {
          crossings[row].append(a.x + (b.x - a.x) * (layout.y(row) - a.y) / (b.y - a.y))
        }
        row += 1
      }
    }
    for row in 0..<layout.rows {
      let sorted = crossings[row].sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(Int(((sorted[pair] - layout.origin.x) / layout.spacing).rounded(.up)), 0)
        let last = min(Int((sorted[pair + 1] - layout.origin.x) / layout.spacing), layout.columns - 1)
        for column in first..<max(last + 1, first) { mask[row * layout.columns + column] = true }
      }
    }
    return mask
  }
}
