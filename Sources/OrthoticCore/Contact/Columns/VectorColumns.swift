/// The columns of a problem in single precision, eight at a time: for the draws of a sensitivity set and for doses.
///
/// Pressures are good to about 1e-5, where bands are known to a per cent, at a fraction of the time.
struct VectorColumns: ColumnField {
  typealias Lane = FloatLanes.Lane

  /// Where eight nodes lie and what moves them.
  private struct Places {
    // From the nominal centre of pressure, mm.
    var x = Lane.zero
    var y = Lane.zero
    /// Leverage of the two rays of the group's run.
    var leverage = Lane.zero
    var nextLeverage = Lane.zero
    /// Area in cells; 0 in a lane without a node.
    var share = Lane.zero
  }

  /// What eight columns are made of.
  private struct Laws {
    // Tissue thickness, mm, stiffness K0, kPa, and exponent b.
    var thickness = Lane.one
    var stiffness = Lane.one
    var exponent = Lane.one
    var insole = Layer()
  }

  /// What eight columns did at the overclosure last tried.
  private struct States {
    var strain = Lane.zero
    /// Derivative of the strain, 1/mm.
    var rate = Lane.zero
    /// The overclosure, mm.
    var tried = Lane.zero
    /// kPa.
    var pressure = Lane.zero
    /// x of the insole.
    var ratio = Lane.zero
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
    /// Where a linear layer's x stays far below 1, so that 1 − x divides by nothing small.
    static let linearStrain: Float = 1e6

    init() {}

    /// Takes up to eight layers.
    init(_ columns: borrowing [8 of InsoleColumn]) {
      var travels = [8 of Float](repeating: 0)
      var softness = travels
      var bends = travels
      var strains = [8 of Float](repeating: 1)
      for lane in 0..<8 where columns[lane].thickness > 0 {
        let densifies = columns[lane].densificationStrain.isFinite
        let strain = densifies ? Float(columns[lane].densificationStrain) : Self.linearStrain
        travels[lane] = Float(columns[lane].thickness) * strain
        softness[lane] = 1 / (Float(columns[lane].modulus) * strain)
        bends[lane] = densifies ? 1 : 0
        strains[lane] = strain
      }
      travel = FloatLanes.lane(travels)
      perPressure = FloatLanes.lane(softness)
      bend = FloatLanes.lane(bends)
      strain = FloatLanes.lane(strains)
    }

    /// The layer of a draw.
    mutating func vary(_ draw: SensitivityDraw, from nominal: Layer) {
      // 1 − (1 − eD)·f where the layer densifies.
      let dense = nominal.bend * (Float(draw.foamDensity) - 1)
      let factor = 1 - (1 - nominal.strain) / nominal.strain * dense
      travel = nominal.travel * factor
      perPressure = nominal.perPressure / (factor * Float(draw.insoleModulus))
    }

    /// What is left of the law at an x and a pressure, and the inverse of its slope.
    @inline(__always)
    func opened(_ pressure: Lane, at ratio: Lane) -> (rest: Lane, inverse: Lane) {
      let wall = 1 / (1 - ratio)
      let cube = bend * ratio * ratio * ratio * wall
      return (pressure * perPressure - ratio * (1 + cube), 1 / (1 + cube * (4 + ratio * wall)))
    }

    /// An x moved, never to 0 or 1.
    @inline(__always)
    func moved(_ ratio: Lane, by change: Lane) -> Lane {
      var next = ratio + change
      next.replace(with: (ratio + 1) * 0.5, where: (next .>= 1) .& (bend .> 0))
      next.replace(with: ratio * 0.5, where: next .< 0)
      return next
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

  /// Overclosure of a lane without a node, or of one that the foot is lifted from, mm: far from contact.
  private static let apart: Float = -1e9

  // The columns before any draw; empty until the first.
  private var nominalLaws: [Laws] = []
  private var nominalCovers: [Layer] = []
  /// Node of each lane, group by group; -1 for none.
  private var nodes: [Int] = []
  private var places: [Places] = []
  private var laws: [Laws] = []
  /// The covers; empty where there is none.
  private var covers: [Layer] = []
  /// Overclosure with the top's height, mm.
  private var overclosures: [Lane] = []
  private var states: [States] = []
  /// x of the covers.
  private var coverRatios: [Lane] = []
  private var runs: [(range: Range<Int>, rays: Int?)] = []
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
    let sorted = RayRuns(known, rays: problem.rays)
    let most = known.count / Self.width + sorted.runs.count
    var order: [Int] = []
    order.reserveCapacity(most * Self.width)
    var places: [Places] = []
    places.reserveCapacity(most)
    laws.reserveCapacity(most)
    let isCovered = problem.coverThickness.contains { $0 > 0 }
    var moments = 0.0
    var thickest = 1.0
    for run in sorted.runs {
      let start = places.count
      for first in stride(from: 0, to: run.numbers.count, by: Self.width) {
        var scratch = Scratch()
        for lane in 0..<Self.width {
          guard first + lane < run.numbers.count, let column = problem.possibleColumn(known[run.numbers[first + lane]])
          else {
            order.append(-1)
            continue
          }
          guard column.tissue.exponent >= Self.smallestExponent else { return nil }
          let node = known[run.numbers[first + lane]]
          let place = layout.position(node) - problem.centerOfPressure
          scratch.set(lane, column, place, share: problem.cellShare[node])
          if let rays = problem.rays, run.rays != nil {
            scratch.leverage[lane] = Float(rays.leverage[node])
            scratch.nextLeverage[lane] = Float(rays.nextLeverage[node])
          }
          order.append(node)
          moments += place.dot(place)
          thickest = max(thickest, column.tissue.thickness)
        }
        places.append(scratch.places)
        laws.append(scratch.laws)
        if isCovered { covers.append(Layer(scratch.cover)) }
      }
      runs.append((start..<places.count, run.rays))
    }
    self.nodes = order
    self.places = places
    overclosures = [Lane](repeating: Lane(repeating: Self.apart), count: places.count)
    states = [States](repeating: States(), count: places.count)
    coverRatios = [Lane](repeating: .zero, count: covers.count)
    lever = max((moments / Double(2 * known.count)).squareRoot(), layout.spacing)
    nominalThickness = thickest
    thickestTissue = thickest
    setOverclosure { problem.overclosure[$0] + problem.top[$0] }
  }

  /// Eight columns on their way into lanes.
  private struct Scratch {
    var x = [8 of Float](repeating: 0)
    var y = [8 of Float](repeating: 0)
    var share = [8 of Float](repeating: 0)
    var leverage = [8 of Float](repeating: 0)
    var nextLeverage = [8 of Float](repeating: 0)
    var thickness = [8 of Float](repeating: 1)
    var stiffness = [8 of Float](repeating: 1)
    var exponent = [8 of Float](repeating: 1)
    var insole = [8 of InsoleColumn](repeating: .none)
    var cover = [8 of InsoleColumn](repeating: .none)

    @inline(__always)
    mutating func set(_ lane: Int, _ column: SeriesColumn, _ place: Vector2, share: Double) {
      x[lane] = Float(place.x)
      y[lane] = Float(place.y)
      self.share[lane] = Float(share)
      thickness[lane] = Float(column.tissue.thickness)
      stiffness[lane] = Float(column.tissue.stiffness)
      exponent[lane] = Float(column.tissue.exponent)
      insole[lane] = column.insole
      cover[lane] = column.cover
    }

    var places: Places {
      Places(
        x: FloatLanes.lane(x), y: FloatLanes.lane(y), leverage: FloatLanes.lane(leverage),
        nextLeverage: FloatLanes.lane(nextLeverage), share: FloatLanes.lane(share))
    }

    var laws: Laws {
      Laws(
        thickness: FloatLanes.lane(thickness), stiffness: FloatLanes.lane(stiffness),
        exponent: FloatLanes.lane(exponent), insole: Layer(insole))
    }
  }

  /// Sets the overclosure with the top's height, mm, from the one at each node of the grid.
  @inline(__always)
  private mutating func setOverclosure(_ overclosure: (Int) -> Double) {
    for group in overclosures.indices {
      var values = [8 of Float](repeating: Self.apart)
      for lane in 0..<Self.width {
        let node = nodes[group * Self.width + lane]
        guard node >= 0 else { continue }
        let value = Float(overclosure(node))
        if value.isFinite { values[lane] = value }
      }
      overclosures[group] = FloatLanes.lane(values)
    }
  }

  /// Calls for each column, in the order of its run, with what it did at the pose last tried, and the overclosure there, mm.
  @inline(__always)
  func forEachState(_ body: (_ number: Int, _ state: SeriesColumn.State, _ tried: Double) -> Void) {
    var number = 0
    for group in states.indices {
      let there = states[group]
      let cover = covers.isEmpty ? Lane.zero : coverRatios[group]
      for lane in 0..<Self.width where nodes[group * Self.width + lane] >= 0 {
        var state = SeriesColumn.State.open
        state.tissueStrain = Double(there.strain[lane])
        state.strainRate = Double(there.rate[lane])
        state.insoleRatio = Double(there.ratio[lane])
        state.coverRatio = Double(cover[lane])
        body(number, state, Double(there.tried[lane]))
        number += 1
      }
    }
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// Makes the columns those of another instant on the same insole; their states stay as guesses.
  mutating func place(_ problem: ContactProblem, shift: Vector2) {
    self.shift = shift
    let (overclosure, top) = (problem.overclosure, problem.top)
    setOverclosure { overclosure[$0] + top[$0] }
  }

  /// Makes the columns those of a draw; their states stay as guesses.
  ///
  /// - Parameters:
  ///   - overclosure: Overclosure at each node of the grid with the top's height, mm.
  ///   - shift: From the nominal centre of pressure to the draw's, mm.
  mutating func vary(_ draw: SensitivityDraw, overclosure: (Int) -> Double, shift: Vector2) {
    if nominalLaws.isEmpty {
      nominalLaws = laws
      nominalCovers = covers
    }
    self.shift = shift
    thickestTissue = nominalThickness * draw.tissueThickness
    let thickness = Float(draw.tissueThickness)
    let stiffness = Float(draw.tissueStiffness)
    for index in laws.indices {
      laws[index].thickness = nominalLaws[index].thickness * thickness
      laws[index].stiffness = nominalLaws[index].stiffness * stiffness
      laws[index].insole.vary(draw, from: nominalLaws[index].insole)
    }
    for index in covers.indices { covers[index].vary(draw, from: nominalCovers[index]) }
    setOverclosure(overclosure)
  }

  func deepest(_ pose: FootPose) -> Double {
    var deepest = -Double.infinity
    for run in runs {
      let (lift, next) = run.rays.map { (pose.lifts[$0], pose.lifts[$0 + 1]) } ?? (0, 0)
      for number in run.range {
        let (place, overclosure) = (places[number], overclosures[number])
        for lane in 0..<Self.width where nodes[number * Self.width + lane] >= 0 {
          deepest = max(
            deepest,
            Double(overclosure[lane]) + pose.slope.x * (Double(place.x[lane]) - shift.x)
              + pose.slope.y * (Double(place.y[lane]) - shift.y) - lift * Double(place.leverage[lane])
              - next * Double(place.nextLeverage[lane]))
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
            let place = places[index]
            let stiffness = settle(index, place, motion) * place.share
            part.add(states[index].pressure * place.share, stiffness, x: place.x, y: place.y)
          }
          part.add(to: &sums)
        } else {
          var part = RigidLaneSums()
          var rays = RayLaneSums()
          for index in block {
            let place = places[index]
            let stiffness = settle(index, place, motion) * place.share
            let pressure = states[index].pressure * place.share
            part.add(pressure, stiffness, x: place.x, y: place.y)
            rays.add(pressure, stiffness, x: place.x, y: place.y, a: place.leverage, b: place.nextLeverage)
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

  /// Settles a group and returns its stiffnesses, kPa/mm.
  @inline(__always)
  private mutating func settle(_ index: Int, _ place: Places, _ motion: Motion) -> Lane {
    let overclosure =
      overclosures[index] + motion.settling + motion.slopeX * place.x + motion.slopeY * place.y
      - motion.lift * place.leverage - motion.nextLift * place.nextLeverage
    let isOpen = overclosure .<= 0
    guard !all(isOpen) else {
      states[index].strain = .zero
      states[index].rate = .zero
      states[index].tried = overclosure
      states[index].pressure = .zero
      return .zero
    }
    let state = states[index]
    let start = Start(overclosure: overclosure, isOpen: isOpen, state: state)
    if covers.isEmpty {
      let settled = Self.settled(start, laws[index], cover: Layer(), ratio: .zero, covered: false)
      states[index] = settled.state
      return settled.stiffness
    }
    let settled = Self.settled(start, laws[index], cover: covers[index], ratio: coverRatios[index], covered: true)
    states[index] = settled.state
    coverRatios[index] = settled.coverRatio
    return settled.stiffness
  }

  /// Where a search for eight columns' pressures begins.
  private struct Start {
    var overclosure: Lane
    var isOpen: SIMDMask<SIMD8<Int32>>
    var state: States
  }

  /// Settles eight columns: `SeriesColumn.state` in lanes, with their stiffnesses, kPa/mm.
  ///
  /// Newton's method on the strain of the tissue and the compression of each layer together.
  @inline(__always)
  private static func settled(
    _ start: Start, _ law: Laws, cover soft: Layer, ratio: Lane, covered: Bool
  ) -> (state: States, coverRatio: Lane, stiffness: Lane) {
    let (overclosure, isOpen) = (start.overclosure, start.isOpen)
    let (b, k) = (law.exponent, law.stiffness)
    let scale = k / b
    // The tissue alone bounds the strain.
    let high = overclosure / law.thickness
    var strain = start.state.strain + start.state.rate * (overclosure - start.state.tried)
    var softness = law.insole.travel * law.insole.perPressure
    if covered { softness += soft.travel * soft.perPressure }
    strain.replace(
      with: overclosure / (law.thickness + softness * k),
      where: (strain .<= 0) .| (strain .>= high) .| (start.state.strain .<= 0))
    var pressure = Lane.zero
    var slope = Lane.zero
    var inverse = Lane.zero
    var insoleRatio = start.state.ratio
    var coverRatio = ratio
    for _ in 0..<largestStepCount {
      let growth = FloatLanes.exponentialLessOne(b * strain)
      pressure = scale * growth
      slope = k * growth + k
      let insole = law.insole.opened(pressure, at: insoleRatio)
      var squeezed = law.insole.travel * (insoleRatio + insole.rest * insole.inverse)
      var rate = law.insole.travel * law.insole.perPressure * insole.inverse
      var cover = (rest: Lane.zero, inverse: Lane.one)
      if covered {
        cover = soft.opened(pressure, at: coverRatio)
        squeezed += soft.travel * (coverRatio + cover.rest * cover.inverse)
        rate += soft.travel * soft.perPressure * cover.inverse
      }
      inverse = 1 / (law.thickness + rate * slope)
      let change = (overclosure - law.thickness * strain - squeezed) * inverse
      let push = slope * change
      pressure += push
      var isLast = (change .<= lastStep * strain) .& (change .>= -lastStep * strain)
      isLast .&= isSmall(insole.rest, beside: insoleRatio)
      insoleRatio = law.insole.moved(insoleRatio, by: (insole.rest + push * law.insole.perPressure) * insole.inverse)
      if covered {
        isLast .&= isSmall(cover.rest, beside: coverRatio)
        coverRatio = soft.moved(coverRatio, by: (cover.rest + push * soft.perPressure) * cover.inverse)
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
    var stiffness = slope * inverse
    stiffness.replace(with: 0, where: isOpen)
    return (
      States(strain: strain, rate: inverse, tried: overclosure, pressure: pressure, ratio: insoleRatio), coverRatio,
      stiffness
    )
  }

  /// Whether what is left of a layer's law is small beside its compression.
  @inline(__always)
  private static func isSmall(_ rest: Lane, beside ratio: Lane) -> SIMDMask<SIMD8<Int32>> {
    (rest .<= 2 * lastStep * ratio + 1e-7) .& (rest .>= -2 * lastStep * ratio - 1e-7)
  }

  func pressure(count: Int) -> [Double] {
    var pressure = [Double](repeating: 0, count: count)
    for group in states.indices {
      let there = states[group].pressure
      for lane in 0..<Self.width {
        let node = nodes[group * Self.width + lane]
        if node >= 0 { pressure[node] = Double(there[lane]) }
      }
    }
    return pressure
  }
}
