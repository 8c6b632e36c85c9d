import Testing

@testable import OrthoticCore

@Suite struct LayerKernelTests {
  @Test("Love's square sinks by 1.1222·s·p/E* at its centre and half of that at a corner")
  func love() {
    let center = LoveSolution.displacement(atX: 0, y: 0, side: 2, contactModulus: 500)
    #expect(abs(center / (1.1222 * 2 / 500) - 1) < 1e-4)
    let corner = LoveSolution.displacement(atX: 1, y: 1, side: 2, contactModulus: 500)
    #expect(abs(corner / center - 0.5) < 1e-12)
    let kernel = LayerKernel([ElasticLayer(modulus: 500, poissonRatio: 0)], spacing: 2)
    #expect(kernel.response(0, 0) == center)
    // Far away it is a point force.
    #expect(abs(kernel.response(40, 30) / (4 / (Double.pi * 500 * 100)) - 1) < 1e-3)
  }

  @Test("long waves meet the column, short ones the half-space", arguments: [ElasticLayer.Base.bonded, .frictionless])
  func limits(base: ElasticLayer.Base) {
    for ratio in [0, 0.1, 0.3, 0.45] {
      let layer = ElasticLayer(modulus: 700, poissonRatio: ratio, thickness: 6, base: base)
      #expect(abs(layer.compliance(waveNumber: 1e-3) / layer.columnCompliance - 1) < 1e-3)
      #expect(abs(layer.compliance(waveNumber: 10) / (2 / (layer.contactModulus * 10)) - 1) < 1e-9)
      #expect(layer.relativeResponse(0) == 0 && layer.relativeResponse(1e9) == 1)
    }
    let material = Material(name: "", modulus: 0.7, poissonRatio: 0.3)
    let layer = ElasticLayer(modulus: 700, poissonRatio: 0.3, thickness: 6)
    #expect(abs(layer.columnCompliance - 6 / material.columnModulus) < 1e-12)
  }

  @Test("sources in depth stand for the layer to 1e-7 of the half-space", arguments: [0, 0.1, 0.2, 0.3, 0.45, 0.5])
  func images(ratio: Double) {
    for base in [ElasticLayer.Base.bonded, .frictionless] {
      let layer = ElasticLayer(modulus: 1, poissonRatio: ratio, thickness: 1, base: base)
      let images = LayerImages(layer)
      for step in 1...400 {
        let w = Double(step) * 0.05
        #expect(abs(images.relativeResponse(w) - layer.relativeResponse(w)) < 1e-7)
      }
      // Together they take the half-space away at a distance.
      #expect(abs(30 * images.value(atSquare: 900) + 1) < 1e-2)
    }
  }

  @Test("an even pressure over a wide grid sinks by the column, on grids finer and coarser than the layer is thick")
  func even() {
    for (ratio, spacing) in [(0.1, 2.0), (0.3, 2), (0.2, 12), (0.3, 0.7)] {
      let layer = ElasticLayer(modulus: 700, poissonRatio: ratio, thickness: 6)
      let kernel = LayerKernel([layer], spacing: spacing)
      let reach = Int(12 * 6 / spacing) + 2
      var sum = 0.0
      for row in -reach...reach { for column in -reach...reach { sum += kernel.response(column, row) } }
      #expect(abs(sum / layer.columnCompliance - 1) < 2e-3, "ν \(ratio), spacing \(spacing)")
    }
  }

  @Test("two layers on one another add")
  func stacked() {
    let soft = ElasticLayer(modulus: 400, poissonRatio: 0.1, thickness: 3)
    let firm = ElasticLayer(modulus: 900, poissonRatio: 0.2, thickness: 5, base: .frictionless)
    let both = LayerKernel([soft, firm], spacing: 2)
    let sum = LayerKernel([soft], spacing: 2).response(2, 1) + LayerKernel([firm], spacing: 2).response(2, 1)
    #expect(abs(both.response(2, 1) - sum) < 1e-15)
    #expect(
      both.compliance(waveNumber: 0.2)
        == soft.compliance(waveNumber: 0.2) + firm.compliance(waveNumber: 0.2))
  }

  @Test("least squares finds the line through points and the shortest miss")
  func leastSquares() {
    let rows = [[1.0, 0], [1, 1], [1, 2], [1, 3]]
    let exact = LeastSquares.solution(rows, [2, 5, 8, 11])
    #expect(abs(exact[0] - 2) < 1e-12 && abs(exact[1] - 3) < 1e-12)
    let fit = LeastSquares.solution(rows, [1, -1, -1, 1])
    #expect(abs(fit[0]) < 1e-12 && abs(fit[1]) < 1e-12)
  }
}
