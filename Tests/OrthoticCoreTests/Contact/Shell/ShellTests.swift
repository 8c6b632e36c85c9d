import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct ShellTests {
  @Test("a banded matrix times its solution is the right side")
  func banded() {
    var random = SplitMix64(seed: 6)
    var matrix = BandedCholesky(count: 40, reach: 5)
    for row in 0..<40 {
      matrix.add(12, row, row)
      for column in max(0, row - 5)..<row { matrix.add(random.uniform(-1...1), column, row) }
    }
    let wanted = (0..<40).map { _ in random.uniform(-1...1) }
    var right = matrix.multiplied(by: wanted)
    let isFactorized = matrix.factorize()
    #expect(isFactorized)
    matrix.solve(&right)
    #expect(zip(wanted, right).allSatisfy { abs($0 - $1) < 1e-12 })
    var indefinite = BandedCholesky(count: 2, reach: 1)
    indefinite.add(1, 0, 0)
    indefinite.add(2, 1, 0)
    indefinite.add(1, 1, 1)
    let isDefinite = indefinite.factorize()
    #expect(!isDefinite)
  }

  @Test("a point force on a wide plate on springs sinks it by P/(8·√(k·D))")
  func pointForce() {
    let layout = GridLayout(origin: Vector2(0, 0), spacing: 3.5, columns: 67, rows: 67)
    let shell = Shell(
      thickness: [Double](repeating: 3, count: layout.count), modulus: 1_300_000, poissonRatio: 0.4,
      support: [Double](repeating: 30, count: layout.count))
    let stiffness = shell.bendingStiffness(thickness: 3)
    #expect(abs(shell.bendingLength(thickness: 3, support: 30) - 18.5) < 1.5)
    var matrix = ShellMatrix(layout: layout, shell: shell).assembled()
    var sag = [Double](repeating: 0, count: layout.count)
    let middle = layout.index(33, 33)
    sag[middle] = 100_000
    let isFactorized = matrix.factorize()
    #expect(isFactorized)
    matrix.solve(&sag)
    let exact = 100_000 / (8 * (30 * stiffness).squareRoot())
    #expect(abs(sag[middle] / exact - 1) < 0.02)
  }

  @Test("an evenly supported plate under even pressure sinks evenly: rigid motions cost no bending")
  func even() {
    let layout = GridLayout(origin: Vector2(0, 0), spacing: 5, columns: 9, rows: 14)
    var thickness = [Double](repeating: 3, count: layout.count)
    for node in 0..<layout.count where (layout.position(node) - Vector2(0, 0)).length < 14 { thickness[node] = 0 }
    let shell = Shell(
      thickness: thickness, modulus: 1_300_000, poissonRatio: 0.4,
      support: [Double](repeating: 20, count: layout.count))
    let matrix = ShellMatrix(layout: layout, shell: shell)
    let stiffness = matrix.assembled()
    let plane = matrix.nodes.map { 1 + 0.1 * layout.position($0).x - 0.05 * layout.position($0).y }
    let load = stiffness.multiplied(by: plane)
    #expect(zip(load, plane).allSatisfy { abs($0 - 20 * layout.cellArea * $1) < 1e-5 })
  }

  @Test("a shell sags under a free arch, less where it is thicker, and a very stiff one is the rigid insole")
  func arch() {
    var problem = TestSole.problem(spacing: 6)
    let layout = problem.layout
    problem.top = TestSole.height(layout).map { $0.isNaN ? 0 : $0 }
    let rigid = problem.solved()
    let isArch = (0..<layout.count).map { node in
      let place = layout.position(node)
      return place.x < 10 && abs(place.y - 110) < 50
    }
    var last = Double.infinity
    for thickness in [2.5, 4, 60] {
      let shell = Shell(
        thickness: [Double](repeating: thickness, count: layout.count), modulus: 1_300_000, poissonRatio: 0.4,
        support: isArch.map { $0 ? 0 : Shell.shoeSupport })
      let bent = problem.solved(on: shell, from: rigid)
      #expect(bent.contact.converged)
      #expect(bent.contact.forceError < 1e-7 && bent.contact.momentError < 1e-4)
      let inside = (0..<layout.count).filter { isArch[$0] }
      let arch = inside.reduce(0) { $0 + bent.sag[$1] } / Double(inside.count)
      let rest = (0..<layout.count).filter { !isArch[$0] && bent.contact.pressure[$0] > 0 }
      let around = rest.reduce(0) { $0 + bent.sag[$1] } / Double(max(rest.count, 1))
      #expect(arch - around < last)
      last = arch - around
    }
  }
}
