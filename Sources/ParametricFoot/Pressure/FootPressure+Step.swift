import OrthoticCore

extension PressureBell {
  /// Share of its highest pressure that the pad carries at a share of the stance: 0 outside its contact, 1 in the middle.
  func loading(at stance: Double) -> Double {
    let length = contact.upperBound - contact.lowerBound
    let t = (stance - contact.lowerBound) / length
    guard t > 0, t < 1 else { return 0 }
    // Up over the first third, down over the last.
    return smoothStep(3 * min(t, 1 - t))
  }
}

extension FootPressure {
  /// Pressure at a point at a share of the stance, kPa: heel first, toes last.
  ///
  /// Its highest value over the stance is `pressure(x:y:)` where one pad carries, and at most that between pads that
  /// are loaded at different times.
  public func pressure(x: Double, y: Double, stance: Double) -> Double {
    let point = Vector2(x, y)
    let sum = bells.reduce(-Self.threshold) { $0 + $1.pressure(at: point) * $1.loading(at: stance) }
    return sum > 0 ? sum * touching(point) : 0
  }

  /// A step on a plate with square cells, frame by frame from touch-down to lift-off.
  ///
  /// - Parameters:
  ///   - frames: number of frames, evenly over the stance.
  ///   - frameTime: time between them, s.
  ///   - cell: edge of a cell, mm; each value is the mean over 3 × 3 midpoints.
  ///   - rotation: turn from the plate's frame to the canonical one, degrees anticlockwise.
  ///   - offset: shift of the plate below the foot in cells; only its fraction shows.
  /// - Returns: the recording, side and orientation not said, and the plate's pose as in `PlateRecording`.
  public func recordedStep(
    frames: Int, frameTime: Double = 0.01, cell: Double = 5, rotation: Double = 0, offset: Vector2 = .zero
  ) -> (recording: PressureRecording, translation: Vector2) {
    let plate = PlateLayout(under: foot, cell: cell, rotation: rotation, offset: offset, margin: 2)
    // What every pad gives every midpoint, and how far that is on the ground, once for all frames.
    let parts = 3
    let shares: [[Double]] = Parallel.map(count: plate.rows) { row in
      (0..<plate.columns).flatMap { column in
        plate.midpoints(column: column, row: row, parts: parts).flatMap { point in
          [touching(point)] + bells.map { $0.pressure(at: point) }
        }
      }
    }
    let width = bells.count + 1
    let values: [[Float]] = Parallel.map(count: frames) { frame in
      let stance = (Double(frame) + 0.5) / Double(frames)
      let loads = bells.map { $0.loading(at: stance) }
      let cells = shares.flatMap { row in
        stride(from: 0, to: row.count, by: width * parts * parts).map { start in
          var sum = 0.0
          for midpoint in stride(from: start, to: start + width * parts * parts, by: width) where row[midpoint] > 0 {
            var pressure = -Self.threshold
            for (index, load) in loads.enumerated() { pressure += load * row[midpoint + 1 + index] }
            sum += max(pressure, 0) * row[midpoint]
          }
          return sum / Double(parts * parts)
        }
      }
      return plate.inAboveView(cells).map { Float($0) }
    }
    let recording = PressureRecording(
      name: "parametric", format: "parametric foot", kind: .frames, orientation: .unknown, columns: plate.columns,
      rows: plate.rows, cellWidth: cell, cellLength: cell, times: (0..<frames).map { Double($0) * frameTime },
      values: values.flatMap { $0 })
    return (recording, plate.translation)
  }
}
