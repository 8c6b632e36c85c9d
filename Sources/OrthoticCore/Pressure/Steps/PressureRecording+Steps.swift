extension PressureRecording {
  /// Smallest footprint that counts as a foot, cm².
  private static let smallestPrint = 20.0
  /// Longest footprint that counts as one foot, mm.
  private static let longestPrint = 400.0
  /// Shortest footprint that counts as a foot, mm.
  private static let shortestPrint = 120.0

  /// The steps of a walk in the order of time, each heel first and with its side; incomplete ones say why.
  ///
  /// On a treadmill the belt's movement is undone, in whichever direction makes the footprints sharper. The sides are those
  /// that the file's forces tell, else by shape from where the options or the forces say the grid is seen, else as from
  /// above. A recording that is no walk is one step.
  public func steps(options: PressureOptions = PressureOptions()) -> [PressureStep] {
    guard kind == .walk, sensors == nil else {
      return [
        PressureStep(
          frames: 0...max(frameCount - 1, 0), rows: 0...rows - 1, columns: 0...columns - 1, recording: self,
          reasonToDrop: nil)
      ]
    }
    // Steps keep all their frames; which picture of them is wanted is settled later.
    var options = options
    options.picture = .peak
    guard let finder = sharpestFinder() else { return [] }
    let patches = finder.patches()
    let found = Parallel.map(count: patches.count) { index in
      let step = step(patches[index], finder)
      return (step: step, shape: step.reasonToDrop == nil ? FootprintOrientation(step.recording.peakPicture) : nil)
    }
    let told = found.map { each in
      footForces?.side(of: each.step.recording.forces, from: each.step.frames.lowerBound)
    }
    let view = WalkView(
      stated: options.view,
      steps: zip(found, told).map { ($0.shape.flatMap { $0.sideIsClear ? $0.side : nil }, $1) })
    return zip(found, told).map { found, told in
      var step = found.step
      guard step.reasonToDrop == nil else { return step }
      guard let shape = found.shape else {
        step.reasonToDrop = "too small for a foot"
        return step
      }
      let seen = view.view == .below ? shape.side.other : shape.side
      if let told, told != seen, shape.sideIsClear {
        step.reasonToDrop = "its print and the file's forces are of different feet"
        return step
      }
      do throws(InputError) {
        step.recording = try step.recording.laidDown(by: shape, seen: seen, told: told, view: view, options: options)
        step.sideIsTold = told != nil || view.evidence != .convention
      } catch {
        step.reasonToDrop = "heel or side cannot be told"
      }
      return step
    }
  }

  /// The direction of the belt in which the footprints cover the least ground.
  private func sharpestFinder() -> StepFinder? {
    let loaded = LoadedCells(self)
    guard let forward = StepFinder(self, loaded: loaded, beltSign: 1) else { return nil }
    guard !beltPositions.isEmpty, let backward = StepFinder(self, loaded: loaded, beltSign: -1) else { return forward }
    func covered(_ finder: StepFinder) -> Int { finder.ground().count { $0 } }
    return covered(backward) < covered(forward) ? backward : forward
  }

  private func step(_ patch: StepFinder.Patch, _ finder: StepFinder) -> PressureStep {
    guard Double(patch.rows.count) * cellLength <= Self.longestPrint else {
      let nothing = PressureRecording(
        name: name, format: format, kind: .frames, orientation: .unknown, columns: 1, rows: 1, cellWidth: cellWidth,
        cellLength: cellLength, times: [times[patch.frames.lowerBound]], values: [0])
      return PressureStep(
        frames: patch.frames, rows: patch.rows, columns: patch.columns, recording: nothing,
        reasonToDrop: "longer than a foot")
    }
    // Room for a fraction of a row on either side.
    let first = max(patch.rows.lowerBound - 1, 0)
    let height = patch.rows.upperBound + 2 - first
    let width = patch.columns.count
    var mask = [Bool](repeating: false, count: (height + 1) * width)
    for cell in patch.cells {
      let (row, column) = (cell / columns - first, cell % columns - patch.columns.lowerBound)
      // Neighbouring rows too: frames lie between rows.
      for near in max(row - 1, 0)...row + 1 { mask[near * width + column] = true }
    }
    var frames = [Float](repeating: 0, count: patch.frames.count * height * width)
    var touchesEdge = false
    for frame in patch.frames {
      let shift = finder.offsets[frame]
      let whole = Int(shift)
      let part = Float(shift - Double(whole))
      let target = (frame - patch.frames.lowerBound) * height * width
      for row in 0..<rows {
        let place = row + whole - first
        guard place >= 0, place < height else { continue }
        for column in 0..<width {
          let value = values[frame * frameLength + row * columns + patch.columns.lowerBound + column]
          // The nearer of the two rows decides whether it is this step's.
          guard value > 0, mask[(part < 0.5 ? place : place + 1) * width + column] else { continue }
          if value > finder.threshold, row == 0 || row == rows - 1 { touchesEdge = true }
          // Between rows the force is shared out, which keeps its sum and its centre.
          frames[target + place * width + column] += value * (1 - part)
          if place + 1 < height { frames[target + (place + 1) * width + column] += value * part }
        }
      }
    }
    let recording = PressureRecording(
      name: name, format: format, kind: .frames, orientation: .fromAbove, columns: width, rows: height,
      cellWidth: cellWidth, cellLength: cellLength, times: Array(times[patch.frames]), values: frames)
    touchesEdge = touchesEdge || patch.columns.lowerBound == 0 || patch.columns.upperBound == columns - 1
    let area = Double(patch.cells.count) * cellArea / 100
    var reason: String?
    if patch.frames.lowerBound == 0 { reason = "the recording begins during the step" }
    if patch.frames.upperBound == frameCount - 1 { reason = "the recording ends during the step" }
    if touchesEdge { reason = "the foot reaches over the edge of the plate" }
    if area < Self.smallestPrint || Double(patch.rows.count) * cellLength < Self.shortestPrint {
      reason = "too small for a foot"
    }
    return PressureStep(
      frames: patch.frames, rows: patch.rows, columns: patch.columns, recording: recording, reasonToDrop: reason)
  }
}
