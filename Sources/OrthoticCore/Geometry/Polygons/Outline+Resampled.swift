#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Outline {
  /// The same polygon with corners at even distances along its straight sides.
  ///
  /// `spacing` is met as closely as a whole number of steps allows; at least three corners remain. Corners of the
  /// original are cut by at most half a step; for a curve sampled by points use `splined(spacing:)`.
  public func resampled(spacing: Double) -> Outline {
    precondition(spacing > 0, "a spacing is positive")
    guard points.count > 2 else { return self }
    return evenlySpaced(spacing) { index, share in
      let next = index + 1 == points.count ? 0 : index + 1
      return points[index] * (1 - share) + points[next] * share
    }
  }

  /// Even samples of the smooth curve through the corners.
  ///
  /// Cubic pieces with the slopes of the parabola through three neighbours (chordal Bessel tangents): third order on
  /// a smooth curve, exact on straight stretches, and without the overshoot of uniform splines where sampling is
  /// uneven.
  public func splined(spacing: Double) -> Outline {
    precondition(spacing > 0, "a spacing is positive")
    let count = points.count
    guard count > 2 else { return self }
    let sides = (0..<count).map { (points[$0 + 1 == count ? 0 : $0 + 1] - points[$0]).length }
    let slopes = (0..<count).map { index -> Vector2 in
      let before = index == 0 ? count - 1 : index - 1
      let after = index + 1 == count ? 0 : index + 1
      let h0 = sides[before]
      let h1 = sides[index]
      guard h0 > 0, h1 > 0 else { return .zero }
      let s0 = (points[index] - points[before]) * (1 / h0)
      let s1 = (points[after] - points[index]) * (1 / h1)
      return (s0 * h1 + s1 * h0) * (1 / (h0 + h1))
    }
    return evenlySpaced(spacing) { index, share in
      let next = index + 1 == count ? 0 : index + 1
      let rest = 1 - share
      // Hermite cubic in Bernstein form.
      let a = points[index]
      let d = points[next]
      let b = a + slopes[index] * (sides[index] / 3)
      let c = d - slopes[next] * (sides[index] / 3)
      return a * (rest * rest * rest) + b * (3 * rest * rest * share) + c * (3 * rest * share * share)
        + d * (share * share * share)
    }
  }

  /// The outline with its waviness shorter than about `length` taken away.
  ///
  /// A Gaussian over arc length with standard deviation `length` / 2, followed by the same step outward on the
  /// difference (Taubin, 1995: no shrinking to second order), on even samples of the polygon.
  public func smoothed(over length: Double) -> Outline {
    precondition(length >= 0, "a length is not negative")
    let total = perimeter
    guard points.count > 2, length > 0, total > 0 else { return self }
    let spacing = max(min(1, length / 4), total / 10_000)
    let even = resampled(spacing: spacing).points
    let count = even.count
    let deviation = length / 2 / (total / Double(count))
    let reach = min(Int(4 * deviation) + 1, (count - 1) / 2)
    let weights = (0...reach).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
    let sum = weights.reduce(-weights[0]) { $0 + 2 * $1 }
    func blurred(_ line: [Vector2]) -> [Vector2] {
      (0..<count).map { index in
        var value = line[index] * weights[0]
        for step in 1..<max(reach + 1, 1) {
          let forward = index + step < count ? index + step : index + step - count
          let backward = index >= step ? index - step : index - step + count
          value = value + (line[forward] + line[backward]) * weights[step]
        }
        return value * (1 / sum)
      }
    }
    let once = blurred(even)
    let twice = blurred(once)
    return Outline(points: (0..<count).map { once[$0] * 2 - twice[$0] })
  }

  /// Values at the corners smoothed along the line by a Gaussian.
  ///
  /// - Parameters:
  ///   - values: One for each corner; corners are taken as evenly spaced.
  ///   - deviation: Standard deviation along the line, mm.
  func smoothed(_ values: [Double], deviation: Double) -> [Double] {
    let count = values.count
    let step = perimeter / Double(max(points.count, 1))
    guard count == points.count, count > 2, step > 0, deviation > 0 else { return values }
    let steps = deviation / step
    let reach = min(Int(4 * steps) + 1, (count - 1) / 2)
    let weights = (0...reach).map { exp(-Double($0 * $0) / (2 * steps * steps)) }
    let sum = weights.reduce(-weights[0]) { $0 + 2 * $1 }
    return values.indices.map { index in
      var value = values[index] * weights[0]
      for away in 1..<reach + 1 {
        let forward = index + away < count ? index + away : index + away - count
        let backward = index >= away ? index - away : index - away + count
        value += (values[forward] + values[backward]) * weights[away]
      }
      return value / sum
    }
  }

  /// Unit vectors pointing out of the region at each corner, across the chord of its two neighbours.
  public var outwardNormals: [Vector2] {
    let count = points.count
    return (0..<count).map { index in
      let before = index == 0 ? count - 1 : index - 1
      let after = index + 1 == count ? 0 : index + 1
      return -(points[after] - points[before]).perpendicular.normalized
    }
  }

  /// Walks the outline in even steps and asks for the place at each (corner index, share of the side behind it).
  private func evenlySpaced(_ spacing: Double, place: (Int, Double) -> Vector2) -> Outline {
    let count = points.count
    var arc = [0.0]
    arc.reserveCapacity(count + 1)
    for index in 0..<count {
      let next = index + 1 == count ? 0 : index + 1
      arc.append(arc[index] + (points[next] - points[index]).length)
    }
    let total = arc[count]
    guard total > 0, total.isFinite else { return self }
    let steps = Int(min(max((total / spacing).rounded(), 3), 1e7))
    var corner = 0
    return Outline(
      points: (0..<steps).map { step in
        let target = total * Double(step) / Double(steps)
        while corner + 1 < count, arc[corner + 1] <= target { corner += 1 }
        let side = arc[corner + 1] - arc[corner]
        return place(corner, side > 0 ? min((target - arc[corner]) / side, 1) : 0)
      })
  }
}
