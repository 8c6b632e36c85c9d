/// How far the model itself is off, beside what its inputs leave open.
///
/// The draws of a sensitivity set say what tissue, insole, load, tilt, rays, foam and instants leave open; they know nothing of what the
/// model leaves out. That is read off the published studies on the validation page, which no parameter was fitted to but for the choice
/// that the tissue behind the heads is no softer than under them.
package enum ModelError {
  /// Root mean square of the studies' medians less what was published, as a share of the pressure before.
  package static let rootMeanSquare = 0.154
  /// Half-width of the band that it makes of a number by itself, as a share of the pressure before.
  ///
  /// 1.5 times the root mean square: nine in ten of what is normally distributed lie within 1.64 times.
  package static let halfWidth = 1.5 * rootMeanSquare

  /// Root mean square of the changes that those studies report, as a share of the pressure before: 17 % (Lee), 32 (Hastings), 18 and 24
  /// (Guldemond), 15 and 29 (Bonanno).
  package static let studiedChange = 0.234

  /// A band of the difference of two devices' peaks, kPa, with this error beside the draws' spread.
  ///
  /// The studies compare a device with another one, so their error is one of differences. Devices that differ less than those of the
  /// studies do are off by less, in proportion: two that are alike have the same error, and none between them.
  ///
  /// - Parameters:
  ///   - band: What the draws say of the difference.
  ///   - first: The peak on the device that the other is compared with, kPa.
  ///   - nominal: The difference with nominal numbers, kPa, which the band always holds.
  ///   - contrast: How much the devices differ, as the largest change of a region's peak, share.
  static func widened(difference band: Band, first: Double, nominal: Double, contrast: Double) -> Band {
    let own = halfWidth * first * min(contrast / studiedChange, 1)
    func reach(_ part: Double) -> Double { (part * part + own * own).squareRoot() }
    return Band(
      median: band.median, low: min(band.median - reach(band.median - band.low), nominal),
      high: max(band.median + reach(band.high - band.median), nominal))
  }

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
