/// A recording as it presses the sole of a scanned foot: its pictures on one canonical grid, everything on the sole.
///
/// What design predicts from and what `pressure` says of regions, so that both speak of the same pressure.
public struct SolePressure: Sendable {
  /// The pictures that load the foot: one for a peak picture, one per loaded frame for a recording, kPa.
  public let pictures: [HeightGrid]
  /// Number of each picture in the recording.
  public let frames: [Int]
  /// Highest pressure at each node over all pictures, kPa.
  public let peak: HeightGrid
  /// The regions of the sole under this map, on the same grid.
  public let regions: FootRegions

  /// Frames that carry less than this share of the recording's highest force press too little to matter for a peak.
  static let leastForceShare = 0.02

  /// Lays a recording on the sole.
  ///
  /// - Parameters:
  ///   - recording: Heel first, of the foot's side.
  ///   - registration: How its peak picture lies on the foot.
  ///   - foot: The scanned foot.
  ///   - layout: The grid of the pictures.
  ///   - borders: Where regions end, where they are not to end as usual.
  package init(
    _ recording: PressureRecording, registered registration: RegisteredPressure, on foot: FootShape,
    layout: GridLayout, borders: RegionBorders? = nil
  ) {
    regions = FootRegions(
      foot: foot, layout: layout, registered: registration, borders: borders,
      sensorArea: recording.sensorArea * registration.pose.scaleX * registration.pose.scaleY)
    let whole = registration.sampled(on: layout)
    let isSole = (0..<layout.count).map { foot.plantar.interpolated(at: layout.position($0)).isFinite }
    let reflection = FootprintReflection(
      outline: foot.outline, isSole: isSole, isLoaded: whole.values.map { $0 > 0 }, layout: layout,
      sensorWidth: registration.sensorWidth)
    @Sendable func laid(_ sampled: HeightGrid, highest: Double) -> HeightGrid {
      HeightGrid(layout: layout, values: reflection.confined(sampled.values, highest: highest))
    }
    guard recording.kind == .frames, recording.frameCount > 1 else {
      let picture = laid(whole, highest: registration.map.peak)
      pictures = [picture]
      frames = [0]
      peak = picture
      return
    }
    let forces = recording.forces
    let least = (forces.max() ?? 0) * Self.leastForceShare
    let loaded = forces.indices.filter { forces[$0] > least && forces[$0] > 0 }
    let side = foot.side
    frames = loaded
    pictures = Parallel.map(count: loaded.count) { number in
      let frame = recording.frame(loaded[number])
      return laid(
        registration.sampled(side == .left ? frame.mirrored : frame, on: layout), highest: frame.peak)
    }
    var highest = HeightGrid(layout: layout, filledWith: 0)
    for picture in pictures {
      for node in picture.values.indices where picture.values[node] > highest.values[node] {
        highest.values[node] = picture.values[node]
      }
    }
    peak = highest
  }

  /// What the regions bore: peaks, means and areas of the picture of peaks, forces of the instant in which each was largest.
  public var metrics: [(region: FootRegion, metrics: RegionMetrics)] {
    regions.metrics(of: peak.values, instants: pictures.map(\.values))
  }
}

extension RegisteredPressure {
  /// Width of a sensor on the foot, the longer side of a cell, mm.
  var sensorWidth: Double { max(map.cellWidth * pose.scaleX, map.cellLength * pose.scaleY) }
}
