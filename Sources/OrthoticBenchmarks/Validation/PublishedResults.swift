import OrthoticCore

/// Published numbers beside ours, from the heel patch and the tissue's law with the default parameters.
enum PublishedResults {
  /// `OrthoticBenchmarks contact-published`.
  static let group = BenchmarkGroup(name: "contact-published") { _ in
    let cells = cells()
    for (shape, row) in zip(shapes, cells) {
      BenchmarkReport.note(
        "\(shape.name): \(row.map { BenchmarkReport.percent($0, 1) }.joined(separator: ", ")) at 6.3, 9.5, 12.7 mm")
    }
    let falls = zip(cells[0], cells[1]).allSatisfy { $0 > $1 } && zip(cells[1], cells[2]).allSatisfy { $0 > $1 }
    let thins = cells.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 > $1 } }
    BenchmarkReport.hold(
      falls && thins, "Goske: flat, half, full and thin to thick in the right order in all nine cells")
    for (name, row, reported) in [("flat", cells[0], -0.24), ("full", cells[2], -0.44)] {
      BenchmarkReport.hold(
        abs(mean(row) - reported) <= 0.06,
        "Goske \(name): mean of three thicknesses \(BenchmarkReport.percent(mean(row), 1)), reported \(BenchmarkReport.percent(reported)) ± 6"
      )
      for (thickness, value) in zip(thicknesses, row) {
        BenchmarkReport.hold(
          abs(value - reported) <= 0.06,
          "Goske \(name) \(thickness) mm: \(BenchmarkReport.percent(value, 1)), reported \(BenchmarkReport.percent(reported)) ± 6"
        )
      }
    }
    let area = Heel.sensedArea(.barefoot)
    BenchmarkReport.hold(
      abs(area - 35) <= 5, "Putti: heel area \(BenchmarkReport.text(area, 1)) cm² on 5 mm sensors, reported 35 ± 5")
    BenchmarkReport.hold(
      abs(Heel.barefoot.peak - 313) <= 77,
      "Putti: heel \(BenchmarkReport.text(Heel.barefoot.peak, 0)) kPa barefoot, reported 313 ± 77")
    for line in others().split(separator: "\n").dropFirst(2) { BenchmarkReport.note(String(line)) }
  }

  /// Thickness of Goske's insoles at the heel, mm.
  static let thicknesses = [6.3, 9.5, 12.7]
  /// Flat, half and full conforming.
  static let shapes: [(name: String, conformity: Double)] = [("flat", 0), ("half", 0.5), ("full", 1)]

  /// Change of the heel's peak against barefoot on Goske's insole, as a share; modulus in kPa, radius of the pad in mm.
  static func change(
    thickness: Double, conformity: Double, modulus: Double = 400, padRadius: Double = HeelPatch.padRadius
  ) -> Double {
    let insole = HeelPatch.problem(
      thickness: thickness, modulus: modulus, conformity: conformity, underside: .flat, padRadius: padRadius)
    let bare = HeelPatch.problem(thickness: 0, padRadius: padRadius)
    return (insole.solved().pressure.max() ?? 0) / (bare.solved().pressure.max() ?? 0) - 1
  }

  /// The nine cells, shape by shape.
  static func cells(modulus: Double = 400, padRadius: Double = HeelPatch.padRadius) -> [[Double]] {
    shapes.map { shape in
      thicknesses.map {
        change(thickness: $0, conformity: shape.conformity, modulus: modulus, padRadius: padRadius)
      }
    }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  static func section() -> String {
    "## Published results\n\n" + goske() + "\n" + others()
  }

  private static func goske() -> String {
    var table = MarkdownTable(["insole"] + thicknesses.map { "\($0) mm" } + ["mean", "reported", "within"])
    let cells = cells()
    let wanted = [-0.24, nil, -0.44]
    for (shape, (row, reported)) in zip(shapes, zip(cells, wanted)) {
      let isWithin = reported.map { reported in row.map { abs($0 - reported) <= 0.06 ? "yes" : "**no**" } }
      table.add(
        [shape.name] + row.map { BenchmarkReport.percent($0, 1) }
          + [
            BenchmarkReport.percent(mean(row), 1), reported.map { BenchmarkReport.percent($0) + " ± 6" } ?? "between",
            isWithin?.joined(separator: ", ") ?? "",
          ])
    }
    var foams = MarkdownTable(["foam", "flat", "half", "full"])
    let materials = ["poron", "plastazote-soft", "plastazote-medium", "eva-a25"]
    for name in materials {
      guard let material = MaterialTable.material(named: name) else { continue }
      let row = Self.cells(modulus: material.columnModulus).map { BenchmarkReport.percent(mean($0), 1) }
      foams.add(["\(name), E \(material.modulus) MPa"] + row)
    }
    return """
      **Goske 2006**, heel, 27 insoles: flat −24 %, full conforming up to −44 %; conformity first, material nearly nothing. Ours: the heel
      patch (560 N, tissue 18 mm, K0 309 kPa, b 2, R 70 mm, pad of \(BenchmarkReport.text(HeelPatch.padArea, 0)) cm²: barefoot \(BenchmarkReport.text(Heel.barefoot.peak, 0)) kPa) on a foam of E 0.4 MPa
      with a flat underside, its thickness named under the heel, so that a conforming insole is thicker beside it.

      \(table.text)
      The order of shapes and of thicknesses is the reported one. The size of the pad decides how much can be relieved, because load moves
      outward only as far as there is pad. It is the mean that Putti 2008 measured under the heel. (An earlier pad of 36 mm radius, 40.7 cm², had
      no source; on it the thickest flat insole relieved 31.5 %.) What Putti's deviation of area does:

      \(padSizes())
      So the nine cells hold at the published mean, not over its whole deviation. Goske's own heel is a plane section of one person, in which
      contact grows to two sides only, on three foams of which the abstract gives no stiffness; ours is a round pad on a linear foam. A foam that densifies
      (p = E·e·(1 + x³/(1 − x)), x = e/e_D) with the same E gives less; no published curve of Goske's foams was at hand, so none is used.

      Material is not "nearly nothing" in ours: over three times the stiffness the flat insole's relief nearly halves, the conforming
      one's grows by five points.

      \(foams.text)
      """
  }

  /// The nine cells at Putti's mean area and one deviation to either side.
  private static func padSizes() -> String {
    var table = MarkdownTable(["pad", "flat 6.3, 9.5, 12.7 mm", "half", "full"])
    for area in [30.0, 35, 40] {
      let rows = cells(padRadius: (100 * area / Double.pi).squareRoot())
      table.add(
        ["\(BenchmarkReport.text(area, 0)) cm²"]
          + rows.map { row in row.map { BenchmarkReport.percent($0, 1) }.joined(separator: ", ") })
    }
    return table.text
  }

  private static func others() -> String {
    var table = MarkdownTable(["study", "reported", "ours", "verdict"])
    let shape = change(thickness: 9.5, conformity: 0) - change(thickness: 9.5, conformity: 1)
    let stiffness =
      change(thickness: 9.5, conformity: 0, modulus: 900) - change(thickness: 9.5, conformity: 0, modulus: 300)
    let thickness = change(thickness: 6.3, conformity: 0) - change(thickness: 12.7, conformity: 0)
    table.add([
      "Cheung & Zhang 2008", "influence: shape, then stiffness, then thickness",
      "points of the heel's peak: shape \(BenchmarkReport.text(100 * shape, 0)), "
        + "stiffness 0.3 to 0.9 MPa \(BenchmarkReport.text(100 * stiffness, 0)), thickness 6.3 to 12.7 mm \(BenchmarkReport.text(100 * thickness, 0))",
      shape > stiffness && stiffness > thickness ? "same order" : "**other order**",
    ])
    table.add([
      "Putti 2008", "heel 313 ± 77 kPa barefoot walking",
      "heel patch \(BenchmarkReport.text(Heel.barefoot.peak, 0)) kPa",
      abs(Heel.barefoot.peak - 313) <= 77 ? "met (K0 and b were chosen for it)" : "**missed**",
    ])
    let area = Heel.sensedArea(Heel.barefoot)
    table.add([
      "Putti 2008", "heel area 35 ± 5 cm²",
      "\(BenchmarkReport.text(area, 1)) cm² of 5 mm sensors above 10 kPa under the patch's pad of \(BenchmarkReport.text(HeelPatch.padArea, 0)) cm²",
      abs(area - 35) <= 5
        ? "met (the pad was taken from it; sensors on its border count whole)"
        : "**missed** by \(BenchmarkReport.text(abs(area - 35) - 5, 1)) cm²",
    ])
    let metatarsal = TissueColumn(thickness: 13, stiffness: 300, exponent: 3.7)
    table.add([
      "Cavanagh 1999", "MT2 tissue compressed by 45.7 % late in stance",
      "\(BenchmarkReport.text(100 * metatarsal.strain(atPressure: 361), 1)) % at Putti's MT2 peak of 361 kPa",
      abs(metatarsal.strain(atPressure: 361) - 0.457) < 0.05 ? "met" : "**missed**",
    ])
    for (speed, pressure) in [(1.0, 367.0), (1.5, 517), (2, 734)] {
      let force = heelForce(peak: pressure)
      table.add([
        "Shorten 1989, \(speed) m/s", "heel \(BenchmarkReport.text(pressure, 0)) kPa",
        "the heel patch reaches it at \(BenchmarkReport.text(force, 0)) N", "no verdict: the force is not reported",
      ])
    }
    table.add([
      "Spirka 2014", "3 % on calibrated barefoot, 16 % on uniform surfaces, well over on metatarsal pads",
      "0 % on barefoot (the model is turned round on the map); no measured pair of before and after is at hand",
      "claimed: no more than the band",
    ])
    return table.text
  }

  /// The force at which the barefoot heel patch shows a peak, N, by bisection.
  private static func heelForce(peak: Double) -> Double {
    var low = 100.0
    var high = 5000.0
    for _ in 0..<30 {
      var problem = HeelPatch.problem(thickness: 0)
      problem.force = (low + high) / 2
      if problem.solved().pressure.max() ?? 0 < peak { low = problem.force } else { high = problem.force }
    }
    return (low + high) / 2
  }
}
