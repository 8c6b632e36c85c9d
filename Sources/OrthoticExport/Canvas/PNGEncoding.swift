import CZlib

/// Writes pictures as PNG: eight bits per channel, no time stamp, the same bytes for the same picture.
///
/// ```
///   signature   IHDR (size, 8 bit RGBA)   IDAT (zlib of the filtered rows)   IEND
///   chunk       length, name, content, CRC-32 of name and content; big endian
/// ```
/// One of the few files with unsafe code: zlib works on raw pointers.
extension Picture {
  /// The picture as a PNG file.
  public var png: [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    var header = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
    // Eight bits, red green blue alpha, deflate, adaptive filters, not interlaced.
    header += [8, 6, 0, 0, 0]
    append("IHDR", header, to: &file)
    append("IDAT", deflated(filteredRows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Rows behind a filter byte each: the difference to the pixel above (filter 2), which suits flat areas and maps.
  private var filteredRows: [UInt8] {
    let stride = 4 * width
    var rows: [UInt8] = []
    rows.reserveCapacity((stride + 1) * height)
    for row in 0..<height {
      rows.append(2)
      for index in (row * stride)..<((row + 1) * stride) {
        rows.append(row == 0 ? bytes[index] : bytes[index] &- bytes[index - stride])
      }
    }
    return rows
  }

  private func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + content
    file += bigEndian(UInt32(content.count))
    file += body
    let sum = unsafe body.withUnsafeBufferPointer { buffer in
      unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count))
    }
    file += bigEndian(UInt32(truncatingIfNeeded: sum))
  }

  private func deflated(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(content.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = unsafe packed.withUnsafeMutableBufferPointer { target in
      unsafe content.withUnsafeBufferPointer { source in
        unsafe compress2(target.baseAddress, &size, source.baseAddress, UInt(source.count), 6)
      }
    }
    precondition(status == Z_OK, "the bound is large enough for any content")
    return Array(packed.prefix(Int(size)))
  }

  private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}
