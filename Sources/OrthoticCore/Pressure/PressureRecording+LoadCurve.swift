/// What one frame carries.
public struct FrameLoad: Equatable, Sendable {
  /// Frame, counted from 1.
  public var frame: Int
  /// Time since the first frame, s.
  public var time: Double
  /// Force, N.
  public var force: Double
  /// Loaded area, cm².
  public var area: Double
  /// Highest pressure, kPa.
  public var peak: Double
  /// Centre of pressure, mm from the corner of the picture's first cell, x to the right, y to the toes; `nil` for an
  /// unloaded frame.
  public var centerOfPressure: Vector2?

  /// Creates a frame's load from its parts.
  public init(frame: Int, time: Double, force: Double, area: Double, peak: Double, centerOfPressure: Vector2?) {
    self.frame = frame
    self.time = time
    self.force = force
    self.area = area
    self.peak = peak
    self.centerOfPressure = centerOfPressure
  }
}

extension PressureRecording {
  /// The load of every frame in the order of time; empty for a picture.
  public var loadCurve: [FrameLoad] {
    guard kind == .frames, frameCount > 1 else { return [] }
    let (forces, areas, peaks, centers) = (forces, contactAreas(), peaks, centersOfPressure)
    let start = times.first ?? 0
    return (0..<frameCount).map { index in
      FrameLoad(
        frame: index + 1, time: times[index] - start, force: forces[index], area: areas[index], peak: peaks[index],
        centerOfPressure: centers[index])
    }
  }

  /// The recording as the picture that was asked for: itself for the peak picture, else a recording of that picture.
  ///
  /// - Throws: `implausible` where there is no such frame.
  func showing(_ choice: PressureOptions.Picture) throws(InputError) -> PressureRecording {
    let frame: ArraySlice<Float>
    let value: String
    switch choice {
    case .peak: return self
    case .mean:
      frame = meanValues.map(Float.init)[...]
      value = "mean over the stance"
    case .frame(let number):
      guard number >= 1, number <= frameCount else {
        throw InputError(
          .implausible("has \(frameCount) frames, not \(number)"), in: name,
          expected: "a frame from 1 to \(frameCount)",
          remedy: "choose another with --pressure-map, or a step with --pressure-step")
      }
      frame = values[(number - 1) * frameLength..<number * frameLength]
      value = "frame \(number)"
    }
    guard frame.contains(where: { $0 > 0 }) else {
      throw InputError(
        .implausible("carries no load in \(value)"), in: name, expected: "the foot on the ground",
        remedy: "choose another frame with --pressure-map")
    }
    var result = self
    result.kind = .peakPicture
    result.times = [0]
    result.values = Array(frame)
    result.assumptions.append(
      Assumption(what: "pressure picture", value: value, why: "as asked", override: "--pressure-map"))
    return result
  }
}

extension PressureMap {
  /// The map on a grid of square nodes in its own frame, bilinear between cell centres, one cell of margin around it.
  ///
  /// ```
  /// x, y = 0 is the corner of the first cell, as for centres of pressure
  /// ```
  public func sampled(spacing: Double) -> HeightGrid {
    let origin = Vector2(-cellWidth, -cellLength)
    let layout = GridLayout(
      origin: origin, spacing: spacing, columns: Int((Double(columns) + 2) * cellWidth / spacing) + 1,
      rows: Int((Double(rows) + 2) * cellLength / spacing) + 1)
    let corner = PlanarPose(translation: Vector2(cellWidth / 2, cellLength / 2))
    return RegisteredPressure.sampled(self, in: corner, on: layout)
  }
}
