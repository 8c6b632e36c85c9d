/// A number with the range that the model's unknowns leave it.
public struct Band: Equatable, Sendable {
  /// Middle of the draws.
  public var median: Double
  /// 5 % of the draws lie below.
  public var low: Double
  /// 5 % of the draws lie above.
  public var high: Double

  /// Creates a band from its parts.
  public init(median: Double, low: Double, high: Double) {
    self.median = median
    self.low = low
    self.high = high
  }

  /// The band of some values; `nil` without any finite one.
  ///
  /// Quantiles at p·(n + 1), because a new draw then lies below the p-quantile with probability p.
  public init?(of values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count + 1) - 1
      if place <= 0 { return first }
      let index = Int(place)
      if index >= sorted.count - 1 { return last }
      return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
    self.init(median: quantile(0.5), low: quantile(0.05), high: quantile(0.95))
  }

  /// Whether a value lies in the band.
  public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}

extension Band {
  /// The relative change from a value before, as a share.
  func change(from before: Double) -> Band {
    Band(median: median / before - 1, low: low / before - 1, high: high / before - 1)
  }
}
