extension PressureRecording {
  /// The records of all regions, in the order of `FootRegion.allCases`.
  ///
  /// A cell belongs to the region in which its middle lies; the toe line is laid into the valley of the peak picture.
  ///
  /// - Parameter frame: how the recording's map lies on the foot.
  public func regionRecords(in frame: FootprintFrame) -> [RegionRecord] {
    let picture = peakPicture
    let positions = frame.positions(of: picture)
    var lines = ForefootFrame(landmarks: frame.landmarks, length: frame.length, borders: frame.borders)
    lines.followValleys(positions: positions, pressure: picture.values)
    let masks =
      frame.borders.wholeCellsOnly
      ? RegionMasks(frame: lines, corners: frame.corners(of: picture)) : RegionMasks(frame: lines, positions: positions)
    return FootRegion.allCases.map { record(of: $0, mask: masks[$0], picture: picture) }
  }

  private func record(of region: FootRegion, mask: [Bool], picture: PressureMap) -> RegionRecord {
    var (peak, sum, loaded) = (0.0, 0.0, 0)
    for index in picture.values.indices where mask[index] && picture.values[index] > 0 {
      peak = max(peak, picture.values[index])
      sum += picture.values[index]
      loaded += 1
    }
    // Sensors of their own shape: those whose cells lie mostly in the region.
    let weights = sensors.map { $0.shares(of: mask) } ?? mask.map { $0 ? 1 : 0 }
    let areas = sensors?.areas ?? [Double](repeating: cellArea, count: mask.count)
    var forces = [Double](repeating: 0, count: frameCount)
    var peaks = [Double](repeating: 0, count: frameCount)
    forEachFrame { number, frame in
      for cell in 0..<frame.count where weights[cell] > 0 && frame[cell] > 0 {
        forces[number] += Double(frame[cell]) * areas[cell] * weights[cell] / 1000
        peaks[number] = max(peaks[number], Double(frame[cell]))
      }
    }
    let time = kind == .frames ? frameTime : nil
    return RegionRecord(
      region: region, peak: peak, mean: loaded > 0 ? sum / Double(loaded) : 0, area: Double(loaded) * cellArea / 100,
      maximumForce: forces.max() ?? 0, pressureTimeIntegral: time.map { peaks.reduce(0, +) * $0 },
      forceTimeIntegral: time.map { step in
        // Trapezia between the frames.
        (forces.reduce(0, +) - ((forces.first ?? 0) + (forces.last ?? 0)) / 2) * step
      })
  }
}

extension SensorField {
  /// The share of each sensor's cells that lie in a mask over the picture's cells.
  fileprivate func shares(of mask: [Bool]) -> [Double] {
    var inside = [Double](repeating: 0, count: areas.count)
    var all = [Double](repeating: 0, count: areas.count)
    for (cell, sensor) in cells.enumerated() where sensor >= 0 {
      all[Int(sensor)] += 1
      if mask[cell] { inside[Int(sensor)] += 1 }
    }
    return zip(inside, all).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
