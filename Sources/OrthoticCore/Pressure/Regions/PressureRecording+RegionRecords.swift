extension PressureRecording {
  /// The records of all regions, in the order of `FootRegion.allCases`.
  ///
  /// A cell belongs to the region in which its middle lies; the toe line is laid into the valley of the peak picture.
  ///
  /// - Parameters:
  ///   - frame: how the recording's map lies on the foot.
  ///   - sole: the same pressure on the scanned sole. Area peak, mean, area and forces are then those of the map as it lies on
  ///     the foot, everything on the sole: what a design calls before.
  public func regionRecords(in frame: FootprintFrame, on sole: SolePressure? = nil) -> [RegionRecord] {
    let picture = peakPicture
    let positions = frame.positions(of: picture)
    let lines = ForefootFrame(frame, picture: picture)
    let masks =
      frame.borders.wholeCellsOnly
      ? RegionMasks(frame: lines, corners: frame.corners(of: picture)) : RegionMasks(frame: lines, positions: positions)
    let records = FootRegion.allCases.map { record(of: $0, mask: masks[$0], picture: picture) }
    guard let sole else { return records }
    // A scaled map presses on a scaled area.
    let scale = frame.pose.scaleX * frame.pose.scaleY
    return zip(records, sole.metrics).map { record, found in
      var laid = record
      (laid.areaPeak, laid.mean, laid.area) = (found.metrics.peak, found.metrics.mean, found.metrics.area)
      laid.maximumForce = found.metrics.force
      laid.forceTimeIntegral = record.forceTimeIntegral.map { $0 * scale }
      return laid
    }
  }

  private func record(of region: FootRegion, mask: [Bool], picture: PressureMap) -> RegionRecord {
    var (peak, sum, loaded) = (0.0, 0.0, 0)
    for index in picture.values.indices where mask[index] && picture.values[index] > 0 {
      peak = max(peak, picture.values[index])
      sum += picture.values[index]
      loaded += 1
    }
    let inside = picture.values.indices.map { mask[$0] && picture.values[$0] > 0 ? picture.values[$0] : 0 }
    let areaPeak = AreaPeak(sensorArea: sensorArea).highest(
      of: inside, columns: picture.columns, cell: Vector2(picture.cellWidth, picture.cellLength), betweenCells: true)
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
      region: region, peak: peak, areaPeak: areaPeak.value, mean: loaded > 0 ? sum / Double(loaded) : 0,
      area: Double(loaded) * cellArea / 100,
      maximumForce: forces.max() ?? 0, pressureTimeIntegral: time.map { peaks.reduce(0, +) * $0 },
      forceTimeIntegral: time.map { step in
        // Trapezia between the frames.
        (forces.reduce(0, +) - ((forces.first ?? 0) + (forces.last ?? 0)) / 2) * step
      })
  }
}

extension SensorField {
  /// The share of each sensor's cells that lie in a mask over the picture's cells.
  func shares(of mask: [Bool]) -> [Double] {
    var inside = [Double](repeating: 0, count: areas.count)
    var all = [Double](repeating: 0, count: areas.count)
    for (cell, sensor) in cells.enumerated() where sensor >= 0 {
      all[Int(sensor)] += 1
      if mask[cell] { inside[Int(sensor)] += 1 }
    }
    return zip(inside, all).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
