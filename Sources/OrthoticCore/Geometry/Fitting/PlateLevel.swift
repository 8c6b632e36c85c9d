/// One of the grids, from coarse to fine, on which `ThinPlate` is solved.
struct PlateLevel {
  var values: [Double]
  /// Reach at the missing nodes, in this grid's node distances; 0 elsewhere.
  var reach: [Double]
  let columns: Int
  let rows: Int
  let missing: [Int]

  /// Grids of fewer nodes across than this are solved as they are.
  private static let smallest = 12

  /// The values with the missing ones filled.
  func filled(depth: Int) -> [Double] {
    var start = values
    let isCoarsest = min(columns, rows) < 2 * Self.smallest || missing.count < 200 || depth > 6
    if isCoarsest {
      // A flat start; the coarsest grid is solved to the end.
      let mean = values.reduce((sum: 0.0, count: 0.0)) { $1.isNaN ? $0 : ($0.sum + $1, $0.count + 1) }
      for node in missing { start[node] = mean.count > 0 ? mean.sum / mean.count : 0 }
    } else {
      start = started(from: coarser, depth: depth)
    }
    var plate = PlateSystem(self, start: start)
    return plate.solved(
      rounds: missing.count <= ThinPlate.fewNodes ? ThinPlate.rounds.settling : ThinPlate.rounds.detail)
  }

  /// Every second node of every second row.
  private var coarser: PlateLevel {
    let fewColumns = (columns + 1) / 2
    let fewRows = (rows + 1) / 2
    var few: [Double] = []
    var fewReach: [Double] = []
    var fewMissing: [Int] = []
    for row in 0..<fewRows {
      for column in 0..<fewColumns {
        let node = 2 * row * columns + 2 * column
        if reach[node] > 0 { fewMissing.append(few.count) }
        few.append(values[node])
        fewReach.append(reach[node] / 2)
      }
    }
    return PlateLevel(values: few, reach: fewReach, columns: fewColumns, rows: fewRows, missing: fewMissing)
  }

  /// Missing nodes interpolated between those of a coarser grid.
  private func started(from coarse: PlateLevel, depth: Int) -> [Double] {
    let few = coarse.filled(depth: depth + 1)
    var start = values
    for node in missing {
      let column = node % columns
      let row = node / columns
      var sum = 0.0
      var count = 0.0
      for j in [row / 2, (row + 1) / 2] where j < coarse.rows {
        for i in [column / 2, (column + 1) / 2] where i < coarse.columns {
          let value = few[j * coarse.columns + i]
          if !value.isNaN {
            sum += value
            count += 1
          }
        }
      }
      start[node] = count > 0 ? sum / count : .nan
    }
    // A node whose coarse neighbours all lie outside takes the value of one beside it.
    for node in missing where start[node].isNaN {
      let near = [node - 1, node + 1, node - columns, node + columns].first {
        start.indices.contains($0) && !start[$0].isNaN
      }
      start[node] = near.map { start[$0] } ?? 0
    }
    return start
  }
}
