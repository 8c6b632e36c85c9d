/// The loaded cells of every frame of a recording: a few per cent of all, which are looked at again and again.
struct LoadedCells: Sendable {
  /// Pressure above which a cell counts as loaded, kPa.
  let threshold: Float
  /// The cells, frame by frame, ascending.
  private var cells: [Int32] = []
  /// Where each frame's cells begin, and behind the last one the end.
  private var starts: [Int] = [0]

  /// Collects the cells above a share of the recording's peak.
  init(_ recording: PressureRecording) {
    var peak: Float = 0
    for value in recording.values where value > peak { peak = value }
    threshold = peak * Float(Footprint.noiseShare)
    starts.reserveCapacity(recording.frameCount + 1)
    let limit = threshold
    var cells: [Int32] = []
    var starts = [0]
    recording.forEachFrame { _, frame in
      for cell in 0..<frame.count where frame[cell] > limit { cells.append(Int32(cell)) }
      starts.append(cells.count)
    }
    self.cells = cells
    self.starts = starts
  }

  /// Visits the loaded cells of all frames: frame, cell.
  func forEach(_ visit: (Int, Int) -> Void) {
    for frame in 0..<starts.count - 1 {
      for index in starts[frame]..<starts[frame + 1] { visit(frame, Int(cells[index])) }
    }
  }
}
