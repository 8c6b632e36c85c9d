/// What one picture shows in one region.
public struct RegionMetrics: Equatable, Sendable {
  /// Highest pressure, kPa.
  public var peak: Double
  /// Mean over the loaded nodes, kPa; 0 where none is loaded.
  public var mean: Double
  /// Loaded area, cm².
  public var area: Double
  /// Force, N.
  public var force: Double

  /// Creates metrics from numbers.
  public init(peak: Double, mean: Double, area: Double, force: Double) {
    self.peak = peak
    self.mean = mean
    self.area = area
    self.force = force
  }

  /// Pressure from which a node counts as loaded, kPa.
  ///
  /// Below the resolution of every system read (0.5 to 2.5 kPa steps); what interpolation leaves beside the print.
  public static let contactThreshold = 1.0

  /// Measures the nodes of a mask.
  ///
  /// - Parameters:
  ///   - pressure: kPa, one per node; `nan` counts as unloaded.
  ///   - mask: which nodes belong to the region, in the same order.
  ///   - cellArea: area of a node, mm².
  public init(pressure: [Double], mask: [Bool], cellArea: Double) {
    precondition(pressure.count == mask.count, "one pressure per node")
    self.init(pressure: pressure, nodes: mask.indices.filter { mask[$0] }, cellArea: cellArea)
  }

  /// Measures the nodes of a list.
  init(pressure: [Double], nodes: [Int], cellArea: Double) {
    var (peak, sum, loadedSum, loaded) = (0.0, 0.0, 0.0, 0)
    for index in nodes {
      let value = pressure[index]
      guard value > 0 else { continue }
      peak = max(peak, value)
      sum += value
      if value >= Self.contactThreshold {
        loaded += 1
        loadedSum += value
      }
    }
    self.init(
      peak: peak, mean: loaded > 0 ? loadedSum / Double(loaded) : 0, area: Double(loaded) * cellArea / 100,
      force: sum * cellArea / 1000)
  }
}
