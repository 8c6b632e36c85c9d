/// By what a metatarsal pad is placed.
public enum PadPlace: Equatable, Sendable {
  /// By the distance of its front edge behind the heads, kept beside it in the prescription.
  case front
  /// By the distance of its crest behind the heads, kept beside it in the prescription.
  case behindHeads
  /// A share of the foot's length from the heel.
  case share(Double)
  /// With its front edge behind the patch of high pressure, found on the pressure map.
  case contour
}

/// Outline of a metatarsal pad.
public enum PadShape: String, Sendable, CaseIterable {
  /// An ellipse, its crest near the front.
  case oval
  /// Round in front, tapering to a tip behind.
  case teardrop
  /// A circle of the size's width, its crest in the middle.
  case round
}

/// Size of a metatarsal pad as sold, length × width.
public enum PadSize: String, Sendable, CaseIterable {
  /// 60 × 40 mm.
  case small = "S"
  /// 70 × 50 mm.
  case medium = "M"
  /// 80 × 60 mm.
  case large = "L"

  /// Length along the foot and width across it, mm (catalogues of pads).
  var dimensions: (length: Double, width: Double) {
    switch self {
    case .small: (60, 40)
    case .medium: (70, 50)
    case .large: (80, 60)
    }
  }
}

extension Prescription {
  /// Length and width of the metatarsal pad, mm.
  var padSize: (length: Double, width: Double) {
    let usual = metatarsalPadSize.dimensions
    let width = metatarsalPadWidth ?? (metatarsalPadShape == .round ? metatarsalPadLength : nil) ?? usual.width
    return (metatarsalPadShape == .round ? width : metatarsalPadLength ?? usual.length, width)
  }

  /// Distance of the metatarsal pad's front edge behind the heads, mm; `nil` where only the foot tells.
  var padFront: Double? {
    let size = padSize
    switch metatarsalPadPlace {
    case .front: return metatarsalPadFront
    case .behindHeads:
      return metatarsalPadSetback
        - MetatarsalPad.reach(metatarsalPadShape, length: size.length, width: size.width)
    case .share, .contour: return nil
    }
  }

  /// Distance of the metatarsal pad's crest behind the heads, mm; `nil` where only the foot tells.
  var padCrest: Double? {
    let size = padSize
    return padFront.map {
      $0 + MetatarsalPad.reach(metatarsalPadShape, length: size.length, width: size.width)
    }
  }
}

/// What is taken away under the first ray.
public enum FirstRay: Notated {
  /// Nothing.
  case off
  /// A hollow of a depth, mm.
  case relief(Double)
  /// The device is cut out under the first metatarsal head.
  case cutOut

  /// Depths that make sense, mm.
  static let depths = 1.0...3.0

  /// How it is written.
  public static let notation = Notation.of(
    Self.self, placeholder: "MM|cut-out", expectation: "off, a depth from 1 to 3 mm, or cut-out", example: "2mm",
    names: ["off", "cut-out"])

  /// Reads it.
  public init?(text: String) {
    switch Dimension.trimmed(text).lowercased() {
    case "off", "0", "0 mm", "0mm": self = .off
    case "cut-out", "cutout": self = .cutOut
    case let word:
      guard let depth = Dimension.length.value(of: word), Self.depths.contains(depth) else { return nil }
      self = .relief(depth)
    }
  }

  /// The form in which files have it.
  public var text: String {
    switch self {
    case .off: "off"
    case .relief(let depth): Dimension.length.text(depth)
    case .cutOut: "cut-out"
    }
  }
}

/// Which leg is shorter, and by how much.
public struct LegDifference: Notated {
  /// The shorter leg.
  public var shortSide: Side
  /// By how much, mm.
  public var difference: Double

  /// Differences that are taken, mm; above, a shoe's sole is the place for it.
  static let range = 0.0...60.0

  /// How it is written.
  public static let notation = Notation.of(
    Self.self, placeholder: "SIDE:MM", expectation: "the shorter leg and a length up to 60 mm, such as left:8mm",
    example: "left:8mm")

  /// Reads it.
  public init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Dimension.trimmed(String($0)) }
    guard parts.count == 2, let side = Side(rawValue: parts[0].lowercased()),
      let difference = Dimension.length.value(of: parts[1]), Self.range.contains(difference)
    else { return nil }
    shortSide = side
    self.difference = difference
  }

  /// The form in which files have it.
  public var text: String { "\(shortSide.rawValue):\(Dimension.length.text(difference))" }
}

/// Splits a list written with commas or plus signs; empty for `none`.
func listed(_ text: String) -> [String]? {
  // Longer than any list of every known name; keeps the work on hostile input small.
  guard text.utf8.count <= 1000 else { return nil }
  let trimmed = Dimension.trimmed(text)
  if trimmed.lowercased() == "none" { return [] }
  let parts = trimmed.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "+" }
  let words = parts.map { Dimension.trimmed(String($0)) }
  return words.contains("") ? nil : words
}
