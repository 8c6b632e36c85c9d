/// Boxes around the triangles of a mesh, four to a group, for finding neighbours and hits.
///
/// The triangles are sorted along a Morton curve and grouped by four, the groups by four again, and so on: the tree
/// needs no pointers, since the members of box i of one level are boxes 4i … 4i + 3 of the level below.
///
/// ```
///   root       [ 0 ]
///   …          [ 0 1 2 3 ]
///   groups     [ 0 1 2 3 4 5 … ]    level 1
///   triangles  order[0 1 2 3 | 4 … ]   level 0
/// ```
package struct TriangleTree: Sendable {
  /// A box in single precision; plain scalars, which stay fast without optimisation too.
  struct Box: Sendable {
    var lowX = Float.infinity
    var lowY = Float.infinity
    var lowZ = Float.infinity
    var highX = -Float.infinity
    var highY = -Float.infinity
    var highZ = -Float.infinity

    /// Whether two boxes meet; touching counts.
    @inline(__always)
    func meets(_ other: Box) -> Bool {
      lowX <= other.highX && highX >= other.lowX && lowY <= other.highY && highY >= other.lowY
        && lowZ <= other.highZ && highZ >= other.lowZ
    }

    @inline(__always)
    mutating func include(_ other: Box) {
      if other.lowX < lowX { lowX = other.lowX }
      if other.lowY < lowY { lowY = other.lowY }
      if other.lowZ < lowZ { lowZ = other.lowZ }
      if other.highX > highX { highX = other.highX }
      if other.highY > highY { highY = other.highY }
      if other.highZ > highZ { highZ = other.highZ }
    }
  }

  /// The mesh that the tree was made for.
  package let mesh: Mesh
  /// Triangle numbers along the Morton curve.
  let order: [UInt32]
  /// All boxes, those of single triangles first.
  let boxes: [Box]
  /// First box of each level, and the number of boxes at the end.
  let levels: [Int]

  /// Makes the tree of all triangles whose corners are numbers; the others are left out.
  ///
  /// - Parameter isSkipped: Whether a triangle is left out for another reason; empty where none is.
  package init(_ mesh: Mesh, without isSkipped: [Bool] = []) {
    self.mesh = mesh
    order = Self.mortonOrder(mesh, isSkipped)
    var levels = [0]
    var width = order.count
    var total = width
    repeat {
      levels.append(total)
      width = (width + 3) / 4
      total += width
    } while width > 1
    levels.append(total)
    self.levels = levels
    boxes = Self.allBoxes(mesh, order, levels)
  }

  private static func allBoxes(_ mesh: Mesh, _ order: [UInt32], _ levels: [Int]) -> [Box] {
    var boxes: [Box] = []
    boxes.reserveCapacity(levels[levels.count - 1])
    for number in order {
      let triangle = mesh.triangles[Int(number)]
      let a = mesh.vertices[Int(triangle.a)]
      let b = mesh.vertices[Int(triangle.b)]
      let c = mesh.vertices[Int(triangle.c)]
      boxes.append(
        Box(
          lowX: below(min(a.x, min(b.x, c.x))), lowY: below(min(a.y, min(b.y, c.y))),
          lowZ: below(min(a.z, min(b.z, c.z))), highX: -below(-max(a.x, max(b.x, c.x))),
          highY: -below(-max(a.y, max(b.y, c.y))), highZ: -below(-max(a.z, max(b.z, c.z)))))
    }
    for level in 1..<levels.count - 1 {
      let first = levels[level - 1]
      let end = levels[level]
      for group in stride(from: first, to: end, by: 4) {
        var box = boxes[group]
        for member in group + 1..<min(group + 4, end) { box.include(boxes[member]) }
        boxes.append(box)
      }
    }
    return boxes
  }

  /// The largest single-precision number not above a value.
  @inline(__always)
  private static func below(_ value: Double) -> Float {
    let rounded = Float(value)
    return Double(rounded) > value ? rounded.nextDown : rounded
  }

  /// Triangle numbers sorted by the Morton code of their centres, 10 bits per axis; equal codes keep their order.
  private static func mortonOrder(_ mesh: Mesh, _ isSkipped: [Bool]) -> [UInt32] {
    guard let bounds = Bounds(mesh.vertices.lazy.filter(\.isFinite)) else { return [] }
    let extent = max(bounds.size.x, bounds.size.y, bounds.size.z)
    let scale = extent > 0 ? 1023 / (3 * extent) : 0
    let low = bounds.minimum * 3
    var keys: [UInt64] = []
    keys.reserveCapacity(mesh.triangles.count)
    for (number, triangle) in mesh.triangles.enumerated() where isSkipped.isEmpty || !isSkipped[number] {
      let sum = mesh.vertices[Int(triangle.a)] + mesh.vertices[Int(triangle.b)] + mesh.vertices[Int(triangle.c)]
      guard sum.isFinite else { continue }
      let place = (sum - low) * scale
      let code = spread(UInt32(place.x)) | spread(UInt32(place.y)) << 1 | spread(UInt32(place.z)) << 2
      keys.append(UInt64(code) << 32 | UInt64(number))
    }
    // Radix sort of the 30 code bits, three times ten.
    var sorted = keys
    for shift in stride(from: UInt64(32), to: 62, by: 10) {
      var starts = [Int](repeating: 0, count: 1025)
      for key in keys { starts[Int(key >> shift & 1023) + 1] += 1 }
      for digit in 0..<1024 { starts[digit + 1] += starts[digit] }
      for key in keys {
        let digit = Int(key >> shift & 1023)
        sorted[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&keys, &sorted)
    }
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Ten bits spread to every third place.
  @inline(__always)
  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = min(value, 1023)
    bits = (bits | bits << 16) & 0x0300_00ff
    bits = (bits | bits << 8) & 0x0300_f00f
    bits = (bits | bits << 4) & 0x030c_30c3
    return (bits | bits << 2) & 0x0924_9249
  }
}
