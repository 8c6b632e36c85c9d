/// A colour with coverage, eight bits each, in the screen's own encoding (sRGB).
public struct Color: Equatable, Hashable, Sendable {
  /// Red.
  public var red: UInt8
  /// Green.
  public var green: UInt8
  /// Blue.
  public var blue: UInt8
  /// Coverage: 0 shows what lies below, 255 hides it.
  public var alpha: UInt8

  /// Creates a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Creates an opaque colour from a number such as `0x21918C`.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
    alpha = 255
  }

  /// Nothing.
  public static let clear = Color(red: 255, green: 255, blue: 255, alpha: 0)
  /// White.
  public static let white = Color(0xFFFFFF)
  /// Nearly black, for text and lines.
  static let ink = Color(0x22262B)
  /// Grey for what stands back.
  static let pale = Color(0x9AA0A6)
  /// Red for what needs attention.
  static let signal = Color(0xD0021B)

  /// The colour at a share of the way to another, 0 to 1.
  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }
}
