/// The plane that lays a scanned sole on the floor so that its shape explains a measured overclosure best.
///
/// Least squares of `offset + slopeX·x + slopeY·y − height` against the overclosure over the loaded nodes.
public struct StandingPlane: Equatable, Sendable {
  /// Height at the grid's origin of coordinates, mm.
  public var offset = 0.0
  /// Rise per mm of x.
  public var slopeX = 0.0
  /// Rise per mm of y.
  public var slopeY = 0.0
  /// Correlation of the scan's overclosure with the measured one over the loaded nodes; 0 where there is none.
  public var correlation = 0.0
  /// Root mean square difference of the two, mm.
  public var residual = 0.0

  /// Creates a plane that nothing was fitted to.
  init(offset: Double, slopeX: Double, slopeY: Double) {
    self.offset = offset
    self.slopeX = slopeX
    self.slopeY = slopeY
    correlation = 1
  }

  /// Fits the plane; nodes without a height are left out, and a slope that the nodes do not show stays 0.
  init(layout: GridLayout, nodes: [Int], overclosure: [Double], height: [Double]) {
    let seen = nodes.filter { height[$0].isFinite && overclosure[$0].isFinite }
    guard !seen.isEmpty else { return }
    let count = Double(seen.count)
    var center = Vector2(0, 0)
    var mean = 0.0
    for node in seen {
      center = center + layout.position(node) * (1 / count)
      mean += (overclosure[node] + height[node]) / count
    }
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    var xv = 0.0
    var yv = 0.0
    for node in seen {
      let arm = layout.position(node) - center
      let value = overclosure[node] + height[node] - mean
      xx += arm.x * arm.x
      xy += arm.x * arm.y
      yy += arm.y * arm.y
      xv += arm.x * value
      yv += arm.y * value
    }
    let determinant = xx * yy - xy * xy
    // A slope from nodes nearly in line is noise: ask for a spread of at least one node each way.
    if determinant > layout.cellArea * count * max(xx, yy) * 0.25 {
      slopeX = (xv * yy - yv * xy) / determinant
      slopeY = (yv * xx - xv * xy) / determinant
    }
    offset = mean - slopeX * center.x - slopeY * center.y
  }

  /// Overclosure, mm, that a height means at a place.
  public func overclosure(at point: Vector2, height: Double) -> Double {
    offset + slopeX * point.x + slopeY * point.y - height
  }

  /// The plane with correlation and root mean square of the scan's overclosure against the map's.
  func judged(_ layout: GridLayout, _ nodes: [Int], _ overclosure: [Double], _ height: [Double]) -> StandingPlane {
    let nodes = nodes.filter { height[$0].isFinite && overclosure[$0].isFinite }
    guard !nodes.isEmpty else { return self }
    let count = Double(nodes.count)
    var judged = self
    var squares = 0.0
    var meanA = 0.0
    var meanB = 0.0
    for node in nodes {
      let predicted = self.overclosure(at: layout.position(node), height: height[node])
      squares += (predicted - overclosure[node]) * (predicted - overclosure[node])
      meanA += predicted / count
      meanB += overclosure[node] / count
    }
    var aa = 0.0
    var bb = 0.0
    var ab = 0.0
    for node in nodes {
      let a = self.overclosure(at: layout.position(node), height: height[node]) - meanA
      let b = overclosure[node] - meanB
      aa += a * a
      bb += b * b
      ab += a * b
    }
    judged.residual = (squares / count).squareRoot()
    judged.correlation = aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
    return judged
  }
}
