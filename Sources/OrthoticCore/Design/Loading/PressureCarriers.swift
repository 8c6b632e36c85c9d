/// Which part of the sole bears a pressure that was measured beside that part.
///
/// A sensor spreads the force at the edge of a footprint over its whole cell, so a map shows pressure where the sole has
/// risen from the floor already. On a flat floor that does no harm. On an insole that rises with the sole there, such
/// a node would be pressed by millimetres of material that its sole only just meets. It is therefore set on what lies
/// under the nearest sole that does touch the floor.
struct PressureCarriers {
  /// For each node of the contact grid the node whose insole bears it: nearly always itself.
  var nodes: [Int]

  /// A sole that stays this far above the floor, mm, is not what the sensor felt.
  static let leastGap = 0.5
  /// How far a footprint is spread beyond the sole that made it, in sensor widths: its own cell and the interpolation
  /// to the next.
  static let spread = 2.0

  /// Finds the carriers.
  ///
  /// A node with no touching sole nearby is left alone: there the foot sinks under load, and the map is right.
  ///
  /// - Parameters:
  ///   - layout: The contact grid.
  ///   - pressure: Highest measured pressure at each node, kPa.
  ///   - plantarHeight: Height of the scanned sole, mm; `nan` off the foot.
  ///   - plane: How the scan lies on the floor.
  ///   - sensorWidth: Width of a sensor, mm.
  init(
    layout: GridLayout, pressure: [Double], plantarHeight: [Double], plane: StandingPlane, sensorWidth: Double
  ) {
    nodes = Array(0..<layout.count)
    let touches = nodes.map { node in
      plantarHeight[node].isFinite
        && plane.overclosure(at: layout.position(node), height: plantarHeight[node]) > -Self.leastGap
    }
    let nearby = Int((Self.spread * sensorWidth / layout.spacing).rounded(.up))
    for node in 0..<layout.count where pressure[node] > 0 && !touches[node] {
      nodes[node] = Self.nearest(to: node, reach: nearby, layout, touches) ?? node
    }
  }

  /// The nearest node that touches, the first in storage order among equals; `nil` where none is within reach.
  private static func nearest(to node: Int, reach: Int, _ layout: GridLayout, _ touches: [Bool]) -> Int? {
    let (row, column) = (node / layout.columns, node % layout.columns)
    var best: Int?
    var least = Int.max
    func visit(_ across: Int, _ along: Int) {
      let (x, y) = (column + across, row + along)
      guard x >= 0, x < layout.columns, y >= 0, y < layout.rows else { return }
      let distance = across * across + along * along
      let other = layout.index(x, y)
      guard touches[other], distance < least || distance == least && other < best ?? .max else { return }
      least = distance
      best = other
    }
    // Rings of nodes, until nothing farther out can be nearer than what was found.
    for ring in 1...max(reach, 1) where ring * ring <= least {
      for side in -ring...ring {
        visit(side, -ring)
        visit(side, ring)
        visit(-ring, side)
        visit(ring, side)
      }
    }
    return least <= reach * reach ? best : nil
  }

  /// The insole in its shoe as the nodes meet it.
  func carried(_ insole: InsoleOnGrid) -> InsoleOnGrid {
    var carried = insole
    for (node, carrier) in nodes.enumerated() where carrier != node { carried.set(node, as: carrier, of: insole) }
    return carried
  }
}
