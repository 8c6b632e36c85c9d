/// Takes the steps of a walk apart.
///
/// The frames are laid on one ground, belt-fixed on a treadmill, where a foot does not move while it stands. Loaded cells
/// that are near each other there and loaded at the same time belong to one step.
struct StepFinder {
  /// A connected patch of ground.
  struct Patch {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
    var frames: ClosedRange<Int>
    /// The ground cells, ascending.
    var cells: [Int]
  }

  let recording: PressureRecording
  /// Where each frame's row 0 lies on the ground, in rows.
  let offsets: [Double]
  /// Rows of the ground.
  let groundRows: Int
  /// The cells that count as loaded.
  let loaded: LoadedCells
  /// Pressure from which a cell counts as loaded, kPa.
  var threshold: Float { loaded.threshold }

  /// Patches closer than this belong to the same pad or foot part, mm: the gap between ball and toes.
  private static let near = 20.0
  /// Longest gap between heel and forefoot of a high arch, mm.
  private static let archGap = 90.0
  /// Longest footprint, mm.
  private static let longestPrint = 340.0
  /// Widest footprint, mm; also turned out by 20°.
  private static let widestPrint = 180.0

  /// Most pieces that are looked at: a hundred steps of four pieces each.
  private static let mostPieces = 400

  /// Lays out the ground; `nil` where its size would be beyond reason.
  init?(_ recording: PressureRecording, loaded: LoadedCells, beltSign: Double) {
    self.recording = recording
    self.loaded = loaded
    let shifts: [Double] =
      recording.beltPositions.count == recording.frameCount
      ? recording.beltPositions.map { $0 * beltSign / recording.cellLength }
      : [Double](repeating: 0, count: recording.frameCount)
    let (lowest, highest) = (shifts.min() ?? 0, shifts.max() ?? 0)
    // Measured from the middle of a whole number of rows: walked the other way, everything falls on the same rows.
    let extent = 2 * ((highest - lowest) / 2).rounded(.up)
    offsets = shifts.map { $0 - (lowest + highest) / 2 + extent / 2 }
    // The ground of a real walk is far smaller than its frames; a wild belt position must not ask for memory.
    let mostCells = recording.values.count + 1 << 20
    guard extent.isFinite, extent < 1e6, (Int(extent) + recording.rows + 2) * recording.columns <= mostCells else {
      return nil
    }
    groundRows = Int(extent) + recording.rows + 2
  }

  /// Whether each ground cell is loaded at any time, frames laid to the nearest row.
  func ground() -> [Bool] {
    var trodden = [Bool](repeating: false, count: groundRows * recording.columns)
    loaded.forEach { frame, cell in trodden[Int(offsets[frame] + 0.5) * recording.columns + cell] = true }
    return trodden
  }

  /// The patches that together make a foot, in the order of their first frames.
  func patches() -> [Patch] {
    var patches = pieces(ground())
    if patches.count > Self.mostPieces {
      // Noise: the largest pieces hold the feet.
      let largest = patches.enumerated().sorted {
        ($1.element.cells.count, $0.offset) < ($0.element.cells.count, $1.offset)
      }
      patches = largest.prefix(Self.mostPieces).map(\.element)
    }
    // Each patch takes in what belongs to it until nothing more does; few patches, so the search is short.
    var index = 0
    while index < patches.count {
      if let other = patches.indices.first(where: { $0 != index && belongTogether(patches[index], patches[$0]) }) {
        patches[min(index, other)] = Self.union(patches[index], patches[other])
        patches.remove(at: max(index, other))
        index = min(index, other)
      } else {
        index += 1
      }
    }
    return patches.sorted { ($0.frames.lowerBound, $0.rows.lowerBound) < ($1.frames.lowerBound, $1.rows.lowerBound) }
  }

  private func belongTogether(_ a: Patch, _ b: Patch) -> Bool {
    let whole = Self.union(a, b)
    let length = Double(whole.rows.count) * recording.cellLength
    let width = Double(whole.columns.count) * recording.cellWidth
    guard length <= Self.longestPrint, width <= Self.widestPrint else { return false }
    // Heel and forefoot follow each other without a pause; a second visit to the same place does not.
    let pause = max(a.frames.lowerBound, b.frames.lowerBound) - min(a.frames.upperBound, b.frames.upperBound)
    guard pause <= 3 else { return false }
    let gapAlong = Double(whole.rows.count - a.rows.count - b.rows.count) * recording.cellLength
    let gapAcross = Double(whole.columns.count - a.columns.count - b.columns.count) * recording.cellWidth
    return gapAlong <= Self.archGap && gapAcross <= Self.near
  }

  private static func union(_ a: Patch, _ b: Patch) -> Patch {
    func hull(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
      min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    }
    return Patch(
      columns: hull(a.columns, b.columns), rows: hull(a.rows, b.rows), frames: hull(a.frames, b.frames),
      cells: (a.cells + b.cells).sorted())
  }

  /// Cells of the ground connected within `near`, with the frames in which they are loaded.
  private func pieces(_ ground: [Bool]) -> [Patch] {
    let columns = recording.columns
    // At most four cells, which covers the gap from 2.5 mm cells on; finer grids have no unloaded cells within a pad.
    let reachX = min(max(Int(Self.near / 2 / recording.cellWidth), 1), 4)
    let reachY = min(max(Int(Self.near / 2 / recording.cellLength), 1), 4)
    var label = [Int32](repeating: -1, count: ground.count)
    var patches: [Patch] = []
    var stack: [Int] = []
    for seed in ground.indices where ground[seed] && label[seed] < 0 {
      let number = Int32(patches.count)
      var cells: [Int] = []
      var (left, right, low, high) = (columns, 0, groundRows, 0)
      label[seed] = number
      stack.append(seed)
      while let cell = stack.popLast() {
        cells.append(cell)
        let (row, column) = (cell / columns, cell % columns)
        (left, right, low, high) = (min(left, column), max(right, column), min(low, row), max(high, row))
        for nextRow in max(row - reachY, 0)...min(row + reachY, groundRows - 1) {
          for nextColumn in max(column - reachX, 0)...min(column + reachX, columns - 1) {
            let next = nextRow * columns + nextColumn
            if ground[next], label[next] < 0 {
              label[next] = number
              stack.append(next)
            }
          }
        }
      }
      patches.append(
        Patch(columns: left...right, rows: low...high, frames: 0...0, cells: cells.sorted()))
    }
    return timed(patches, label: label)
  }

  /// Finds when each patch is loaded and splits those that are trodden twice.
  private func timed(_ patches: [Patch], label: [Int32]) -> [Patch] {
    var trodden = [[Int]](repeating: [], count: patches.count)
    loaded.forEach { frame, cell in
      let patch = Int(label[Int(offsets[frame] + 0.5) * recording.columns + cell])
      if patch >= 0, trodden[patch].last != frame { trodden[patch].append(frame) }
    }
    // A foot that is off the ground for a tenth of a second has left it.
    let pause = Int(min(max(0.1 / (recording.frameTime ?? 0.01), 2), 1e6))
    var result: [Patch] = []
    for (number, frames) in trodden.enumerated() {
      var start = 0
      for index in frames.indices where index + 1 == frames.count || frames[index + 1] - frames[index] > pause {
        var patch = patches[number]
        patch.frames = frames[start]...frames[index]
        result.append(patch)
        start = index + 1
      }
    }
    return result
  }
}
