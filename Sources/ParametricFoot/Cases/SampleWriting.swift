import OrthoticCore

extension Scan {
  /// The scan as a binary little-endian PLY file with float32 coordinates.
  public var binaryPLY: [UInt8] {
    var header = "ply\nformat binary_little_endian 1.0\ncomment parametric foot, not a person\n"
    header += "element vertex \(points.count)\nproperty float x\nproperty float y\nproperty float z\n"
    if !triangles.isEmpty {
      header += "element face \(triangles.count)\nproperty list uchar int vertex_indices\n"
    }
    header += "end_header\n"
    var bytes = Array(header.utf8)
    bytes.reserveCapacity(bytes.count + 12 * points.count + 13 * triangles.count)
    func append(_ word: UInt32) {
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    for point in points {
      append(Float(point.x).bitPattern)
      append(Float(point.y).bitPattern)
      append(Float(point.z).bitPattern)
    }
    for triangle in triangles {
      bytes.append(3)
      append(triangle.a)
      append(triangle.b)
      append(triangle.c)
    }
    return bytes
  }
}

extension PressureMap {
  /// The map as a bare grid of kilopascals with one decimal, heel row first, commas between.
  public var csv: String {
    (0..<rows).map { row in
      (0..<columns).map { column in
        let tenths = (values[row * columns + column] * 10).rounded() / 10
        return tenths == 0 ? "0" : "\(tenths)"
      }.joined(separator: ",") + "\n"
    }.joined()
  }
}
