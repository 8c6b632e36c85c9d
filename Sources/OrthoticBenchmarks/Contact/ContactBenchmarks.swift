import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Contact: columns, bands and frames of a foot at 2 mm, the layer model, and half-space contact under the peers' foot.
enum ContactBenchmarks {
  /// `OrthoticBenchmarks contact-speed [FOLDER]`: on one thread; the half-space answer at 512² goes into the folder for a judge.
  static let group = BenchmarkGroup(name: "contact-speed") { arguments in
    Parallel.threads = 1
    measureFoot()
    if let yardstick = measureHalfSpace(folder: arguments.first) { measureInstants(against: yardstick) }
    Parallel.threads = 0
  }

  private static func hold(_ name: String, _ seconds: Double, below limit: Double) {
    BenchmarkReport.hold(
      seconds < limit,
      "\(name): \(BenchmarkReport.text(1000 * seconds, 2)) ms, wanted below \(BenchmarkReport.text(1000 * limit, 0))")
  }

  /// Share of the half-space foot's time that before and after may take in three instants with rays.
  private static let instantsShare = 0.15

  /// Three instants of a step with rays on a foam that densifies, against the time of the half-space foot of 256² nodes.
  private static func measureInstants(against yardstick: Double) {
    let foot = BenchmarkSole(spacing: 2)
    let (device, frames) = foot.step()
    let floor = device.onRigidFloor
    let seconds = Stopwatch.measure("columns 2 mm: three instants with rays, before and after", repetitions: 31) {
      floor.solved(frames: frames).frames.count + device.solved(frames: frames).frames.count
    }
    BenchmarkReport.hold(
      seconds < instantsShare * yardstick,
      "three instants with rays, before and after: \(BenchmarkReport.text(seconds / yardstick, 3)) of the half-space foot 256², wanted below \(BenchmarkReport.text(instantsShare, 2))"
    )
  }

  private static func measureFoot() {
    let foot = BenchmarkSole(spacing: 2)
    let device = foot.device
    let nominal = device.solved()
    let floor = device.onRigidFloor
    let cells = nominal.pressure.count { $0 > 0 }
    let both = Stopwatch.measure("columns 2 mm: before and after", repetitions: 31) {
      floor.solved().iterations + device.solved().iterations
    }
    hold("before and after by columns at 2 mm", both, below: 2e-3)
    Stopwatch.measure("columns 2 mm: calibration") { foot.calibrated(foot.tissue).overclosure.count }
    let bands = Stopwatch.measure("columns 2 mm: bands of 64 draws") {
      device.bands(from: nominal) { foot.calibrated($0).overclosure }.pressures.count
    }
    hold("bands of 64 draws", bands, below: 0.5)
    let frames = (0..<106).map { number in
      let share = Double(number) / 105
      return LoadFrame(
        force: 150 + 750 * sin(Double.pi * share), centerOfPressure: Vector2(2, 40 + 150 * share))
    }
    let step = Stopwatch.measure("columns 2 mm: 106 frames") { device.solved(frames: frames).frames.count }
    hold("106 frames by columns", step, below: 1)
    let foam = LateralCoupling(poissonRatio: 0.15)
    Stopwatch.measure("layer 2 mm: from the columns' answer") {
      device.solved(with: foam, from: nominal).iterations
    }
    let layer = Stopwatch.measure("layer 2 mm: with the columns") { device.solved(with: foam).iterations }
    hold("the layer model at 2 mm, its start by columns included", layer, below: 30e-3)
    print("  \(cells) nodes in contact")
    for spacing in [4.0, 2, 1, 0.5] {
      let finer = BenchmarkSole(spacing: spacing).device
      let start = finer.solved()
      Stopwatch.measure("layer \(spacing) mm: \(finer.layout.count) nodes", repetitions: 3) {
        finer.solved(with: foam, from: start).iterations
      }
    }
  }

  /// - Returns: The time of the foot of 256² nodes, the yardstick of the other budgets, s.
  private static func measureHalfSpace(folder: String?) -> Double? {
    var yardstick: Double?
    var costs: [Double] = []
    for nodes in [128, 256, 512, 1024] {
      let problem = FootIndenter.problem(nodes: nodes)
      let seconds = Stopwatch.measure("half-space foot \(nodes)² to 1e-8", repetitions: nodes > 512 ? 3 : 5) {
        problem.solved().iterations
      }
      if nodes == 256 { yardstick = seconds }
      let count = Double(nodes * nodes)
      costs.append(seconds / (count * log2(count)))
      BenchmarkReport.note(
        "per node and doubling of nodes: \(BenchmarkReport.text(1e9 * seconds / (count * log2(count)), 2)) ns")
      if nodes == 512 {
        print("half-space seconds \(seconds)")
        if let folder {
          do { try ContactFields.write(problem, problem.solved(), to: "\(folder)/foot-512") } catch {
            print("\(error)")
          }
        }
      }
    }
    let growth = (costs.max() ?? 0) / (costs.min() ?? 1)
    BenchmarkReport.hold(
      growth < 2,
      "cost over N log N from 128² to 1024² (64 times the nodes) stays within a factor of \(BenchmarkReport.text(growth, 2)), wanted 2"
    )
    return yardstick
  }
}

/// A sole of 26 × 9 cm with an arch, on a moulded foam, calibrated on its own map.
private struct BenchmarkSole: Sendable {
  let layout: GridLayout
  let height: [Double]
  let pressure: [Double]
  let tissue: TissueField
  let device: ContactProblem

  init(spacing: Double) {
    let layout = GridLayout(
      origin: Vector2(-50, 0), spacing: spacing, columns: Int(100 / spacing) + 1, rows: Int(260 / spacing) + 1)
    var height: [Double] = []
    var top: [Double] = []
    for node in 0..<layout.count {
      let place = layout.position(node)
      let u = place.x / 42
      let v = (place.y - 130) / 128
      let span = (place.y - 110) / 60
      let arch = max(0, 1 - span * span) * min(max((25 - place.x) / 50, 0), 1)
      height.append(u * u + v * v < 1 ? 14 * arch + 6 * u * u * u * u + 5 * v * v * v * v : .nan)
      top.append(7 * arch)
    }
    let tissue = TissueField(TissueColumn(thickness: 14, stiffness: 280, exponent: 2.5), count: layout.count)
    let center = Vector2(2, 115)
    let sole = ContactProblem(
      layout: layout, overclosure: height.map { $0.isNaN ? -.infinity : -$0 }, tissue: tissue, force: 800,
      centerOfPressure: center)
    let pressure = sole.solved().pressure
    let calibration = Calibration(layout: layout, pressure: pressure, plantarHeight: height, tissue: tissue)
    var device = ContactProblem(
      layout: layout, overclosure: calibration.overclosure, tissue: tissue, force: calibration.force,
      centerOfPressure: calibration.centerOfPressure)
    device.top = top
    device.insoleThickness = top.map { _ in 6 }
    device.insoleModulus = top.map { _ in 700 }
    self.layout = layout
    self.height = height
    self.pressure = pressure
    self.tissue = tissue
    self.device = device
  }

  func calibrated(_ tissue: TissueField) -> Calibration {
    Calibration(layout: layout, pressure: pressure, plantarHeight: height, tissue: tissue)
  }

  /// The foot on five rays over foam that densifies, and the instants of its step: load on the heel, on all, on the forefoot.
  func step() -> (device: ContactProblem, frames: [LoadFrame]) {
    // Where each instant's load fades out along the foot, mm from the heel: none before, all between, none behind.
    let spans = [(-60.0, -20.0, 110.0, 200.0), (-40, 60, 150, 240), (110, 170, 270, 320)]
    var device = device
    device.rays = rays
    device.densificationStrain = [Double](repeating: 0.8, count: layout.count)
    let frames = spans.map { span in
      var part = pressure
      for node in part.indices {
        let y = layout.position(node).y
        let rise = min(max((y - span.0) / (span.1 - span.0), 0), 1)
        let fall = min(max((span.3 - y) / (span.3 - span.2), 0), 1)
        // A picture of peaks carries more than one body weight.
        part[node] *= 2.5 * rise * fall
      }
      let calibration = Calibration(layout: layout, pressure: part, plantarHeight: height, tissue: tissue)
      return LoadFrame(
        force: calibration.force, centerOfPressure: calibration.centerOfPressure, overclosure: calibration.overclosure,
        rayLoads: rays.loads(of: part, shares: device.cellShare, cellArea: layout.cellArea),
        gain: [Double](repeating: 1.2, count: layout.count))
    }
    return (device, frames)
  }

  /// Five rays side by side, hinged at 115 mm, their heads at 185.
  private var rays: RaySprings {
    var first: [Int] = []
    var leverage: [Double] = []
    var nextLeverage: [Double] = []
    for node in 0..<layout.count {
      let place = layout.position(node)
      let across = min(max((place.x + 35) / 70 * 4, 0), 4)
      let ray = min(Int(across), RaySprings.count - 2)
      let reach = min(max((place.y - 115) / 70, 0), 1)
      first.append(ray)
      leverage.append((1 - (across - Double(ray))) * reach)
      nextLeverage.append((across - Double(ray)) * reach)
    }
    return RaySprings(
      first: first, leverage: leverage, nextLeverage: nextLeverage, springs: [15, 30, 25, 10, 8], ties: [6, 8, 5, 3])
  }
}
