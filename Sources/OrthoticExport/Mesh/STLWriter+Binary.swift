import OrthoticCore

/// Binary STL, its facets filled in side by side.
///
/// One of the few files with unsafe code: threads write into parts of one array that do not overlap.
extension STLWriter {
  /// Facets that one thread fills in at a time.
  private static let facetsPerChunk = 1 << 14
  private static let headerSize = 84
  private static let facetSize = 50

  /// Binary STL of a mesh in mm; of the header's text 80 bytes are kept, and it must not begin with `solid`.
  public static func binary(_ mesh: Mesh, header: String = "orthotic, unit mm") -> [UInt8] {
    let corners = mesh.vertices.map { SIMD3<Float>(Float($0.x) + 0, Float($0.y) + 0, Float($0.z) + 0) }
    let count = mesh.triangles.count
    let size = headerSize + facetSize * count
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      used = size
      guard let start = buffer.baseAddress else { return }
      for index in 0..<headerSize { unsafe start[index] = 0 }
      for (index, byte) in header.utf8.prefix(80).enumerated() { unsafe start[index] = byte }
      let words = UnsafeMutableRawPointer(start)
      unsafe words.storeBytes(of: UInt32(count).littleEndian, toByteOffset: 80, as: UInt32.self)
      // Each chunk has bytes of its own.
      nonisolated(unsafe) let target = unsafe words
      Parallel.forEach(count: (count + facetsPerChunk - 1) / facetsPerChunk) { chunk in
        let facets = chunk * facetsPerChunk..<min((chunk + 1) * facetsPerChunk, count)
        var place = unsafe target + headerSize + facetSize * facets.lowerBound
        for triangle in mesh.triangles[facets] {
          let a = corners[Int(triangle.a)]
          let b = corners[Int(triangle.b)]
          let c = corners[Int(triangle.c)]
          unsafe store(normal(a, b, c), at: place)
          unsafe store(a, at: place + 12)
          unsafe store(b, at: place + 24)
          unsafe store(c, at: place + 36)
          unsafe (place + 48).storeBytes(of: 0, as: UInt16.self)
          unsafe place += facetSize
        }
      }
    }
  }

  @inline(__always)
  private static func store(_ value: SIMD3<Float>, at place: UnsafeMutableRawPointer) {
    unsafe place.storeBytes(of: value.x.bitPattern.littleEndian, as: UInt32.self)
    unsafe (place + 4).storeBytes(of: value.y.bitPattern.littleEndian, as: UInt32.self)
    unsafe (place + 8).storeBytes(of: value.z.bitPattern.littleEndian, as: UInt32.self)
  }
}
