/// The columns of a problem in single precision, eight at a time: for the draws of a sensitivity set and for doses.
///
/// Pressures are good to about 1e-5, where bands are known to a per cent, at a fraction of the time.
struct VectorColumns: ColumnField {
  typealias Lane = FloatLanes.Lane

  /// Eight nodes that can come into contact.
  private struct Group {
    // Places from the nominal centre of pressure, mm.
    var x = Lane.zero
    var y = Lane.zero
    /// Leverage of the two rays of the group's run.
    var leverage = Lane.zero
    var nextLeverage = Lane.zero
    /// Area in cells; 0 in a lane without a node.
    var share = Lane.zero
    /// Overclosure, mm; far below contact in a lane without a node.
    var overclosure = Lane(repeating: Self.apart)
    // Tissue thickness, mm, stiffness K0, kPa, and exponent b.
    var thickness = Lane.one
    var stiffness = Lane.one
    var exponent = Lane.one
    var insole = Layer()
    var cover = Layer()
    // What the columns did at the overclosure last tried: strain, its derivative, pressure, kPa.
    var strain = Lane.zero
    var rate = Lane.zero
    var tried = Lane.zero
    var pressure = Lane.zero

    static let apart: Float = -1e9
  }

  /// `FoamLaw` in lanes: `y = x + bend · x⁴/(1 − x)`.
  private struct Layer {
    /// Compression at x = 1, mm; 0 where there is no layer.
    var travel = Lane.zero
    /// y by pressure, 1/kPa.
    var perPressure = Lane.zero
    /// 1 where the layer densifies, 0 where it is linear.
    var bend = Lane.zero
    /// The strain at which x = 1.
    var strain = Lane.one
    /// x at the overclosure last tried.
    var ratio = Lane.zero

    /// Where a linear layer's x stays far below 1, so that 1 − x divides by nothing small.
    static let linearStrain: Float = 1e6

    mutating func set(_ column: InsoleColumn, lane: Int) {
      guard column.thickness > 0 else { return }
      let densifies = column.densificationStrain.isFinite
      let strain = densifies ? Float(column.densificationStrain) : Self.linearStrain
      travel[lane] = Float(column.thickness) * strain
      perPressure[lane] = 1 / (Float(column.modulus) * strain)
      bend[lane] = densifies ? 1 : 0
      self.strain[lane] = strain
    }

    /// The layer of a draw; x stays as a guess.
    mutating func vary(_ draw: SensitivityDraw, from nominal: Layer) {
      // 1 − (1 − eD)·f where the layer densifies.
      let dense = nominal.bend * (Float(draw.foamDensity) - 1)
      let factor = 1 - (1 - nominal.strain) / nominal.strain * dense
      travel = nominal.travel * factor
      perPressure = nominal.perPressure / (factor * Float(draw.insoleModulus))
    }

    /// What is left of the law at the present x and a pressure, and the inverse of its slope.
    @inline(__always)
    func opened(_ pressure: Lane) -> (rest: Lane, inverse: Lane) {
      let wall = 1 / (1 - ratio)
      let cube = bend * ratio * ratio * ratio * wall
      return (pressure * perPressure - ratio * (1 + cube), 1 / (1 + cube * (4 + ratio * wall)))
    }

    /// Moves x, never to 0 or 1.
    @inline(__always)
    mutating func move(by change: Lane) {
      var next = ratio + change
      next.replace(with: (ratio + 1) * 0.5, where: (next .>= 1) .& (bend .> 0))
      next.replace(with: ratio * 0.5, where: next .< 0)
      ratio = next
    }
  }

  /// Relative step of the strain after which the answer, moved along its tangent, is good enough.
  private static let lastStep: Float = 1e-3
  /// Steps at one pose, of which a neighbour's answer needs 1–3.
  ///
  /// Where more were needed the balance is still far too, and the next pose goes on from here.
  private static let largestStepCount = 6
  private static let width = Lane.scalarCount
  /// Groups summed in single precision before their sums are added up in double.
  private static let block = 64
  /// Smallest exponent of the tissue's law that single precision tells from none.
  private static let smallestExponent = 1e-3

  /// The columns before any draw; empty until the first.
  private var nominal: [Group] = []
  /// Node of each lane, group by group; -1 for none.
  private let nodes: [Int]
  private var groups: [Group]
  private var runs: [(range: Range<Int>, rays: Int?)] = []
  private let hasCover: Bool
  private var shift = Vector2.zero
  private(set) var lever: Double
  private let nominalThickness: Double
  private(set) var thickestTissue: Double

  /// Takes the columns of a problem; `nil` where one is not for single precision, or there are none.
  ///
  /// - Parameter nodes: Nodes that can come into contact; `nil` finds them.
  init?(_ problem: ContactProblem, nodes: [Int]? = nil) {
    guard problem.centerOfPressure.x.isFinite, problem.centerOfPressure.y.isFinite, problem.force.isFinite else {
      return nil
    }
    let layout = problem.layout
    let known = nodes ?? problem.contactNodes
    guard !known.isEmpty else { return nil }
    var groups: [Group] = []
    groups.reserveCapacity(known.count / Self.width + 5)
    var order: [Int] = []
    order.reserveCapacity(known.count + 5 * Self.width)
    var moments = 0.0
    var thickest = 1.0
    var covered = false
    for run in RayRuns(known, rays: problem.rays).runs {
      let start = groups.count
      for (place, number) in run.numbers.enumerated() {
        let node = known[number]
        guard let column = problem.possibleColumn(node) else { continue }
        guard column.tissue.exponent >= Self.smallestExponent else { return nil }
        let lane = place % Self.width
        if lane == 0 { groups.append(Group()) }
        let place = layout.position(node) - problem.centerOfPressure
        let group = groups.count - 1
        groups[group].x[lane] = Float(place.x)
        groups[group].y[lane] = Float(place.y)
        if let rays = problem.rays, run.rays != nil {
          groups[group].leverage[lane] = Float(rays.leverage[node])
          groups[group].nextLeverage[lane] = Float(rays.nextLeverage[node])
        }
        groups[group].share[lane] = Float(problem.cellShare[node])
        let overclosure = Float(problem.overclosure[node] + problem.top[node])
        groups[group].overclosure[lane] = overclosure.isFinite ? overclosure : Group.apart
        groups[group].thickness[lane] = Float(column.tissue.thickness)
        groups[group].stiffness[lane] = Float(column.tissue.stiffness)
        groups[group].exponent[lane] = Float(column.tissue.exponent)
        groups[group].insole.set(column.insole, lane: lane)
        groups[group].cover.set(column.cover, lane: lane)
        covered = covered || column.cover.thickness > 0
        order.append(node)
        moments += place.dot(place)
        thickest = max(thickest, column.tissue.thickness)
      }
      while order.count < groups.count * Self.width { order.append(-1) }
      runs.append((start..<groups.count, run.rays))
    }
    self.nodes = order
    self.groups = groups
    hasCover = covered
    lever = max((moments / Double(2 * known.count)).squareRoot(), layout.spacing)
    nominalThickness = thickest
    thickestTissue = thickest
  }

  /// What each column did at the pose last tried, in the order of its run, and the overclosure there, mm.
  var states: [(state: SeriesColumn.State, tried: Double)] {
    nodes.indices.compactMap { index in
      guard nodes[index] >= 0 else { return nil }
      let group = groups[index / Self.width]
      let lane = index % Self.width
      var state = SeriesColumn.State.open
      state.tissueStrain = Double(group.strain[lane])
      state.strainRate = Double(group.rate[lane])
      state.insoleRatio = Double(group.insole.ratio[lane])
      state.coverRatio = Double(group.cover.ratio[lane])
      return (state, Double(group.tried[lane]))
    }
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// Makes the columns those of another instant on the same insole; their states stay as guesses.
  mutating func place(_ problem: ContactProblem, shift: Vector2) {
    self.shift = shift
    for (index, node) in nodes.enumerated() where node >= 0 {
      let value = Float(problem.overclosure[node] + problem.top[node])
      groups[index / Self.width].overclosure[index % Self.width] = value.isFinite ? value : Group.apart
    }
  }

  /// Makes the columns those of a draw; their states stay as guesses.
  ///
  /// - Parameters:
  ///   - overclosure: Overclosure at each node of the grid with the top's height, mm.
  ///   - shift: From the nominal centre of pressure to the draw's, mm.
  mutating func vary(_ draw: SensitivityDraw, overclosure: (Int) -> Double, shift: Vector2) {
    if nominal.isEmpty { nominal = groups }
    self.shift = shift
    thickestTissue = nominalThickness * draw.tissueThickness
    let thickness = Float(draw.tissueThickness)
    let stiffness = Float(draw.tissueStiffness)
    for index in groups.indices {
      groups[index].thickness = nominal[index].thickness * thickness
      groups[index].stiffness = nominal[index].stiffness * stiffness
      groups[index].insole.vary(draw, from: nominal[index].insole)
      if hasCover { groups[index].cover.vary(draw, from: nominal[index].cover) }
    }
    for (index, node) in nodes.enumerated() where node >= 0 {
      let value = Float(overclosure(node))
      groups[index / Self.width].overclosure[index % Self.width] = value.isFinite ? value : Group.apart
    }
  }

  func deepest(_ pose: FootPose) -> Double {
    var deepest = -Double.infinity
    for run in runs {
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      for number in run.range {
        let group = groups[number]
        for lane in 0..<Self.width where nodes[number * Self.width + lane] >= 0 {
          deepest = max(
            deepest,
            Double(group.overclosure[lane]) + pose.slope.x * (Double(group.x[lane]) - shift.x)
              + pose.slope.y * (Double(group.y[lane]) - shift.y) - lift * Double(group.leverage[lane])
              - next * Double(group.nextLeverage[lane]))
        }
      }
    }
    return deepest
  }

  mutating func sums(_ pose: FootPose) -> ColumnSums {
    var total = ColumnSums()
    for run in runs {
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      let motion = Motion(
        settling: Lane(repeating: Float(pose.settling - pose.slope.dot(shift))),
        slopeX: Lane(repeating: Float(pose.slope.x)), slopeY: Lane(repeating: Float(pose.slope.y)),
        lift: Lane(repeating: Float(lift)), nextLift: Lane(repeating: Float(next)))
      var sums = BlockSums()
      for start in stride(from: run.range.lowerBound, to: run.range.upperBound, by: Self.block) {
        let block = start..<min(start + Self.block, run.range.upperBound)
        if run.rays == nil {
          var part = RigidLaneSums()
          for index in block {
            let stiffness = settle(index, motion) * groups[index].share
            part.add(groups[index].pressure * groups[index].share, stiffness, x: groups[index].x, y: groups[index].y)
          }
          part.add(to: &sums)
        } else {
          var part = RigidLaneSums()
          var rays = RayLaneSums()
          for index in block {
            let stiffness = settle(index, motion) * groups[index].share
            let pressure = groups[index].pressure * groups[index].share
            part.add(pressure, stiffness, x: groups[index].x, y: groups[index].y)
            rays.add(
              pressure, stiffness, x: groups[index].x, y: groups[index].y, a: groups[index].leverage,
              b: groups[index].nextLeverage)
          }
          part.add(to: &sums)
          rays.add(to: &sums)
        }
      }
      total.add(sums, rays: run.rays)
    }
    return total.about(shift)
  }

  /// A `FootPose` in lanes.
  private struct Motion {
    var settling: Lane
    var slopeX: Lane
    var slopeY: Lane
    var lift: Lane
    var nextLift: Lane
  }

  @inline(__always)
  private mutating func settle(_ index: Int, _ motion: Motion) -> Lane {
    hasCover
      ? Self.settle(&groups[index], motion, covered: true) : Self.settle(&groups[index], motion, covered: false)
  }

  /// Settles eight columns and returns their stiffnesses, kPa/mm: `SeriesColumn.state` in lanes.
  ///
  /// Newton's method on the strain of the tissue and the compression of each layer together.
  @inline(__always)
  private static func settle(_ group: inout Group, _ motion: Motion, covered: Bool) -> Lane {
    let overclosure =
      group.overclosure + motion.settling + motion.slopeX * group.x + motion.slopeY * group.y
      - motion.lift * group.leverage - motion.nextLift * group.nextLeverage
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
    // The tissue alone bounds the strain.
    let high = overclosure / group.thickness
    var strain = group.strain + group.rate * (overclosure - group.tried)
    var soft = group.insole.travel * group.insole.perPressure
    if covered { soft += group.cover.travel * group.cover.perPressure }
    strain.replace(
      with: overclosure / (group.thickness + soft * k),
      where: (strain .<= 0) .| (strain .>= high) .| (group.strain .<= 0))
    var pressure = Lane.zero
    var slope = Lane.zero
    var inverse = Lane.zero
    for _ in 0..<largestStepCount {
      let growth = FloatLanes.exponentialLessOne(b * strain)
      pressure = scale * growth
      slope = k * growth + k
      let insole = group.insole.opened(pressure)
      var squeezed = group.insole.travel * (group.insole.ratio + insole.rest * insole.inverse)
      var rate = group.insole.travel * group.insole.perPressure * insole.inverse
      var cover = (rest: Lane.zero, inverse: Lane.one)
      if covered {
        cover = group.cover.opened(pressure)
        squeezed += group.cover.travel * (group.cover.ratio + cover.rest * cover.inverse)
        rate += group.cover.travel * group.cover.perPressure * cover.inverse
      }
      inverse = 1 / (group.thickness + rate * slope)
      let change = (overclosure - group.thickness * strain - squeezed) * inverse
      let push = slope * change
      pressure += push
      var isLast = (change .<= lastStep * strain) .& (change .>= -lastStep * strain)
      isLast .&= isSmall(insole.rest, beside: group.insole.ratio)
      group.insole.move(by: (insole.rest + push * group.insole.perPressure) * insole.inverse)
      if covered {
        isLast .&= isSmall(cover.rest, beside: group.cover.ratio)
        group.cover.move(by: (cover.rest + push * group.cover.perPressure) * cover.inverse)
      }
      var next = strain + change
      next.replace(with: (strain + high) * 0.5, where: next .> high)
      next.replace(with: strain * 0.5, where: next .<= 0)
      strain = next
      if all(isLast .| isOpen) { break }
    }
    pressure.replace(with: 0, where: isOpen .| (pressure .< 0))
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

  /// Whether what is left of a layer's law is small beside its compression.
  @inline(__always)
  private static func isSmall(_ rest: Lane, beside ratio: Lane) -> SIMDMask<SIMD8<Int32>> {
    (rest .<= 2 * lastStep * ratio + 1e-7) .& (rest .>= -2 * lastStep * ratio - 1e-7)
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for (index, node) in nodes.enumerated() where node >= 0 {
      pressure[node] = Double(groups[index / Self.width].pressure[index % Self.width])
    }
    return pressure
  }
}

/// Loads and stiffnesses of a block of groups by settling and tilts, lane by lane.
private struct RigidLaneSums {
  private typealias Lane = VectorColumns.Lane
  private var force = Lane.zero
  private var momentX = Lane.zero
  private var momentY = Lane.zero
  private var k00 = Lane.zero
  private var k10 = Lane.zero
  private var k11 = Lane.zero
  private var k20 = Lane.zero
  private var k21 = Lane.zero
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
    k10 += kx
    k11 += kx * x
    k20 += ky
    k21 += kx * y
    k22 += ky * y
  }

  func add(to total: inout BlockSums) {
    total.load[0] += sum(force)
    total.load[1] += sum(momentX)
    total.load[2] += sum(momentY)
    total.stiffness[0] += sum(k00)
    total.stiffness[1] += sum(k10)
    total.stiffness[2] += sum(k11)
    total.stiffness[3] += sum(k20)
    total.stiffness[4] += sum(k21)
    total.stiffness[5] += sum(k22)
  }
}

/// Loads and stiffnesses of a block of groups by the lifts of its two rays, lane by lane.
private struct RayLaneSums {
  private typealias Lane = VectorColumns.Lane
  private var loadA = Lane.zero
  private var loadB = Lane.zero
  private var a0 = Lane.zero
  private var ax = Lane.zero
  private var ay = Lane.zero
  private var aa = Lane.zero
  private var b0 = Lane.zero
  private var bx = Lane.zero
  private var by = Lane.zero
  private var ba = Lane.zero
  private var bb = Lane.zero

  @inline(__always)
  mutating func add(
    _ pressure: VectorColumns.Lane, _ stiffness: VectorColumns.Lane, x: VectorColumns.Lane, y: VectorColumns.Lane,
    a: VectorColumns.Lane, b: VectorColumns.Lane
  ) {
    loadA += pressure * a
    loadB += pressure * b
    let ka = stiffness * a
    let kb = stiffness * b
    a0 += ka
    ax += ka * x
    ay += ka * y
    aa += ka * a
    b0 += kb
    bx += kb * x
    by += kb * y
    ba += kb * a
    bb += kb * b
  }

  func add(to total: inout BlockSums) {
    total.load[3] += sum(loadA)
    total.load[4] += sum(loadB)
    total.stiffness[6] += sum(a0)
    total.stiffness[7] += sum(ax)
    total.stiffness[8] += sum(ay)
    total.stiffness[9] += sum(aa)
    total.stiffness[10] += sum(b0)
    total.stiffness[11] += sum(bx)
    total.stiffness[12] += sum(by)
    total.stiffness[13] += sum(ba)
    total.stiffness[14] += sum(bb)
  }
}

private func sum(_ lane: VectorColumns.Lane) -> Double { SIMD8<Double>(lane).sum() }
