/// Two versions of a page, compared word by word; numbers may differ by rounding.
///
/// The page was written on another machine, perhaps with another compiler: the last digit of a number may fall to either side.
enum PageComparison {
  /// What differs, line by line of the page that is kept; empty where nothing does.
  static func differences(kept: String, made: String) -> [String] {
    let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let madeLines = made.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var differences: [String] = []
    for (number, (a, b)) in zip(keptLines, madeLines).enumerated() where !isSame(pieces(a), pieces(b)) {
      differences.append("line \(number + 1): \(a)\n    now: \(b)")
    }
    if keptLines.count != madeLines.count {
      differences.append("\(keptLines.count) lines, now \(madeLines.count)")
    }
    return differences
  }

  /// A stretch of text, or a number with the worth of its last digit; a count such as `11 of 12` has none.
  private enum Piece: Equatable {
    case text(String)
    case number(Double, unit: Double)
  }

  /// Below this a number in powers of ten is what a solver leaves over, and says no more than that it is small.
  private static let leftOver = 1e-6

  private static func isSame(_ a: [Piece], _ b: [Piece]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy(isSame)
  }

  private static func isSame(_ a: Piece, _ b: Piece) -> Bool {
    guard case .number(let x, let unit) = a, case .number(let y, let other) = b else { return a == b }
    if abs(x) < leftOver, abs(y) < leftOver { return true }
    // Written to the same digit, or the numbers do not say the same.
    return unit == other && abs(x - y) <= 1.001 * unit
  }

  private static func pieces(_ line: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    let characters = Array(line)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber else {
        text.append(characters[index])
        index += 1
        continue
      }
      let end = numberEnd(characters, from: index)
      let written = String(characters[index..<end]).replacing("−", with: "-")
      let mantissa = written.prefix { $0 != "e" }
      let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
      let unit = Double("1e-\(decimals)") ?? 1
      let power = written.count > mantissa.count ? Double("1e" + written.dropFirst(mantissa.count + 1)) ?? 1 : 1
      // The sign is part of the number, so that −0.0 and +0.0 of a rounding are one.
      let isNegative = text.last == "−" || text.last == "-"
      if isNegative || text.last == "+" { text.removeLast() }
      let isCount = text.hasSuffix(" of ") || characters[end...].starts(with: " of ")
      pieces += [
        .text(text),
        .number((isNegative ? -1 : 1) * (Double(mantissa) ?? 0) * power, unit: isCount ? 0 : unit * power),
      ]
      text = ""
      index = end
    }
    return pieces + [.text(text)]
  }

  /// Where a number ends: digits, a point with digits, an `e` with a power.
  private static func numberEnd(_ characters: [Character], from start: Int) -> Int {
    func digits(_ from: Int) -> Int {
      var index = from
      while index < characters.count, characters[index].isASCII, characters[index].isNumber { index += 1 }
      return index
    }
    var end = digits(start)
    if end < characters.count, characters[end] == "." {
      let behind = digits(end + 1)
      if behind > end + 1 { end = behind }
    }
    if end < characters.count, characters[end] == "e" {
      var power = end + 1
      if power < characters.count, characters[power] == "−" || characters[power] == "-" { power += 1 }
      let behind = digits(power)
      if behind > power { end = behind }
    }
    return end
  }
}
