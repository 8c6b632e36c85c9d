/// A symmetric positive definite matrix whose elements vanish beyond a band around the diagonal.
///
/// The upper half is kept row by row in blocks of eight columns that begin at multiples of eight, so that any two rows
/// lie lane by lane beside each other.
struct BandedMatrix {
  typealias Block = SIMD8<Double>
  /// Columns in a block.
  fileprivate static let lanes = 8

  /// Rows.
  let size: Int
  /// Elements behind the diagonal in a row of the upper half.
  let band: Int
  fileprivate let blocksPerRow: Int
  fileprivate var blocks: [Block]

  /// An empty matrix.
  init(size: Int, band: Int) {
    precondition(size > 0 && band >= 0, "a matrix has rows")
    self.size = size
    self.band = band
    blocksPerRow = band / Self.lanes + 2
    blocks = [Block](repeating: .zero, count: size * blocksPerRow)
  }

  /// Adds to an element and, both being one, to its mirror image.
  @inline(__always)
  mutating func add(_ value: Double, _ row: Int, _ column: Int) {
    let (low, high) = row < column ? (row, column) : (column, row)
    blocks[low * blocksPerRow + high / Self.lanes - low / Self.lanes][high % Self.lanes] += value
  }

  /// Cholesky's factorisation, row by row outward.
  func factored() -> BandedFactor {
    var blocks = blocks
    var inverses = [Double](repeating: 0, count: size)
    for row in 0..<size {
      let own = row * blocksPerRow - row / Self.lanes
      let pivot = blocks[own + row / Self.lanes][row % Self.lanes]
      // A matrix that is not definite gives a surface of no height there instead of a trap.
      let inverse = pivot > 0 ? 1 / pivot.squareRoot() : 0
      inverses[row] = inverse
      let last = min(row + band, size - 1)
      for block in row / Self.lanes...last / Self.lanes { blocks[own + block] *= inverse }
      guard row < last else { continue }
      for later in row + 1...last {
        let share = blocks[own + later / Self.lanes][later % Self.lanes]
        guard share != 0 else { continue }
        let other = later * blocksPerRow - later / Self.lanes
        for block in later / Self.lanes...last / Self.lanes { blocks[other + block] -= share * blocks[own + block] }
      }
    }
    for row in 0..<size {
      // What stands before the diagonal belongs to the lower half, and the diagonal to `inverses`.
      for lane in 0...row % Self.lanes { blocks[row * blocksPerRow][lane] = 0 }
    }
    return BandedFactor(size: size, band: band, blocksPerRow: blocksPerRow, blocks: blocks, inverses: inverses)
  }
}

/// The factor of a banded matrix.
struct BandedFactor: Sendable {
  let size: Int
  let band: Int
  fileprivate let blocksPerRow: Int
  /// What stands behind the diagonal.
  fileprivate let blocks: [BandedMatrix.Block]
  /// Inverses of the diagonal.
  fileprivate let inverses: [Double]

  /// The solution for a right side.
  func solution(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "a right side for each row")
    let lanes = BandedMatrix.lanes
    var values = [BandedMatrix.Block](repeating: .zero, count: (size - 1) / lanes + 1)
    for row in 0..<size { values[row / lanes][row % lanes] = right[row] }
    for row in 0..<size {
      let own = row * blocksPerRow - row / lanes
      let value = values[row / lanes][row % lanes] * inverses[row]
      values[row / lanes][row % lanes] = value
      for block in row / lanes...min(row + band, size - 1) / lanes { values[block] -= value * blocks[own + block] }
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      let own = row * blocksPerRow - row / lanes
      var sum = BandedMatrix.Block.zero
      for block in row / lanes...min(row + band, size - 1) / lanes { sum += values[block] * blocks[own + block] }
      values[row / lanes][row % lanes] = (values[row / lanes][row % lanes] - sum.sum()) * inverses[row]
    }
    return (0..<size).map { values[$0 / lanes][$0 % lanes] }
  }
}
