#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Indices of a footprint.
///
/// Lengths run along the foot's axis: the chord of the centre of pressure where there are frames, else the foot's own.
public struct FootprintIndices: Equatable, Sendable {
  /// Middle third of the toeless print's area over the whole of it (Cavanagh & Rodgers 1987): ≤ 0.21 high arch, ≥ 0.26 low.
  public var archIndex: Double?
  /// Narrowest midfoot width over widest forefoot width: ≥ 0.45 flat.
  public var chippauxSmirak: Double?
  /// Narrowest midfoot width over widest heel width: > 0.89 flat.
  public var staheli: Double?
  /// Lateral excursion of the centre of pressure from its chord at the distal third line over forefoot width, × 100.
  public var centerOfPressureExcursion: Double?

  /// Parts of a cell's side at which its area is sampled; fewer for grids of many cells.
  private static let mostParts = 5
  /// Most samples of a print.
  private static let mostSamples = 500_000

  /// Measures a recording whose map lies on the foot as `frame` says.
  public init(_ recording: PressureRecording, frame: FootprintFrame) {
    let picture = recording.peakPicture
    let positions = frame.positions(of: picture)
    let lines = ForefootFrame(frame, picture: picture)

    let path = recording.kind == .frames ? recording.centersOfPressure.compactMap { $0 } : []
    let axis = Self.axis(path: path, frame: frame)
    let lateral = frame.side == .left ? axis.perpendicular : -axis.perpendicular
    // The print as points, each a part of a cell.
    var parts = Self.mostParts
    while parts > 1, picture.values.count * parts * parts > Self.mostSamples { parts -= 1 }
    var all: [Place] = []
    for index in picture.values.indices where picture.values[index] > 0 {
      let corner = Vector2(
        Double(index % picture.columns) * picture.cellWidth, Double(index / picture.columns) * picture.cellLength)
      let isToe = lines.isToe(positions[index])
      for part in 0..<parts * parts {
        let u = (Double(part % parts) + 0.5) / Double(parts)
        let v = (Double(part / parts) + 0.5) / Double(parts)
        let point = corner + Vector2(u * picture.cellWidth, v * picture.cellLength)
        all.append(Place(along: point.dot(axis), across: point.dot(lateral), isToe: isToe))
      }
    }
    let toeless = all.filter { !$0.isToe }
    guard let rear = toeless.map(\.along).min(), let front = toeless.map(\.along).max(), front > rear else { return }
    let third = (front - rear) / 3
    let middle = toeless.count { $0.along >= rear + third && $0.along < rear + 2 * third }
    archIndex = Double(middle) / Double(toeless.count)

    let bin = picture.cellLength
    func widths(_ range: Range<Double>) -> [Double] { Self.widths(toeless, from: rear, range: range, bin: bin) }
    let narrowest = widths(rear + third..<rear + 2 * third).min() ?? 0
    let forefoot = widths(rear + 2 * third..<front).max() ?? 0
    let heel = widths(rear..<rear + third).max() ?? 0
    chippauxSmirak = forefoot > 0 ? narrowest / forefoot : nil
    staheli = heel > 0 ? narrowest / heel : nil

    // The distal third line divides the whole length, toes included.
    guard path.count > 2, let tip = all.map(\.along).max() else { return }
    let acrossForefoot = toeless.filter { $0.along >= rear + 2 * third * 0.9 }.map(\.across)
    let width = (acrossForefoot.max() ?? 0) - (acrossForefoot.min() ?? 0)
    let line = rear + (tip - rear) * 2 / 3
    guard width > 0, let excursion = Self.excursion(path, axis: axis, lateral: lateral, line: line) else { return }
    centerOfPressureExcursion = 100 * excursion / width
  }

  /// A part of the print: along the axis from the heel, across it to the lateral side, mm.
  private struct Place {
    var along: Double
    var across: Double
    var isToe: Bool
  }

  /// From the first to the last centre of pressure; the foot's own axis where the path is short or missing.
  private static func axis(path: [Vector2], frame: FootprintFrame) -> Vector2 {
    if let first = path.first, let last = path.last, (last - first).length > 0.4 * frame.length / frame.pose.scaleY {
      return (last - first).normalized
    }
    // The canonical y axis seen from the map.
    let turned = Vector2(sin(frame.pose.rotation), cos(frame.pose.rotation))
    return frame.side == .left ? Vector2(-turned.x, turned.y) : turned
  }

  /// Extent across, in bins along, of those bins that lie in a range.
  private static func widths(_ places: [Place], from rear: Double, range: Range<Double>, bin: Double) -> [Double] {
    let count = Int((range.upperBound - rear) / bin) + 1
    var low = [Double](repeating: .infinity, count: count)
    var high = [Double](repeating: -.infinity, count: count)
    for place in places where range.contains(place.along) {
      let index = min(max(Int((place.along - rear) / bin), 0), count - 1)
      low[index] = min(low[index], place.across)
      high[index] = max(high[index], place.across)
    }
    let first = Int((range.lowerBound - rear) / bin) + 1
    // Bins without any contact have no width; the cut bins at both ends are left out.
    return (first..<max(count - 1, first)).map { high[$0] > low[$0] ? high[$0] - low[$0] : 0 }
  }

  /// Distance of the path from its chord, to the lateral side positive, where it crosses a line across the axis.
  private static func excursion(_ path: [Vector2], axis: Vector2, lateral: Vector2, line: Double) -> Double? {
    guard let first = path.first else { return nil }
    for index in path.indices.dropFirst() {
      let (a, b) = (path[index - 1], path[index])
      let (before, after) = (a.dot(axis), b.dot(axis))
      guard before < line, after >= line else { continue }
      let point = a + (b - a) * ((line - before) / (after - before))
      return (point - first).dot(lateral)
    }
    return nil
  }
}

extension FootprintIndices {
  /// Nothing measured.
  init() {
    archIndex = nil
    chippauxSmirak = nil
    staheli = nil
    centerOfPressureExcursion = nil
  }
}
