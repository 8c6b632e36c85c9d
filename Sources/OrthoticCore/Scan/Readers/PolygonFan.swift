/// Cuts a polygon into a fan of triangles around its first corner, corner by corner.
struct PolygonFan {
  private var first: UInt32 = 0
  private var last: UInt32 = 0
  private var count = 0

  /// Takes the next corner and gives the triangle that it completes, from the third corner on.
  mutating func add(_ corner: UInt32) -> Triangle? {
    defer {
      last = corner
      count &+= 1
    }
    if count == 0 { first = corner }
    return count < 2 ? nil : Triangle(first, last, corner)
  }
}
