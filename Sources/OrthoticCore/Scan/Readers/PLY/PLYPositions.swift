/// Which properties of a vertex are its coordinates.
struct PLYPositions: Equatable {
  /// Index of the property x.
  var x: Int
  /// Index of the property y.
  var y: Int
  /// Index of the property z.
  var z: Int

  /// Finds x, y and z, or gives `nil` where one is missing or a list.
  init?(_ vertices: PLYHeader.Element) {
    func index(_ name: String) -> Int? {
      vertices.properties.firstIndex { $0.name.lowercased() == name && $0.count == nil }
    }
    guard let x = index("x"), let y = index("y"), let z = index("z") else { return nil }
    self.x = x
    self.y = y
    self.z = z
  }
}
