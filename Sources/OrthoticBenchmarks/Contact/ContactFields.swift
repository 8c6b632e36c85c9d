import OrthoticCore
import OrthoticExport

/// Writes contact problems with our pressures for an independent program to solve and compare:
/// `OrthoticBenchmarks contact-fields FOLDER`, then `Tests/Acceptance/peers/contact_peers.py FOLDER`.
///
/// A problem is `NAME.txt` (nodes, spacing, modulus kPa, Poisson's ratio, thickness mm or 0, force N), and `NAME.gap` and `NAME.pressure` of
/// little-endian doubles, mm and kPa.
enum ContactFields {
  static let group = BenchmarkGroup(name: "contact-fields") { arguments in
    guard let folder = arguments.first else {
      print("contact-fields: name a folder to write to")
      return
    }
    for (name, problem) in problems {
      let solution = problem.solved()
      print("\(name): \(solution.iterations) iterations, residual \(solution.residual)")
      do {
        try write(problem, solution, to: "\(folder)/\(name)")
      } catch {
        print("\(folder)/\(name): \(error)")
      }
    }
  }

  private static var problems: [(String, ElasticContact)] {
    var list: [(String, ElasticContact)] = []
    for nodes in [256, 512] { list.append(("foot-\(nodes)", FootIndenter.problem(nodes: nodes))) }
    for (name, roughness) in [("smooth", 0.0), ("rough", 0.05)] {
      for (kind, thickness) in [("half-space", Double.infinity), ("layer", 6)] {
        list.append(("\(name)-\(kind)", indenter(roughness: roughness, thickness: thickness)))
      }
    }
    return list
  }

  /// A sphere of 100 mm with waves of some amplitude, mm, on 128 × 128 cells of 0.5 mm.
  private static func indenter(roughness: Double, thickness: Double) -> ElasticContact {
    let layout = GridLayout(origin: Vector2(-31.75, -31.75), spacing: 0.5, columns: 128, rows: 128)
    let gap = (0..<layout.count).map { node in
      let place = layout.position(node)
      let column = node % layout.columns
      let row = node / layout.columns
      // Waves of 2 to 10 mm, the same on every machine: small integers only.
      let wave = Double((column * column * 7 + row * row * 5 + column * row * 3) % 23) / 22
      return place.dot(place) / 200 + roughness * wave
    }
    return ElasticContact(
      layout: layout, gap: gap,
      layers: [ElasticLayer(modulus: 1000, poissonRatio: thickness.isFinite ? 0.3 : 0, thickness: thickness)],
      force: 60)
  }

  static func write(
    _ problem: ElasticContact, _ solution: ElasticContact.Solution, to path: String
  ) throws(OutputError) {
    let layer = problem.layers[0]
    let header =
      "\(problem.layout.columns) \(problem.layout.spacing) \(layer.modulus) \(layer.poissonRatio) "
      + "\(layer.thickness.isFinite ? layer.thickness : 0) \(problem.force)\n"
    try AtomicFile.write(Array(header.utf8), to: path + ".txt")
    try AtomicFile.write(bytes(problem.gap), to: path + ".gap")
    try AtomicFile.write(bytes(solution.pressure), to: path + ".pressure")
  }

  private static func bytes(_ values: [Double]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * values.count)
    for value in values {
      var bits = value.bitPattern
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
      }
    }
    return bytes
  }
}
