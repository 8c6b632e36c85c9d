extension Double {
  /// The number to a count of decimals, so that JSON shows what is meant and not the noise behind it; `nil` for what is
  /// no number, which JSON cannot hold.
  package func rounded(decimals: Int) -> Double? {
    guard isFinite else { return nil }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (self * scale).rounded()
    // Without the addition, -0.0001 would print as -0.
    return scaled.isFinite ? scaled / scale + 0 : self
  }
}
