/// How far the model itself is off, beside what its inputs leave open.
///
/// The draws of a sensitivity set say what tissue, insole, load, tilt, rays, foam and instants leave open; they know nothing of what the
/// model leaves out. That is read off the published studies on the validation page, which no parameter was fitted to but for the choice
/// that the tissue behind the heads is no softer than under them.
package enum ModelError {
  /// Root mean square of the studies' medians less what was published, as a share of the pressure before.
  package static let rootMeanSquare = 0.114
  /// Half-width of the band that it makes of a number by itself, as a share of the pressure before.
  ///
  /// 1.5 times the root mean square: nine in ten of what is normally distributed lie within 1.64 times.
  package static let halfWidth = 1.5 * rootMeanSquare

  /// A band of peaks, kPa, with this error beside the draws' spread: independent errors add by their squares.
  ///
  /// - Parameters:
  ///   - band: What the draws say.
  ///   - before: The peak before, kPa.
  ///   - nominal: The peak with nominal numbers, kPa, which the band always holds.
  static func widened(_ band: Band, before: Double, nominal: Double) -> Band {
    let own = halfWidth * before
    func reach(_ part: Double) -> Double { (part * part + own * own).squareRoot() }
    return Band(
      median: band.median, low: max(min(band.median - reach(band.median - band.low), nominal), 0),
      high: max(band.median + reach(band.high - band.median), nominal))
  }
}
