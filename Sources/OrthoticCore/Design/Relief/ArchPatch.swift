/// The arch as the contact model sees it: where the loaded foot leaves a gap that a support can fill.
package struct ArchPatch: Sendable {
  /// Nodes of the midfoot, ahead of the heel's border, over which nothing was measured.
  package let nodes: [Int]
  /// The same as a part of the sole.
  let part: SolePart

  /// Share of the arch's window from which a node counts: behind it the heel presses whatever the arch does.
  private static let leastWindow = 0.99

  /// Finds the arch of a loaded foot.
  ///
  /// - Parameter regions: The regions of the foot on the device, a pad left out; by default those of the foot alone.
  package init(loading: FootLoading, regions: FootRegions? = nil) {
    let model = loading.model
    let midfoot = (regions ?? loading.regions)[.midfoot]
    nodes = midfoot.indices.filter { node in
      midfoot[node] && model.sole.plantarHeight[node].isFinite && model.sole.archWeight[node] >= Self.leastWindow
        && model.before.values[node] < RegionMetrics.contactThreshold
    }
    part = loading.regions.part(of: nodes)
  }

  /// Highest mean over the area of a peak on the arch, kPa.
  package func peak(of pressure: [Double]) -> Double { part.peak(of: pressure) }
}

/// What the arch support carries.
public struct ArchOutcome: Equatable, Sendable {
  /// Share of the scanned arch's height that the support fills.
  public var contact: Double
  /// Highest pressure on the arch, kPa.
  public var peak: Double
  /// Force on the arch, N, in the picture of peaks.
  public var force: Double
  /// Area of the arch's gap under the loaded foot, cm².
  public var area: Double
  /// The band of the highest pressure; `nil` without bands.
  public var peakBand: Band?

  /// Reads the arch in a picture; `nil` where the loaded foot leaves no gap.
  init?(_ patch: ArchPatch, contact: Double, pressure: [Double], cellArea: Double) {
    guard !patch.nodes.isEmpty else { return nil }
    self.contact = contact
    peak = patch.peak(of: pressure)
    force = patch.nodes.reduce(0) { $0 + pressure[$1] } * cellArea / 1000
    area = Double(patch.nodes.count) * cellArea / 100
  }
}
