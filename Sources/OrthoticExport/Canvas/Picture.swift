/// A raster of pixels, row 0 at the top.
public struct Picture: Equatable, Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// Red, green, blue and alpha of every pixel, row by row.
  public private(set) var bytes: [UInt8]

  /// Creates a picture of one colour.
  public init(width: Int, height: Int, filledWith color: Color = .white) {
    precondition(width > 0 && height > 0, "a picture has pixels")
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: 4 * width * height)
    var index = 0
    while index < bytes.count {
      bytes[index] = color.red
      bytes[index + 1] = color.green
      bytes[index + 2] = color.blue
      bytes[index + 3] = color.alpha
      index += 4
    }
  }

  /// The colour of a pixel.
  public subscript(x: Int, y: Int) -> Color {
    get {
      let index = 4 * (y * width + x)
      return Color(red: bytes[index], green: bytes[index + 1], blue: bytes[index + 2], alpha: bytes[index + 3])
    }
    set {
      let index = 4 * (y * width + x)
      bytes[index] = newValue.red
      bytes[index + 1] = newValue.green
      bytes[index + 2] = newValue.blue
      bytes[index + 3] = newValue.alpha
    }
  }

  /// Lays a colour over a pixel with a coverage of 0 to 1; outside the picture nothing happens.
  mutating func blend(_ color: Color, atX x: Int, y: Int, coverage: Double = 1) {
    guard x >= 0, y >= 0, x < width, y < height, coverage > 0 else { return }
    let share = min(coverage, 1) * Double(color.alpha) / 255
    let below = self[x, y]
    let kept = Double(below.alpha) / 255 * (1 - share)
    let total = share + kept
    guard total > 0 else { return }
    func mix(_ top: UInt8, _ bottom: UInt8) -> UInt8 {
      UInt8(((Double(top) * share + Double(bottom) * kept) / total).rounded())
    }
    self[x, y] = Color(
      red: mix(color.red, below.red), green: mix(color.green, below.green), blue: mix(color.blue, below.blue),
      alpha: UInt8((255 * total).rounded()))
  }

  /// Copies another picture into this one with its upper left corner at a pixel; what sticks out is cut off.
  mutating func paste(_ other: Picture, atX left: Int, y top: Int) {
    for y in 0..<other.height {
      for x in 0..<other.width {
        blend(other[x, y], atX: left + x, y: top + y)
      }
    }
  }
}
