/// The columns of a problem in single precision, eight at a time: for the draws of a sensitivity set.
///
/// Pressures are good to about 1e-5, where bands are known to a per cent, at a fraction of the time. Only columns on a
/// linear insole; a foam that densifies is left to `SeriesColumns`.
struct VectorColumns: ColumnField {
  typealias Lane = FloatLanes.Lane

  /// Eight nodes that can come into contact.
  private struct Group {
    // Places from the nominal centre of pressure, mm.
    var x = Lane.zero
    var y = Lane.zero
    /// Overclosure, mm; far below contact in a lane without a node.
    var overclosure = Lane(repeating: Self.apart)
    // Tissue thickness, mm, stiffness K0, kPa, exponent b, and the insole's compliance, mm/kPa.
    var thickness = Lane.one
    var stiffness = Lane.one
    var exponent = Lane.one
    var compliance = Lane.zero
    // What the columns did at the overclosure last tried: strain, its derivative, pressure, kPa.
    var strain = Lane.zero
    var rate = Lane.zero
    var tried = Lane.zero
    var pressure = Lane.zero

    static let apart: Float = -1e9
  }

  /// Relative step of the strain after which the answer, moved along its tangent, is good enough.
  private static let lastStep: Float = 1e-3
  /// Steps at one pose, of which a neighbour's answer needs 1–3.
  ///
  /// Where more were needed the balance is still far too, and the next pose goes on from here.
  private static let largestStepCount = 3
  private static let width = Lane.scalarCount
  /// Groups summed in single precision before their sums are added up in double.
  private static let block = 64
  /// Smallest exponent of the tissue's law that single precision tells from none.
  private static let smallestExponent = 1e-3

  private let nominal: [Group]
  private let nodes: [Int]
  private var groups: [Group]
  private var shift = Vector2.zero
  private(set) var lever: Double
  private let nominalThickness: Double
  private(set) var thickestTissue: Double

  /// Takes the columns of a problem; `nil` where one is not linear, or there are none.
  init?(_ problem: ContactProblem) {
    guard problem.densificationStrain == .infinity, problem.centerOfPressure.x.isFinite,
      problem.centerOfPressure.y.isFinite, problem.force.isFinite
    else { return nil }
    let layout = problem.layout
    var groups: [Group] = []
    groups.reserveCapacity(layout.count / Self.width + 1)
    var nodes: [Int] = []
    nodes.reserveCapacity(layout.count)
    var moments = 0.0
    var thickest = 1.0
    for node in 0..<layout.count {
      guard let column = problem.column(node) else { continue }
      guard column.tissue.exponent >= Self.smallestExponent else { return nil }
      let lane = nodes.count % Self.width
      if lane == 0 { groups.append(Group()) }
      let place = layout.position(node) - problem.centerOfPressure
      let group = groups.count - 1
      groups[group].x[lane] = Float(place.x)
      groups[group].y[lane] = Float(place.y)
      groups[group].overclosure[lane] = Float(problem.overclosure[node] + problem.top[node])
      groups[group].thickness[lane] = Float(column.tissue.thickness)
      groups[group].stiffness[lane] = Float(column.tissue.stiffness)
      groups[group].exponent[lane] = Float(column.tissue.exponent)
      let insole = column.insole
      groups[group].compliance[lane] = insole.thickness > 0 ? Float(insole.thickness / insole.modulus) : 0
      nodes.append(node)
      moments += place.dot(place)
      thickest = max(thickest, column.tissue.thickness)
    }
    guard !nodes.isEmpty else { return nil }
    self.nodes = nodes
    self.groups = groups
    nominal = groups
    lever = max((moments / Double(2 * nodes.count)).squareRoot(), layout.spacing)
    nominalThickness = thickest
    thickestTissue = thickest
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// Makes the columns those of a draw; their states stay as guesses.
  ///
  /// - Parameters:
  ///   - overclosure: Overclosure at each node of the grid with the top's height, mm.
  ///   - shift: From the nominal centre of pressure to the draw's, mm.
  mutating func vary(_ draw: SensitivityDraw, overclosure: (Int) -> Double, shift: Vector2) {
    self.shift = shift
    thickestTissue = nominalThickness * draw.tissueThickness
    let thickness = Float(draw.tissueThickness)
    let stiffness = Float(draw.tissueStiffness)
    let compliance = 1 / Float(draw.insoleModulus)
    for index in groups.indices {
      groups[index].thickness = nominal[index].thickness * thickness
      groups[index].stiffness = nominal[index].stiffness * stiffness
      groups[index].compliance = nominal[index].compliance * compliance
    }
    for (index, node) in nodes.enumerated() {
      let value = Float(overclosure(node))
      groups[index / Self.width].overclosure[index % Self.width] = value.isFinite ? value : Group.apart
    }
  }

  func deepest(slope: Vector2) -> Double {
    var deepest = -Double.infinity
    for (index, _) in nodes.enumerated() {
      let group = groups[index / Self.width]
      let lane = index % Self.width
      deepest = max(
        deepest,
        Double(group.overclosure[lane]) + slope.x * (Double(group.x[lane]) - shift.x)
          + slope.y * (Double(group.y[lane]) - shift.y))
    }
    return deepest
  }

  mutating func sums(settling: Double, slope: Vector2) -> ColumnSums {
    let settling = Lane(repeating: Float(settling - slope.dot(shift)))
    let slopeX = Lane(repeating: Float(slope.x))
    let slopeY = Lane(repeating: Float(slope.y))
    var total = ColumnSums()
    for start in stride(from: 0, to: groups.count, by: Self.block) {
      var part = LaneSums()
      for index in start..<min(start + Self.block, groups.count) {
        let stiffness = Self.settle(&groups[index], settling, slopeX, slopeY)
        part.add(groups[index].pressure, stiffness, x: groups[index].x, y: groups[index].y)
      }
      part.add(to: &total)
    }
    return total.about(shift)
  }

  /// Settles eight columns and returns their stiffnesses, kPa/mm: `SeriesColumn.state` in lanes.
  @inline(__always)
  private static func settle(_ group: inout Group, _ settling: Lane, _ slopeX: Lane, _ slopeY: Lane) -> Lane {
    let overclosure = group.overclosure + settling + slopeX * group.x + slopeY * group.y
    let isOpen = overclosure .<= 0
    guard !all(isOpen) else {
      group.strain = .zero
      group.rate = .zero
      group.tried = overclosure
      group.pressure = .zero
      return .zero
    }
    let (b, k) = (group.exponent, group.stiffness)
    let scale = k / b
    // The strain is at most that of two linear springs.
    let high = overclosure / (group.thickness + group.compliance * k)
    var strain = group.strain + group.rate * (overclosure - group.tried)
    strain.replace(with: high, where: (strain .<= 0) .| (strain .>= high))
    var pressure = Lane.zero
    var slope = Lane.zero
    var inverse = Lane.zero
    for _ in 0..<largestStepCount {
      let growth = FloatLanes.exponentialLessOne(b * strain)
      pressure = scale * growth
      slope = k * growth + k
      inverse = 1 / (group.thickness + group.compliance * slope)
      let change = (overclosure - group.thickness * strain - group.compliance * pressure) * inverse
      pressure += slope * change
      let isLast = (change .<= lastStep * strain) .& (change .>= -lastStep * strain)
      var next = strain + change
      // Newton from the right stays right of the answer; from the left it may leap beyond the bracket.
      next.replace(with: high, where: next .> high)
      next.replace(with: strain * 0.5, where: next .<= 0)
      strain = next
      if all(isLast .| isOpen) { break }
    }
    pressure.replace(with: 0, where: isOpen)
    strain.replace(with: 0, where: isOpen)
    inverse.replace(with: 0, where: isOpen)
    group.pressure = pressure
    group.strain = strain
    group.rate = inverse
    group.tried = overclosure
    var stiffness = slope * inverse
    stiffness.replace(with: 0, where: isOpen)
    return stiffness
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for (index, node) in nodes.enumerated() {
      pressure[node] = Double(groups[index / Self.width].pressure[index % Self.width])
    }
    return pressure
  }
}

/// `ColumnSums` of a block of groups, lane by lane.
private struct LaneSums {
  private typealias Lane = VectorColumns.Lane
  private var force = Lane.zero
  private var momentX = Lane.zero
  private var momentY = Lane.zero
  private var k00 = Lane.zero
  private var k01 = Lane.zero
  private var k02 = Lane.zero
  private var k11 = Lane.zero
  private var k12 = Lane.zero
  private var k22 = Lane.zero

  @inline(__always)
  mutating func add(
    _ pressure: VectorColumns.Lane, _ stiffness: VectorColumns.Lane, x: VectorColumns.Lane, y: VectorColumns.Lane
  ) {
    force += pressure
    momentX += pressure * x
    momentY += pressure * y
    let kx = stiffness * x
    let ky = stiffness * y
    k00 += stiffness
    k01 += kx
    k02 += ky
    k11 += kx * x
    k12 += kx * y
    k22 += ky * y
  }

  func add(to total: inout ColumnSums) {
    func sum(_ lane: VectorColumns.Lane) -> Double { SIMD8<Double>(lane).sum() }
    total.force += sum(force)
    total.moment = total.moment + Vector2(sum(momentX), sum(momentY))
    total.k00 += sum(k00)
    total.k01 += sum(k01)
    total.k02 += sum(k02)
    total.k11 += sum(k11)
    total.k12 += sum(k12)
    total.k22 += sum(k22)
  }
}
