extension SoftPart {
  /// How far a part keeps from the trim line and from its neighbour, mm: edge and wall stay in one material.
  static let rimMargin = 7.0
  static let seam = 1.5
  /// Radius of a part's corners, mm.
  static let cornerRadius = 4.0
  /// Resolution of the cutting, mm.
  static let resolution = 1.0

  /// The parts of a device that a prescription makes softer or firmer, from heel to toes.
  static func parts(_ zones: StiffnessZones, frame: DesignFrame, trim: Outline) -> [SoftPart] {
    let wanted = StiffnessZones.Part.allCases.filter { (zones.hardness[$0]?.factor ?? 1) != 1 }
    guard !wanted.isEmpty else { return [] }
    let layout = GridLayout.covering(trim, spacing: resolution, margin: 3)
    let inside = trim.signedDistance(on: layout, band: 30)
    return wanted.compactMap { part in
      guard let outline = outline(part.band(in: frame), layout: layout, inside: inside) else { return nil }
      return SoftPart(name: part.rawValue, outline: outline, factor: zones.hardness[part]?.factor ?? 1)
    }
  }

  private static func outline(_ band: (Vector2) -> Double, layout: GridLayout, inside: HeightGrid) -> Outline? {
    var field = inside
    for index in field.values.indices {
      field.values[index] = min(inside.values[index] - rimMargin, band(layout.position(index)) - seam)
    }
    guard let kept = field.largestContour(at: 0) else { return nil }
    let rounded = kept.offset(by: -cornerRadius, resolution: resolution)
      .offset(by: cornerRadius, resolution: resolution)
    guard rounded.points.count > 8, rounded.signedArea > 100 else { return nil }
    return rounded.resampled(spacing: 1).smoothed(over: 4)
  }
}

extension InsoleSurfaces {
  /// Whether a line shares ground with a part that is there already.
  func hasPart(crossing outline: Outline) -> Bool {
    softParts.contains { part in
      part.outline.points.contains(where: outline.contains) || outline.points.contains(where: part.outline.contains)
    }
  }
}

extension StiffnessZones.Part {
  /// How far a place lies inside the part's band along the foot, mm, by the borders of the foot's regions.
  func band(in frame: DesignFrame) -> (Vector2) -> Double {
    let lead = 0.1 * frame.length
    return { place in
      let heads = frame.metatarsalLine(atX: place.x) - lead
      let toes = frame.sulcusLine(atX: place.x)
      return switch self {
      case .heel: frame.heelEnd - place.y
      case .midfoot: min(place.y - frame.heelEnd, heads - place.y)
      case .forefoot: min(place.y - heads, toes - place.y)
      case .toes: place.y - toes
      }
    }
  }
}
