/// Lines that acceptance scripts read: `PASS` or `FAIL` with what was measured, and notes.
enum BenchmarkReport {
  /// Prints one check.
  static func hold(_ sound: Bool, _ text: String) { print("\(sound ? "PASS" : "FAIL")  \(text)") }

  /// Prints a measurement that decides nothing.
  static func note(_ text: String) { print("      \(text)") }

  /// A number with so many digits after the point.
  static func text(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = (abs(value) * scale).rounded()
    let digits = String(Int(whole))
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let sign = value < 0 && whole > 0 ? "−" : ""
    return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A share in percent with a sign.
  static func percent(_ share: Double, _ decimals: Int = 0) -> String {
    (share > 0 ? "+" : "") + text(100 * share, decimals) + " %"
  }

  /// A number in two digits with its power of ten.
  static func scientific(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    var power = 0
    var rest = abs(value)
    while rest >= 9.95 {
      rest /= 10
      power += 1
    }
    while rest < 0.995 {
      rest *= 10
      power -= 1
    }
    return "\(value < 0 ? "−" : "")\(text(rest, 1))e\(power)"
  }
}
