/// Fills gaps in a field on a grid with the smoothest surface that joins its rim.
///
/// Pull and push over halved grids gives the start, a few rounds of over-relaxation remove what it leaves: the cost is
/// linear in the number of nodes and a gap's size does not matter.
enum Membrane {
  /// Replaces every `nan` node inside `mask`; other nodes stay as they are.
  static func fill(_ values: inout [Double], columns: Int, rows: Int, inside mask: [Bool], rounds: Int = 30) {
    let missing = values.indices.filter { mask[$0] && values[$0].isNaN }
    guard !missing.isEmpty, missing.count < values.count else { return }
    let start = pulledAndPushed(values, columns: columns, rows: rows)
    for node in missing { values[node] = start[node] }
    for _ in 0..<rounds {
      for node in missing {
        let column = node % columns
        let row = node / columns
        var sum = 0.0
        var count = 0.0
        if column > 0, !values[node - 1].isNaN { sum += values[node - 1]; count += 1 }
        if column < columns - 1, !values[node + 1].isNaN { sum += values[node + 1]; count += 1 }
        if row > 0, !values[node - columns].isNaN { sum += values[node - columns]; count += 1 }
        if row < rows - 1, !values[node + columns].isNaN { sum += values[node + columns]; count += 1 }
        if count > 0 { values[node] += 1.6 * (sum / count - values[node]) }
      }
    }
  }

  /// Every node filled by averages of ever larger blocks, interpolated.
  private static func pulledAndPushed(_ values: [Double], columns: Int, rows: Int) -> [Double] {
    guard columns > 1 || rows > 1 else { return values }
    guard values.contains(where: \.isNaN) else { return values }
    let halfColumns = (columns + 1) / 2
    let halfRows = (rows + 1) / 2
    var coarse = [Double](repeating: .nan, count: halfColumns * halfRows)
    for row in 0..<halfRows {
      for column in 0..<halfColumns {
        var sum = 0.0
        var count = 0.0
        for j in (2 * row)..<min(2 * row + 2, rows) {
          for i in (2 * column)..<min(2 * column + 2, columns) where !values[j * columns + i].isNaN {
            sum += values[j * columns + i]
            count += 1
          }
        }
        if count > 0 { coarse[row * halfColumns + column] = sum / count }
      }
    }
    coarse = pulledAndPushed(coarse, columns: halfColumns, rows: halfRows)
    var filled = values
    for row in 0..<rows {
      for column in 0..<columns where values[row * columns + column].isNaN {
        // Bilinear between the four nearest block centres.
        let u = min(max((Double(column) - 0.5) / 2, 0), Double(halfColumns - 1))
        let v = min(max((Double(row) - 0.5) / 2, 0), Double(halfRows - 1))
        let i = min(Int(u), max(halfColumns - 2, 0))
        let j = min(Int(v), max(halfRows - 2, 0))
        let right = min(i + 1, halfColumns - 1)
        let up = min(j + 1, halfRows - 1)
        let fu = u - Double(i)
        let fv = v - Double(j)
        let low = coarse[j * halfColumns + i] * (1 - fu) + coarse[j * halfColumns + right] * fu
        let high = coarse[up * halfColumns + i] * (1 - fu) + coarse[up * halfColumns + right] * fu
        filled[row * columns + column] = low * (1 - fv) + high * fv
      }
    }
    return filled
  }
}
