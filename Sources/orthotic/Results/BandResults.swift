import OrthoticCore
import OrthoticExport

/// A number with its band, as JSON, kPa.
struct BandResult: Encodable, Equatable {
  let median: Double?
  let low: Double?
  let high: Double?

  init(_ band: Band) {
    median = band.median.rounded(decimals: 1)
    low = band.low.rounded(decimals: 1)
    high = band.high.rounded(decimals: 1)
  }

  /// From 5 % to 95 %, for the table.
  static func text(_ band: BandResult?) -> String {
    guard let band, let low = band.low, let high = band.high else { return "-" }
    return "\(tableText(low, decimals: 0))…\(tableText(high, decimals: 0))"
  }
}

extension DifferenceRecord {
  /// For the table: the difference in kPa and per cent, and the band in kPa.
  static func texts(_ difference: DifferenceRecord?) -> [String] {
    guard let difference else { return ["-", "-", "-"] }
    let (peak, change) = (difference.peak, difference.change)
    return [
      ChangeResult.signed(peak.nominal), "\(ChangeResult.signed(change.nominal))%",
      "\(ChangeResult.signed(peak.low))…\(ChangeResult.signed(peak.high))",
    ]
  }
}

/// Whether a goal is met, as JSON.
struct VerdictResult: Encodable, Equatable {
  let goal: String
  let outcome: String

  init(_ verdict: Verdict) {
    goal = verdict.goal.text
    outcome = verdict.outcome.rawValue
  }
}

/// A relative change in percent, as JSON.
struct ChangeResult: Encodable, Equatable {
  /// What the model says with its nominal numbers.
  let nominal: Double?
  /// Middle of the sensitivity set.
  let median: Double?
  /// 5 % of the set lie below.
  let low: Double?
  /// 5 % of the set lie above.
  let high: Double?

  /// `nil` where there was nothing before that could change.
  init?(from before: Double, to after: Double, band: Band? = nil) {
    guard before > 0 else { return nil }
    nominal = (100 * (after - before) / before).rounded(decimals: 1)
    median = band.flatMap { (100 * $0.median).rounded(decimals: 1) }
    low = band.flatMap { (100 * $0.low).rounded(decimals: 1) }
    high = band.flatMap { (100 * $0.high).rounded(decimals: 1) }
  }

  /// With a sign, for the table.
  static func text(_ change: ChangeResult?) -> String {
    guard let change else { return "-" }
    return signed(change.nominal) + (change.nominal == nil ? "" : "%")
  }

  /// From 5 % to 95 %, for the table.
  static func bandText(_ change: ChangeResult?) -> String {
    guard let change, change.low != nil, change.high != nil else { return "-" }
    return "\(signed(change.low))…\(signed(change.high))"
  }

  static func signed(_ value: Double?) -> String {
    guard let value else { return "-" }
    return (value > 0 ? "+" : "") + tableText(value, decimals: 0)
  }
}
