/// Brings what sensors show beside the foot back onto it.
///
/// A sensor spreads what presses on a part of it over its whole cell, so the map of a print reaches a few millimetres
/// beyond the sole. Nothing can press there, on the floor or on an insole. What lies outside the outline is reflected
/// across it, which keeps the force, undoes the blur of a straight edge exactly and moves the centre of pressure by a
/// fraction of the sensor's width.
struct FootprintReflection {
  /// A node beside the sole and where on the sole its pressure goes.
  private struct Reflection {
    var node: Int
    var targets: [(node: Int, share: Double)]
  }

  private let reflections: [Reflection]

  /// Finds the reflections of all loaded nodes beside a sole.
  ///
  /// - Parameters:
  ///   - outline: Outline of the foot.
  ///   - isSole: Whether a node of the contact grid has sole over it.
  ///   - isLoaded: Whether a node ever shows pressure.
  ///   - layout: The contact grid.
  init(outline: Outline, isSole: [Bool], isLoaded: [Bool], layout: GridLayout) {
    precondition(isSole.count == layout.count && isLoaded.count == layout.count, "one value per node")
    let inside = outline.signedDistance(on: layout)
    var reflections: [Reflection] = []
    for node in 0..<layout.count where isLoaded[node] && !isSole[node] {
      let position = layout.position(node)
      let inward = Self.slope(of: inside, at: node)
      let depth = max(-inside.values[node], 0)
      let length = inward.length
      guard length > 0 else { continue }
      // Half a node farther, so that a node on the line itself finds the sole.
      let mirrored = position + inward * ((2 * depth + layout.spacing / 2) / length)
      var targets = layout.bilinearShares(at: mirrored).filter { isSole[$0.node] && $0.share > 0 }
      let sum = targets.reduce(0) { $0 + $1.share }
      if sum > 0 {
        for index in targets.indices { targets[index].share /= sum }
      } else if let nearest = Self.nearest(to: position, isSole, layout) {
        targets = [(nearest, 1)]
      }
      reflections.append(Reflection(node: node, targets: targets))
    }
    self.reflections = reflections
  }

  /// The print with everything on the sole: the same force.
  func confined(_ pressure: [Double]) -> [Double] {
    var confined = pressure
    for reflection in reflections {
      let value = pressure[reflection.node]
      confined[reflection.node] = 0
      guard value > 0, value.isFinite else { continue }
      for target in reflection.targets {
        let before = confined[target.node]
        confined[target.node] = (before.isFinite ? before : 0) + value * target.share
      }
    }
    return confined
  }

  private static func slope(of field: HeightGrid, at node: Int) -> Vector2 {
    let layout = field.layout
    let (row, column) = (node / layout.columns, node % layout.columns)
    func value(_ x: Int, _ y: Int) -> Double {
      field.values[layout.index(min(max(x, 0), layout.columns - 1), min(max(y, 0), layout.rows - 1))]
    }
    return Vector2(
      value(column + 1, row) - value(column - 1, row), value(column, row + 1) - value(column, row - 1))
  }

  private static func nearest(to point: Vector2, _ isSole: [Bool], _ layout: GridLayout) -> Int? {
    var best: Int?
    var least = Double.infinity
    for node in 0..<layout.count where isSole[node] {
      let distance = (layout.position(node) - point).length
      if distance < least {
        least = distance
        best = node
      }
    }
    return best
  }
}
