extension PressureRecording {
  /// One frame as a map.
  public func frame(_ index: Int) -> PressureMap {
    let start = index * cellCount
    return map(values[start..<start + cellCount].map(Double.init))
  }

  /// The highest value of each cell over all frames.
  public var peakPicture: PressureMap {
    var peaks = [Float](repeating: .nan, count: cellCount)
    values.forEachFrame(of: cellCount) { frame in
      for cell in 0..<frame.count where !(frame[cell] <= peaks[cell]) && !frame[cell].isNaN {
        peaks[cell] = frame[cell]
      }
    }
    return map(peaks.map(Double.init))
  }

  /// The mean of each cell over the frames in which the foot is on the ground.
  public var meanPicture: PressureMap {
    var sums = [Double](repeating: 0, count: cellCount)
    var loaded = 0
    values.forEachFrame(of: cellCount) { frame in
      var peak: Float = 0
      for cell in 0..<frame.count where frame[cell] > peak { peak = frame[cell] }
      guard peak > 0 else { return }
      loaded += 1
      for cell in 0..<frame.count { sums[cell] += Double(frame[cell]) }
    }
    return map(loaded > 0 ? sums.map { $0 / Double(loaded) } : sums)
  }

  /// Force of each frame, N.
  public var forces: [Double] {
    var result: [Double] = []
    result.reserveCapacity(frameCount)
    let scale = cellArea / 1000
    values.forEachFrame(of: cellCount) { frame in
      var sum = 0.0
      for index in 0..<frame.count {
        let value = frame[index]
        if !value.isNaN { sum += Double(value) }
      }
      result.append(sum * scale)
    }
    return result
  }

  /// Highest pressure of each frame, kPa.
  public var peaks: [Double] {
    var result: [Double] = []
    result.reserveCapacity(frameCount)
    values.forEachFrame(of: cellCount) { frame in
      var peak: Float = 0
      for index in 0..<frame.count where frame[index] > peak { peak = frame[index] }
      result.append(Double(peak))
    }
    return result
  }

  private func map(_ values: [Double]) -> PressureMap {
    PressureMap(columns: columns, rows: rows, cellWidth: cellWidth, cellLength: cellLength, values: values)
  }
}

extension [Float] {
  /// Visits the stretches of `length` values one after the other.
  fileprivate func forEachFrame(of length: Int, _ visit: (Span<Float>) -> Void) {
    guard length > 0 else { return }
    let all = span
    var start = 0
    while start + length <= all.count {
      visit(all.extracting(start..<start + length))
      start += length
    }
  }
}
