/// What a device does under one foot in one case: the numbers that an optimisation judges it by.
package struct DeviceTrial: Equatable, Sendable {
  /// Highest pressures of `RegionTarget.regions` on the device, kPa.
  package var peaks: [Double]
  /// Highest pressure of what presses on a pad or bar, before and on the device, kPa; `nil` without one.
  package var pad: (before: Double, after: Double)?
  /// Highest pressure on the arch support, kPa.
  package var arch: Double
  /// Force on the heel as a share of before; 1 where the heel bore little.
  package var heelForce: Double
  /// Area of foam that is squeezed nearly flat, cm².
  package var bottomed: Double
  /// Depth that the minimum wall kept from being hollowed out, mm.
  package var shortfall: Double
  /// Whether rules refuse it, or it brings warnings that the prescribed device does not have, or no balance.
  package var isRefused: Bool

  package static func == (a: DeviceTrial, b: DeviceTrial) -> Bool {
    a.peaks == b.peaks && a.pad?.before == b.pad?.before && a.pad?.after == b.pad?.after && a.arch == b.arch
      && a.heelForce == b.heelForce && a.bottomed == b.bottomed && a.shortfall == b.shortfall
      && a.isRefused == b.isRefused
  }
}

extension DeviceTrial {
  /// Reads a balanced foot on a device.
  ///
  /// - Parameters:
  ///   - regions: The regions of the foot on the device, what presses on its pads being one of its own.
  ///   - before: Highest pressure before, kPa, at each node.
  ///   - after: The same on the device.
  init(regions: FootRegions, before: [Double], after: [Double], arch: ArchPatch) {
    peaks = RegionTarget.regions.map { regions.part($0)?.peak(of: after) ?? 0 }
    pad = regions.part(.metatarsalPad).map { ($0.peak(of: before), $0.peak(of: after)) }
    self.arch = arch.nodes.isEmpty ? 0 : arch.peak(of: after)
    heelForce = 1
    if let heel = regions.part(.heel), let whole = regions.part(.whole) {
      let bore = heel.force(of: before)
      if bore > Lint.loadedHeel * whole.force(of: before) { heelForce = heel.force(of: after) / bore }
    }
    bottomed = 0
    shortfall = 0
    isRefused = false
  }
}
