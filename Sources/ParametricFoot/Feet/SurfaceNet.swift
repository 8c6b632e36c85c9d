import OrthoticCore

/// Turns the closed form into a triangle mesh: one vertex per grid cell that the surface crosses (surface nets, Gibson
/// 1998), then moved onto the surface exactly.
struct SurfaceNet {
  let foot: ParametricFoot
  let spacing: Double
  let ceiling: Double
  private let layout: GridLayout
  private let layers: Int
  private let bottom: Double

  /// Prepares a net with cells of `spacing`, up to the height `ceiling` where the scan ends.
  init(_ foot: ParametricFoot, spacing: Double, ceiling: Double) {
    self.foot = foot
    self.spacing = spacing
    self.ceiling = ceiling
    let width = foot.parameters.ballWidth
    layout = GridLayout(
      origin: Vector2(-0.7 * width, -4), spacing: spacing, columns: Int(1.4 * width / spacing) + 2,
      rows: Int((foot.parameters.length + 8) / spacing) + 2)
    bottom = -2
    layers = max(Int((ceiling - bottom) / spacing), 2)
  }

  /// The surface, facing outward; open at the ceiling.
  func mesh() -> Mesh {
    let (columns, rows) = (layout.columns, layout.rows)
    let stands: [FootColumn] = Parallel.map(count: rows) { row in
      (0..<columns).map { foot.column(layout.x($0), layout.y(row)) }
    }.flatMap { $0 }
    let values: [Float] = Parallel.map(count: layers) { layer in
      let z = bottom + Double(layer) * spacing
      return stands.map { Float($0.inside(z)) }
    }.flatMap { $0 }
    let plane = columns * rows
    var vertexOfCell = [UInt32](repeating: .max, count: values.count)
    var rough: [Vector3] = []
    for layer in 0..<(layers - 1) {
      for row in 0..<(rows - 1) {
        for column in 0..<(columns - 1) {
          let corner = layer * plane + row * columns + column
          guard let local = crossing(values, at: corner, columns: columns, plane: plane) else { continue }
          vertexOfCell[corner] = UInt32(rough.count)
          rough.append(
            Vector3(
              layout.x(column) + local.x * spacing, layout.y(row) + local.y * spacing,
              bottom + (Double(layer) + local.z) * spacing))
        }
      }
    }
    let triangles = facets(values, vertexOfCell, plane: plane)
    let fixed = rough
    let vertices = Parallel.map(count: (fixed.count + 1023) / 1024) { chunk in
      fixed[(chunk * 1024)..<min(fixed.count, chunk * 1024 + 1024)].map { foot.projected($0) }
    }.flatMap { $0 }
    return Mesh(vertices: vertices, triangles: triangles)
  }

  /// Mean of the points where the surface cuts a cell's edges, in cell units; `nil` where it does not.
  private func crossing(_ values: [Float], at corner: Int, columns: Int, plane: Int) -> Vector3? {
    let corners = (0..<8).map { bits in
      Double(values[corner + (bits & 1) + (bits >> 1 & 1) * columns + (bits >> 2) * plane])
    }
    let inside = corners.count { $0 > 0 }
    guard inside > 0, inside < 8 else { return nil }
    var sum = Vector3.zero
    var count = 0.0
    for low in 0..<8 {
      for axis in 0..<3 where low >> axis & 1 == 0 {
        let (a, b) = (corners[low], corners[low | 1 << axis])
        guard (a > 0) != (b > 0) else { continue }
        var point = Vector3(Double(low & 1), Double(low >> 1 & 1), Double(low >> 2))
        let t = a / (a - b)
        switch axis {
        case 0: point.x = t
        case 1: point.y = t
        default: point.z = t
        }
        sum = sum + point
        count += 1
      }
    }
    return sum * (1 / count)
  }

  /// Two triangles for every grid edge that the surface cuts, over the four cells around it.
  private func facets(_ values: [Float], _ vertexOfCell: [UInt32], plane: Int) -> [Triangle] {
    let (columns, rows) = (layout.columns, layout.rows)
    let strides = [1, columns, plane]
    var triangles: [Triangle] = []
    for layer in 0..<(layers - 1) {
      for row in 0..<(rows - 1) {
        for column in 0..<(columns - 1) {
          let corner = layer * plane + row * columns + column
          let place = [column, row, layer]
          for axis in 0..<3 {
            let (second, third) = ((axis + 1) % 3, (axis + 2) % 3)
            guard place[second] > 0, place[third] > 0 else { continue }
            let (from, to) = (values[corner] > 0, values[corner + strides[axis]] > 0)
            guard from != to else { continue }
            let (u, v) = (strides[second], strides[third])
            let quad = [corner - u - v, corner - v, corner, corner - u].map { vertexOfCell[$0] }
            guard !quad.contains(.max) else { continue }
            // Anticlockwise about the axis faces along it: right where the inside lies behind.
            let ring = from ? quad : quad.reversed()
            triangles.append(Triangle(ring[0], ring[1], ring[2]))
            triangles.append(Triangle(ring[0], ring[2], ring[3]))
          }
        }
      }
    }
    return triangles
  }
}

extension ParametricFoot {
  /// Distance of a point near the surface from it, mm.
  public func distance(from point: Vector3) -> Double { (projected(point) - point).length }

  /// The nearby point exactly on the surface, mm: Newton steps along the gradient, bisection where they do not settle.
  func projected(_ start: Vector3) -> Vector3 {
    let h = 1e-4
    var point = start
    for _ in 0..<8 {
      let stand = column(point.x, point.y)
      var value = stand.inside(point.z)
      if abs(value) < 1e-7 { return point }
      let gradient =
        Vector3(
          column(point.x + h, point.y).inside(point.z) - value, column(point.x, point.y + h).inside(point.z) - value,
          stand.inside(point.z + h) - value) * (1 / h)
      let steepness = gradient.length
      guard steepness > 1e-5 else { return point }
      let direction = gradient * (1 / steepness)
      // A gradient serves for two steps.
      for _ in 0..<2 {
        // A step is kept short: the wall is strongly curved.
        let next = point - direction * min(max(value / steepness, -1), 1)
        let nextValue = column(next.x, next.y).inside(next.z)
        if abs(nextValue) < 1e-7 { return next }
        if (nextValue > 0) != (value > 0), abs(nextValue) > 0.25 * abs(value) {
          return value > 0 ? crossing(from: point, to: next) : crossing(from: next, to: point)
        }
        (point, value) = (next, nextValue)
      }
    }
    return point
  }

  /// Where the segment from a point inside to one outside crosses the surface.
  private func crossing(from inside: Vector3, to outside: Vector3) -> Vector3 {
    let span = outside - inside
    let t = root(between: 0, and: 1) { share in
      let point = inside + span * share
      return column(point.x, point.y).inside(point.z)
    }
    return inside + span * t
  }
}
