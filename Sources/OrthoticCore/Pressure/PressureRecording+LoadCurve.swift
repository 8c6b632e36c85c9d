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
          remedy: "choose another with \(.pressureMap), or a step with \(.pressureStep)")
      }
      frame = values[(number - 1) * frameLength..<number * frameLength]
      value = "frame \(number)"
    }
    guard frame.contains(where: { $0 > 0 }) else {
      throw InputError(
        .implausible("carries no load in \(value)"), in: name, expected: "the foot on the ground",
        remedy: "choose another frame with \(.pressureMap)")
    }
    var result = self
    result.kind = .peakPicture
    result.times = [0]
    result.values = Array(frame)
    result.assumptions.append(
      Assumption(what: "pressure picture", value: value, why: "as asked", override: "\(.pressureMap)"))
    return result
  }
}
