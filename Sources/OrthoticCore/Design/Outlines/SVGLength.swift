/// A length as SVG attributes have it: a number and perhaps a unit.
struct SVGLength: Equatable {
  /// The number.
  var value: Double
  /// What it is in: mm where the unit is one of the ruler's, `nil` for pixels, bare numbers and shares.
  var millimetres: Double?
  /// Whether it is a share of something else, such as `100%`.
  var isRelative = false

  /// A CSS pixel, mm: 1/96 in.
  static let pixel = 25.4 / 96

  /// Reads one, or gives `nil`.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = SVGNumbers(bytes)
    guard let number = scanner.next() else { return nil }
    value = number
    let unit = String(scanner.rest.lowercased().filter { !$0.isWhitespace })
    switch unit {
    case "mm": millimetres = number
    case "cm": millimetres = number * 10
    case "q": millimetres = number / 4
    case "in": millimetres = number * 25.4
    case "pt": millimetres = number * 25.4 / 72
    case "pc": millimetres = number * 25.4 / 6
    case "", "px": millimetres = nil
    default: isRelative = true
    }
  }

  /// The number in user units, as `x` and `r` of shapes are; pixels count as such.
  var userUnits: Double? { isRelative ? nil : millimetres.map { $0 / Self.pixel } ?? value }
}
