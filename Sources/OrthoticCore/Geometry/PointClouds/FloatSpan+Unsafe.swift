/// Eight floats at once, and comparisons without a branch.
///
/// One of the few files with unsafe code: lanes are loaded after one range check, and bits are looked at as numbers.
extension Span<Float> {
  /// The eight floats from `offset`; all eight inside the span are the caller's promise.
  @inline(__always) func lanes(at offset: Int) -> SIMD8<Float> {
    precondition(offset >= 0 && offset <= count &- 8, "eight floats inside the span")
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset &* 4, as: SIMD8<Float>.self)
  }
}

extension MutableSpan<Float> {
  /// Writes eight floats from `offset`; all eight inside the span are the caller's promise.
  @inline(__always) mutating func store(_ lanes: SIMD8<Float>, at offset: Int) {
    precondition(offset >= 0 && offset <= count &- 8, "eight floats inside the span")
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: lanes, toByteOffset: offset &* 4, as: SIMD8<Float>.self)
  }
}

extension SIMD4<Float> {
  /// Sum of the first three squares of what is positive in this and in another vector, at most one of both in a lane.
  @inline(__always) func positiveSquare(with other: SIMD4<Float>) -> Float {
    let gap = positivePart + other.positivePart
    let squares = gap * gap
    return squares.x + squares.y + squares.z
  }

  /// 0 in lanes whose sign bit is set.
  @inline(__always) private var positivePart: SIMD4<Float> {
    let bits = unsafe unsafeBitCast(self, to: SIMD4<Int32>.self)
    return unsafe unsafeBitCast(bits & ~(bits &>> 31), to: SIMD4<Float>.self)
  }
}

extension Float {
  /// 1 where this is less than another, else 0; both at least 0, whose bits compare like numbers.
  @inline(__always) func countIfLess(than other: Float) -> Int {
    Int(truncatingIfNeeded: (bitPattern &- other.bitPattern) &>> 31)
  }
}
