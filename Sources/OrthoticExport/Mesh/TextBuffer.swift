import OrthoticCore

/// Bytes of a text in the making.
///
/// Numbers are the shortest decimals that read back as the same single-precision number.
struct TextBuffer {
  /// The text so far.
  private(set) var bytes: [UInt8] = []

  /// An empty text with room for some bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds a text.
  @inline(__always)
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a number in single precision; negative zero is zero.
  @inline(__always)
  mutating func append(_ number: Double) { bytes.append(contentsOf: (Float(number) + 0).description.utf8) }

  /// Adds a whole number.
  mutating func append(_ number: UInt32) {
    if number < 10 {
      bytes.append(48 + UInt8(number))
      return
    }
    let start = bytes.count
    var rest = number
    while rest > 0 {
      bytes.append(48 + UInt8(rest % 10))
      rest /= 10
    }
    var low = start
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Adds a line of a point's coordinates behind a word.
  @inline(__always)
  mutating func appendLine(_ word: String, _ point: Vector3) {
    append(word)
    append(point.x)
    append(" ")
    append(point.y)
    append(" ")
    append(point.z)
    append("\n")
  }

  /// Adds a line of three whole numbers behind a word.
  @inline(__always)
  mutating func appendLine(_ word: String, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
    append(word)
    append(a)
    append(" ")
    append(b)
    append(" ")
    append(c)
    append("\n")
  }
}
