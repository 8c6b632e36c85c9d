extension BinarySTLReader {
  /// The error for a file that begins as binary STL and ends before its count says, or `nil` for any other file.
  ///
  /// Without a mark of its own the format is told by its first facets: numbers of the size that scans have. Other
  /// binary content passes for twelve such numbers once in ten million.
  static func truncation(of file: InputFile) -> InputError? {
    let bytes = file.bytes
    let first = 84
    let facet = 50
    guard bytes.count >= first + facet else { return nil }
    let count = Int(bytes.span.halfWord(at: 80))
    let needed = first + facet * count
    guard bytes.count < needed else { return nil }
    for start in stride(from: first, through: min(bytes.count - facet, first + 2 * facet), by: facet) {
      for offset in stride(from: start, to: start + 48, by: 4) {
        let size = abs(Float(bitPattern: bytes.span.halfWord(at: offset)))
        // From a thousandth of a nanometre to ten kilometres, in whatever unit; rounding noise around 0 in normals.
        guard size == 0 || (size > 1e-12 && size < 1e7) else { return nil }
      }
    }
    return file.error(
      .truncated(expected: needed, found: bytes.count), at: .byte(bytes.count),
      expected: "\(count) facets of binary STL, as the header says", remedy: "copy or export the file again, whole")
  }
}
