extension Span<UInt8> {
  /// The whole number of a type at an offset, or 0 for a floating point type; inside the span is the caller's promise.
  @inline(__always) func integer(_ type: ScalarType, at offset: Int, bigEndian: Bool) -> Int {
    switch type {
    case .int8: Int(Int8(bitPattern: self[offset]))
    case .uint8: Int(self[offset])
    case .int16: Int(Int16(bitPattern: quarterWord(at: offset, bigEndian)))
    case .uint16: Int(quarterWord(at: offset, bigEndian))
    case .int32: Int(Int32(bitPattern: halfWord(at: offset, bigEndian)))
    case .uint32: Int(halfWord(at: offset, bigEndian))
    case .float32, .float64: 0
    }
  }

  /// The number of a type at an offset; inside the span is the caller's promise.
  @inline(__always) func number(_ type: ScalarType, at offset: Int, bigEndian: Bool) -> Double {
    switch type {
    case .float32: Double(Float(bitPattern: halfWord(at: offset, bigEndian)))
    case .float64: Double(bitPattern: bigEndian ? word(at: offset).byteSwapped : word(at: offset))
    default: Double(integer(type, at: offset, bigEndian: bigEndian))
    }
  }

  @inline(__always) private func quarterWord(at offset: Int, _ bigEndian: Bool) -> UInt16 {
    let first = UInt16(self[offset])
    let second = UInt16(self[offset + 1])
    return bigEndian ? first << 8 | second : second << 8 | first
  }

  @inline(__always) private func halfWord(at offset: Int, _ bigEndian: Bool) -> UInt32 {
    bigEndian ? halfWord(at: offset).byteSwapped : halfWord(at: offset)
  }
}
