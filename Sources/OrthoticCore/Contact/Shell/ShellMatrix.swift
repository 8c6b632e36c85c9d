/// Second derivative of a shell's elastic energy by the sag of its nodes, as a banded matrix, N/1000 per mm.
///
/// The energy `½D[(κx + κy)² − 2(1 − ν)(κxκy − κxy²)]` is summed over nodes and cells that have their neighbours, so that a
/// free edge needs no equation of its own.
struct ShellMatrix {
  /// The unknown of each node of the grid, or −1.
  let unknown: [Int]
  /// The node of each unknown.
  let nodes: [Int]
  private let layout: GridLayout
  private let shell: Shell

  /// Numbers the shell's nodes.
  init(layout: GridLayout, shell: Shell) {
    precondition(shell.thickness.count == layout.count, "one value per node")
    self.layout = layout
    self.shell = shell
    var unknown = [Int](repeating: -1, count: layout.count)
    var nodes: [Int] = []
    for node in 0..<layout.count where shell.thickness[node] > 0 && shell.thickness[node].isFinite {
      unknown[node] = nodes.count
      nodes.append(node)
    }
    self.unknown = unknown
    self.nodes = nodes
  }

  /// The shell's own stiffness with its supports, not yet factorised.
  func assembled() -> BandedCholesky {
    var matrix = BandedCholesky(count: nodes.count, reach: reach)
    for (index, node) in nodes.enumerated() {
      matrix.add(max(shell.support[node], 0) * layout.cellArea, index, index)
      addBending(of: node, to: &matrix)
      addTwist(above: node, to: &matrix)
    }
    return matrix
  }

  /// Furthest that two unknowns of one stencil lie apart.
  private var reach: Int {
    var reach = 0
    for (index, node) in nodes.enumerated() {
      let row = node / layout.columns
      let column = node - row * layout.columns
      for (dx, dy) in [(1, 0), (2, 0), (0, 1), (0, 2), (1, 1), (-1, 1)] {
        if let other = self.unknown(column + dx, row + dy) { reach = max(reach, abs(other - index)) }
      }
    }
    return reach
  }

  private func unknown(_ column: Int, _ row: Int) -> Int? {
    guard column >= 0, row >= 0, column < layout.columns, row < layout.rows else { return nil }
    let index = unknown[layout.index(column, row)]
    return index < 0 ? nil : index
  }

  /// A second difference over three nodes in line.
  private typealias Stencil = [(unknown: Int, factor: Double)]

  private func stencil(_ column: Int, _ row: Int, _ dx: Int, _ dy: Int) -> Stencil {
    guard let before = unknown(column - dx, row - dy), let middle = unknown(column, row),
      let after = unknown(column + dx, row + dy)
    else { return [] }
    let factor = 1 / layout.cellArea
    return [(before, factor), (middle, -2 * factor), (after, factor)]
  }

  private func addBending(of node: Int, to matrix: inout BandedCholesky) {
    let row = node / layout.columns
    let column = node - row * layout.columns
    let across = stencil(column, row, 1, 0)
    let along = stencil(column, row, 0, 1)
    let weight = shell.bendingStiffness(thickness: shell.thickness[node]) * layout.cellArea
    let ratio = shell.poissonRatio
    if across.isEmpty || along.isEmpty {
      // At a free edge the other curvature takes the value that costs least.
      let square = weight * (1 - ratio * ratio)
      Self.add(across, across, square, to: &matrix)
      Self.add(along, along, square, to: &matrix)
    } else {
      Self.add(across, across, weight, to: &matrix)
      Self.add(along, along, weight, to: &matrix)
      Self.add(across, along, weight * ratio, to: &matrix)
      Self.add(along, across, weight * ratio, to: &matrix)
    }
  }

  /// The twist of the cell whose lowest corner is a node.
  private func addTwist(above node: Int, to matrix: inout BandedCholesky) {
    let row = node / layout.columns
    let column = node - row * layout.columns
    guard let a = unknown(column, row), let b = unknown(column + 1, row), let c = unknown(column, row + 1),
      let d = unknown(column + 1, row + 1)
    else { return }
    let factor = 1 / layout.cellArea
    let twist: Stencil = [(a, factor), (b, -factor), (c, -factor), (d, factor)]
    let stiffness = shell.bendingStiffness(thickness: shell.thickness[node]) * layout.cellArea
    Self.add(twist, twist, 2 * (1 - shell.poissonRatio) * stiffness, to: &matrix)
  }

  /// Adds `weight · first ⊗ second`; the matrix keeps one half, so a pair that occurs both ways counts half each.
  private static func add(_ first: Stencil, _ second: Stencil, _ weight: Double, to matrix: inout BandedCholesky) {
    for a in first {
      for b in second {
        let value = weight * a.factor * b.factor
        matrix.add(a.unknown == b.unknown ? value : value / 2, a.unknown, b.unknown)
      }
    }
  }
}
