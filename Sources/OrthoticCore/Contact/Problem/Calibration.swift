/// The overclosure of the sole on a flat rigid floor, found by turning the model round.
///
/// With a measured map it is `c0 = ht·Pt⁻¹(p)` wherever pressure was measured, so that "before" is the measurement
/// itself and the model's error cancels to first order in "after". Elsewhere, and everywhere without a map, it comes
/// from the scan.
package struct Calibration: Equatable, Sendable {
  /// What the overclosure rests on.
  package enum Source: Equatable, Sendable {
    /// A measured map.
    case pressureMap
    /// The scan's shape and the load alone.
    case scanAndWeight
  }

  /// What the overclosure rests on.
  package var source: Source
  /// Overclosure on a flat rigid floor, mm; `-infinity` off the sole.
  package var overclosure: [Double]
  /// Force that the map, or the settled scan, carries, N.
  package var force: Double
  /// Where that force acts, mm.
  package var centerOfPressure: Vector2
  /// The plane that lays the scan on the floor, with how well the scan's shape explains the map.
  ///
  /// Its correlation and residual are the quality of the registration; 1 and 0 without a map.
  package var plane: StandingPlane

  /// Calibrates on a measured map.
  ///
  /// - Parameters:
  ///   - layout: Where the nodes lie.
  ///   - pressure: Measured pressure at each node, kPa; 0 or `nan` where none.
  ///   - plantarHeight: Height of the scanned sole, mm; `nan` off the foot.
  ///   - tissue: Thickness and column law at each node.
  ///   - gapShare: Share of the scan's gap that is left where the foot is loaded, 0 to 1.
  ///   - archWeight: Where the gap is arch, 0 to 1 per node, so that only there the load lowers it; `nil` is everywhere.
  ///   - cellShare: Area of each node in cells; `nil` is a whole cell each.
  package init(
    layout: GridLayout, pressure: [Double], plantarHeight: [Double], tissue: TissueField, gapShare: Double = 1,
    archWeight: [Double]? = nil, cellShare: [Double]? = nil
  ) {
    precondition(
      pressure.count == layout.count && plantarHeight.count == layout.count
        && tissue.thickness.count == layout.count && (archWeight?.count ?? layout.count) == layout.count,
      "one value per node")
    source = .pressureMap
    let measured = Self.measured(
      layout: layout, pressure: pressure, plantarHeight: plantarHeight, tissue: tissue, gapShare: gapShare,
      archWeight: archWeight)
    overclosure = measured.overclosure
    plane = measured.plane.judged(layout, measured.loaded, overclosure, plantarHeight)
    (force, centerOfPressure) = Self.resultant(layout, pressure, shares: cellShare)
  }

  /// The overclosure that a measured map means, its loaded nodes, and the plane that lays the scan on it, not judged.
  ///
  /// - Parameter plane: How the scan lies, where another picture says it better; `nil` fits it to this one.
  static func measured(
    layout: GridLayout, pressure: [Double], plantarHeight: [Double], tissue: TissueField, gapShare: Double,
    archWeight: [Double]?, plane: StandingPlane? = nil
  ) -> (overclosure: [Double], loaded: [Int], plane: StandingPlane) {
    var overclosure = [Double](repeating: -.infinity, count: layout.count)
    var loaded: [Int] = []
    for node in 0..<layout.count where pressure[node] > 0 && pressure[node].isFinite {
      overclosure[node] = tissue.thickness[node] * tissue[node].strain(atPressure: pressure[node])
      loaded.append(node)
    }
    let fit = plane ?? StandingPlane(layout: layout, nodes: loaded, overclosure: overclosure, height: plantarHeight)
    for node in 0..<layout.count where overclosure[node] == -.infinity && plantarHeight[node].isFinite {
      // A gap by definition: nothing was measured there.
      let gap = min(fit.overclosure(at: layout.position(node), height: plantarHeight[node]), 0)
      overclosure[node] = gap * Self.share(gapShare, weight: archWeight?[node])
    }
    return (overclosure, loaded, fit)
  }

  /// Calibrates on the scan and the load alone.
  ///
  /// The sole is settled on a flat rigid floor until it carries the force; its tilt too where a centre of pressure is
  /// given, else it keeps the tilt of the scan.
  ///
  /// - Returns: `nil` where no balance exists: no sole, no force, or a centre of pressure outside the sole.
  package init?(
    layout: GridLayout, plantarHeight: [Double], tissue: TissueField, force: Double,
    centerOfPressure: Vector2? = nil, gapShare: Double = 1, archWeight: [Double]? = nil, cellShare: [Double]? = nil
  ) {
    precondition(
      plantarHeight.count == layout.count && tissue.thickness.count == layout.count
        && (archWeight?.count ?? layout.count) == layout.count,
      "one value per node")
    var overclosure = [Double](repeating: -.infinity, count: layout.count)
    var lowest = Double.infinity
    for height in plantarHeight where height < lowest { lowest = height }
    guard lowest.isFinite, force > 0, force.isFinite else { return nil }
    for node in 0..<layout.count where plantarHeight[node].isFinite {
      overclosure[node] = (lowest - plantarHeight[node]) * Self.share(gapShare, weight: archWeight?[node])
    }
    var floor = ContactProblem(
      layout: layout, overclosure: overclosure, tissue: tissue, force: force,
      centerOfPressure: centerOfPressure ?? Vector2(0, 0))
    if let cellShare { floor.cellShare = cellShare }
    let solution = centerOfPressure == nil ? floor.settledWithoutTilt() : floor.solved()
    guard solution.converged else { return nil }
    let center = floor.centerOfPressure
    for node in 0..<layout.count where overclosure[node].isFinite {
      let arm = layout.position(node) - center
      overclosure[node] += solution.settling + solution.tiltX * arm.x + solution.tiltY * arm.y
    }
    source = .scanAndWeight
    self.overclosure = overclosure
    plane = StandingPlane(
      offset: lowest + solution.settling - solution.tiltX * center.x - solution.tiltY * center.y,
      slopeX: solution.tiltX, slopeY: solution.tiltY)
    (self.force, self.centerOfPressure) = Self.resultant(layout, solution.pressure, shares: cellShare)
  }

  /// The share of the gap that is left at a node that counts to the arch by a weight.
  private static func share(_ gapShare: Double, weight: Double?) -> Double {
    let weight = min(max(weight ?? 1, 0), 1)
    return 1 - (weight.isNaN ? 1 : weight) * (1 - gapShare)
  }

  /// Force, N, and its place, mm, of a pressure, kPa.
  ///
  /// - Parameter shares: Area of each node in cells; `nil` is a whole cell each.
  static func resultant(
    _ layout: GridLayout, _ pressure: [Double], shares: [Double]? = nil
  ) -> (force: Double, center: Vector2) {
    var sum = 0.0
    var moment = Vector2(0, 0)
    for node in 0..<layout.count where pressure[node] > 0 && pressure[node].isFinite {
      let load = pressure[node] * (shares?[node] ?? 1)
      sum += load
      moment = moment + layout.position(node) * load
    }
    return (sum * layout.cellArea / 1000, sum > 0 ? moment * (1 / sum) : Vector2(0, 0))
  }
}
