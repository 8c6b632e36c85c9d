extension PressureRecording {
  /// One frame as a map.
  public func frame(_ index: Int) -> PressureMap {
    let start = index * frameLength
    return map(values[start..<start + frameLength].map(Double.init))
  }

  /// The highest value of each cell over all frames.
  public var peakPicture: PressureMap {
    var peaks = [Float](repeating: .nan, count: frameLength)
    forEachFrame { _, frame in
      for cell in 0..<frame.count where !(frame[cell] <= peaks[cell]) && !frame[cell].isNaN {
        peaks[cell] = frame[cell]
      }
    }
    return map(peaks.map(Double.init))
  }

  /// The mean of each cell, or sensor, over the frames in which the foot is on the ground.
  var meanValues: [Double] {
    var sums = [Double](repeating: 0, count: frameLength)
    var loaded = 0
    forEachFrame { _, frame in
      var peak: Float = 0
      for cell in 0..<frame.count where frame[cell] > peak { peak = frame[cell] }
      guard peak > 0 else { return }
      loaded += 1
      for cell in 0..<frame.count { sums[cell] += Double(frame[cell]) }
    }
    return loaded > 0 ? sums.map { $0 / Double(loaded) } : sums
  }

  /// Force of each frame, N.
  public var forces: [Double] {
    var result = [Double](repeating: 0, count: frameCount)
    let areas = sensors?.areas
    let area = cellArea
    forEachFrame { index, frame in
      var sum = 0.0
      for cell in 0..<frame.count where frame[cell] > 0 { sum += Double(frame[cell]) * (areas?[cell] ?? area) }
      result[index] = sum / 1000
    }
    return result
  }

  /// Highest pressure of each frame, kPa.
  public var peaks: [Double] {
    var result = [Double](repeating: 0, count: frameCount)
    forEachFrame { index, frame in
      var peak: Float = 0
      for cell in 0..<frame.count where frame[cell] > peak { peak = frame[cell] }
      result[index] = Double(peak)
    }
    return result
  }

  /// Loaded area of each frame, cm².
  ///
  /// - Parameter threshold: pressure from which a cell counts, kPa; by default any load.
  public func contactAreas(threshold: Float = .leastNonzeroMagnitude) -> [Double] {
    var result = [Double](repeating: 0, count: frameCount)
    let areas = sensors?.areas
    let area = cellArea
    forEachFrame { index, frame in
      var sum = 0.0
      for cell in 0..<frame.count where frame[cell] >= threshold { sum += areas?[cell] ?? area }
      result[index] = sum / 100
    }
    return result
  }

  /// Visits the frames in order.
  func forEachFrame(_ visit: (Int, Span<Float>) -> Void) {
    let all = values.span
    for index in 0..<frameCount {
      visit(index, all.extracting(index * frameLength..<(index + 1) * frameLength))
    }
  }

  private func map(_ pressures: [Double]) -> PressureMap {
    if let sensors { return sensors.map(pressures) }
    return PressureMap(columns: columns, rows: rows, cellWidth: cellWidth, cellLength: cellLength, values: pressures)
  }
}
