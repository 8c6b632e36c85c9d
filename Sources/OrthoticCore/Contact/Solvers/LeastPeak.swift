/// The lowest peak with which a pressure, placed anywhere that it likes, can carry a force at its place.
///
/// ```
///   least t with  0 ≤ pᵢ ≤ t·cᵢ,   Σ pᵢ·Aᵢ = F,   Σ pᵢ·Aᵢ·(xᵢ, yᵢ) = 0      places counted from the centre of pressure
///   t = F / min over μ of Σ cᵢ·Aᵢ·max(1 + μ·(xᵢ, yᵢ), 0)
/// ```
/// A small linear programme, solved through its dual: two multipliers, a convex function. It knows no material and no thickness: no
/// device whatever gets below it.
package enum LeastPeak {
  /// Largest multiplier, 1/mm: a centre of pressure nearer than this to the edge of the places is beside them.
  private static let largest = 1.0
  /// Narrowings of a bracket: each to 0.618 of it.
  private static let rounds = 48
  private static let golden = (5.0.squareRoot() - 1) / 2

  /// The least peak, kPa; infinite where the force's place lies outside the places.
  ///
  /// - Parameters:
  ///   - places: Where pressure may stand, mm from the centre of pressure.
  ///   - areas: Area of each place times what its pressure may be in shares of the peak, mm².
  ///   - force: Force, N.
  package static func pressure(places: [Vector2], areas: [Double], force: Double) -> Double {
    precondition(places.count == areas.count, "an area for each place")
    func area(_ x: Double, _ y: Double) -> Double {
      var sum = 0.0
      for index in places.indices {
        let share = 1 + x * places[index].x + y * places[index].y
        if share > 0 { sum += areas[index] * share }
      }
      return sum
    }
    let least = lowest { y in lowest { x in area(x, y) } }
    // N / mm² = 1000 kPa
    return least > 1e-6 ? 1000 * force / least : .infinity
  }

  /// Least value of a convex function between the largest multipliers, by golden sections.
  private static func lowest(_ value: (Double) -> Double) -> Double {
    var (low, high) = (-largest, largest)
    var (a, b) = (high - golden * (high - low), low + golden * (high - low))
    var (atA, atB) = (value(a), value(b))
    for _ in 0..<rounds {
      if atA <= atB {
        (high, b, atB) = (b, a, atA)
        a = high - golden * (high - low)
        atA = value(a)
      } else {
        (low, a, atA) = (a, b, atB)
        b = low + golden * (high - low)
        atB = value(b)
      }
    }
    return min(atA, atB)
  }
}

extension ContactProblem {
  /// The least peak of the loaded foot, kPa, over all places that can touch.
  ///
  /// - Parameter gain: Factor at each node from the pressure to the one that counts; `nil` is 1.
  package func leastPeak(gain: [Double]?) -> Double {
    let nodes = contactNodes
    return LeastPeak.pressure(
      places: nodes.map { layout.position($0) - centerOfPressure },
      areas: nodes.map { node in
        let gain = gain?[node] ?? 1
        return gain > 0 ? cellShare[node] * layout.cellArea / gain : 0
      }, force: force)
  }
}
