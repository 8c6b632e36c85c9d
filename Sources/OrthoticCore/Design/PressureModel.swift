/// The calibrated foot that is set on any number of insoles: tissue, loads and the pressure before.
///
/// The model is inverted on the measured map, so that "before" is the measurement itself and what the model gets
/// wrong about this foot cancels to first order in "after".
public struct PressureModel: Sendable {
  /// Grid of the contact problem, canonical frame.
  public let layout: GridLayout
  /// The loads: one for a peak picture, one per frame for a recording.
  public let loads: [PlantarLoad]
  /// Highest pressure at each node over all loads, kPa.
  public let before: HeightGrid
  let tissueThickness: [Double]
  let tissueStiffness: [Double]
  let tissueExponent: [Double]

  /// Creates a model from calibrated loads.
  init(
    layout: GridLayout, loads: [PlantarLoad], tissueThickness: [Double], tissueStiffness: [Double],
    tissueExponent: [Double]
  ) {
    self.layout = layout
    self.loads = loads
    self.tissueThickness = tissueThickness
    self.tissueStiffness = tissueStiffness
    self.tissueExponent = tissueExponent
    before = HeightGrid(layout: layout, values: Self.peak(loads.map(\.pressure), count: layout.count))
  }

  /// The foot balanced on an insole.
  public struct Outcome: Sendable {
    /// Highest pressure at each node over all loads, kPa.
    public var pressure: HeightGrid
    /// The balanced state for each load, in order.
    public var solutions: [ContactSolution]
  }

  /// The pressure on an insole of given surfaces and column modulus (kPa at each node of `layout`).
  ///
  /// `selected` limits the loads to some of them; the default is all.
  public func outcome(on insole: InsoleColumns, selected: [Int]? = nil) -> Outcome {
    let chosen = selected ?? Array(loads.indices)
    let solutions = Parallel.map(count: chosen.count) { problem(on: insole, load: chosen[$0]).solved() }
    return Outcome(
      pressure: HeightGrid(layout: layout, values: Self.peak(solutions.map(\.pressure), count: layout.count)),
      solutions: solutions)
  }

  private func problem(on insole: InsoleColumns, load: Int) -> ContactProblem {
    ContactProblem(
      layout: layout, overclosure: loads[load].overclosure, tissueThickness: tissueThickness,
      tissueStiffness: tissueStiffness, tissueExponent: tissueExponent, top: insole.top,
      insoleThickness: insole.thickness, insoleModulus: insole.modulus, force: loads[load].force,
      centerOfPressure: loads[load].centerOfPressure)
  }

  private static func peak(_ fields: [[Double]], count: Int) -> [Double] {
    guard var peak = fields.first else { return [Double](repeating: 0, count: count) }
    for field in fields.dropFirst() {
      for index in peak.indices where field[index] > peak[index] { peak[index] = field[index] }
    }
    return peak
  }
}

/// An insole as the contact model sees it: columns on the contact grid.
public struct InsoleColumns: Sendable {
  /// Height of the top, mm; `nan` outside the trim line.
  public var top: [Double]
  /// Compressible thickness, mm.
  public var thickness: [Double]
  /// Column modulus, kPa.
  public var modulus: [Double]

  /// Samples surfaces on a contact grid.
  public init(surfaces: InsoleSurfaces, layout: GridLayout, columnModulus: Double) {
    var top = [Double](repeating: .nan, count: layout.count)
    var thickness = [Double](repeating: 0, count: layout.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let point = Vector2(layout.x(column), layout.y(row))
        guard surfaces.distanceToTrim.interpolated(at: point) >= 0 else { continue }
        let height = surfaces.top.interpolated(at: point)
        let below = surfaces.bottom.interpolated(at: point)
        guard height.isFinite, below.isFinite else { continue }
        top[layout.index(column, row)] = height
        thickness[layout.index(column, row)] = max(height - below, 0)
      }
    }
    self.top = top
    self.thickness = thickness
    modulus = [Double](repeating: columnModulus, count: layout.count)
  }

  /// The columns with pockets sunk, the material under each pocket thinner by the pocket's depth.
  func sunk(by depths: [(depth: Double, shares: HeightGrid)], minimumWall: Double) -> InsoleColumns {
    var sunk = self
    for pocket in depths where pocket.depth > 0 {
      for index in sunk.top.indices where pocket.shares.values[index] > 0 && sunk.top[index].isFinite {
        let spare = max(sunk.thickness[index] - minimumWall, 0)
        let drop = min(pocket.depth * pocket.shares.values[index], spare)
        sunk.top[index] -= drop
        sunk.thickness[index] -= drop
      }
    }
    return sunk
  }
}
