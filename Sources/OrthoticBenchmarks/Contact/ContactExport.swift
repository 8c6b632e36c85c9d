import OrthoticCore
import OrthoticExport

/// Writes balances of real designs with our solution for an independent program to solve and compare:
/// `OrthoticBenchmarks contact-export FOLDER`, then `Tests/Acceptance/peers/extended_balance.py FOLDER/*.json`, which describes the files, and `least_peak.py`.
enum ContactExport {
  static let group = BenchmarkGroup(name: "contact-export") { arguments in
    guard let folder = arguments.first else {
      print("contact-export: name a folder to write to")
      return
    }
    let feet = StudyFeet.load(data: nil)
    for (foot, device) in zip(feet, devices) {
      guard let design = foot.design(device.change) else { continue }
      let model = foot.loading.model
      let insole = InsoleOnGrid(surfaces: design.surfaces, layout: model.layout, prescription: design.prescription)
      for load in model.loads.indices {
        let name = "\(foot.name)-\(device.name)-\(model.loads[load].instant.name)"
        let problem = model.problem(on: insole, load: load)
        let solution = problem.solved()
        let gain = model.loads[load].frame.gain
        BenchmarkReport.hold(
          solution.converged,
          "\(name): \(BenchmarkReport.text(problem.force, 0)) N in \(solution.iterations) steps, lifts \(solution.rayLifts.map { BenchmarkReport.text($0, 3) }.joined(separator: " ")) mm"
        )
        do {
          try AtomicFile.write(
            Array(text(problem, solution, foot: foot, name: name, gain: gain).utf8),
            to: "\(folder)/\(name).json")
        } catch {
          print("\(folder)/\(name).json: \(error)")
        }
      }
    }
  }

  private struct Device: Sendable {
    let name: String
    let change: @Sendable (inout Prescription) -> Void
  }

  /// A pad on a moulded foam, a short shell with a cover, a thin soft mat: pads, edges, floor, two layers, foam that nearly bottoms.
  private static let devices = [
    Device(name: "pad") { $0.metatarsalPad = 5 },
    Device(name: "short") {
      $0.length = .threeQuarter
      $0.cover = 2
    },
    Device(name: "mat") {
      $0.material = MaterialTable.material(named: "plastazote-soft") ?? $0.material
      $0.thickness = 4
      $0.archContact = 0
      $0.heelCupDepth = 0
    },
  ]

  /// Length from hinge to head, share of the foot's length, as the method states it; held against the program's leverage by the reader.
  private static let rayLengths = [0.25, 0.29, 0.28, 0.275, 0.27]

  private static func text(
    _ problem: ContactProblem, _ solution: ContactSolution, foot: StudyFoot, name: String, gain: [Double]?
  ) -> String {
    let layout = problem.layout
    let isSoft = problem.cover.thickness > 0
    var fields = [
      "\"name\": \"\(name)\"",
      "\"layout\": {\"origin\": [\(layout.origin.x), \(layout.origin.y)], \"spacing\": \(layout.spacing), \"columns\": \(layout.columns), \"rows\": \(layout.rows)}",
      "\"overclosure\": \(list(problem.overclosure))", "\"tissueThickness\": \(list(problem.tissueThickness))",
      "\"tissueStiffness\": \(list(problem.tissueStiffness))", "\"tissueExponent\": \(list(problem.tissueExponent))",
      "\"top\": \(list(problem.top))", "\"insoleThickness\": \(list(problem.insoleThickness))",
      "\"insoleModulus\": \(list(problem.insoleModulus))",
      "\"densificationStrain\": \(list(problem.densificationStrain))", "\"areaShare\": \(list(problem.cellShare))",
    ]
    if isSoft {
      fields += [
        "\"coverThickness\": \(list(problem.coverThickness))", "\"coverModulus\": \(problem.cover.modulus)",
        "\"coverDensificationStrain\": \(number(problem.cover.densificationStrain))",
      ]
    }
    if let rays = problem.rays { fields += self.rays(rays, foot: foot, layout: layout) }
    let center = problem.centerOfPressure
    let loads = problem.rays == nil ? [] : problem.rayLoads
    fields += [
      "\"load\": {\"force\": \(problem.force), \"centerOfPressure\": [\(center.x), \(center.y)], \"rayLoads\": \(list(loads))}",
      "\"solution\": {\"pressure\": \(list(solution.pressure)), \"settling\": \(solution.settling), \"tiltX\": \(solution.tiltX), \"tiltY\": \(solution.tiltY), \"lifts\": \(list(solution.rayLifts))}",
    ]
    // The least peak that force and moments allow, for `least_peak.py`.
    fields += [
      "\"gain\": \(list(gain ?? problem.top.map { _ in 1 }))",
      "\"leastPeak\": \(number(problem.leastPeak(gain: gain)))",
    ]
    return "{" + fields.joined(separator: ",\n ") + "}\n"
  }

  /// Weights, hinges and springs: the program keeps weight times lever, and the matrix of springs.
  private static func rays(_ rays: RaySprings, foot: StudyFoot, layout: GridLayout) -> [String] {
    let frame = DesignFrame(foot: foot.foot)
    let count = RaySprings.count
    var written: [String] = []
    for ray in 0..<count {
      let length = rayLengths[ray] * frame.length
      let hinge = frame.head(ray + 1).y - length
      let weights = (0..<layout.count).map { node in
        let lever = min(max((layout.position(node).y - hinge) / length, 0), 1)
        let leverage =
          rays.first[node] == ray
          ? rays.leverage[node] : rays.first[node] + 1 == ray ? rays.nextLeverage[node] : 0
        return lever > 0 ? leverage / lever : 0
      }
      // What a row holds beside its ties.
      let spring = rays.stiffness[ray * count..<(ray + 1) * count].reduce(0, +)
      written.append(
        "{\"weight\": \(list(weights)), \"hinge\": \(hinge), \"length\": \(length), \"stiffness\": \(spring)}")
    }
    let ties = (0..<count - 1).map { -rays.stiffness[$0 * count + $0 + 1] }
    return ["\"rays\": [\(written.joined(separator: ",\n  "))]", "\"couplings\": \(list(ties))"]
  }

  private static func list(_ values: [Double]) -> String { "[\(values.map(number).joined(separator: ", "))]" }

  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
}
