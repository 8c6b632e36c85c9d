import OrthoticCore

/// Pixels with depths, into which lit triangles are drawn.
struct MeshRaster {
  private let width: Int
  private let height: Int
  private var depths: [Float]
  private var colors: [Color]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    depths = [Float](repeating: -.infinity, count: width * height)
    colors = [Color](repeating: .clear, count: width * height)
  }

  /// Draws a triangle given in pixels with a depth that grows towards the viewer.
  mutating func fill(_ points: [Vector3], normals: [Vector3], colors surface: [Color]) {
    let (a, b, c) = (points[0], points[1], points[2])
    let area = (b.xy - a.xy).cross(c.xy - a.xy)
    guard area != 0, area.isFinite else { return }
    let rows = span(min(a.y, b.y, c.y), max(a.y, b.y, c.y), limit: height)
    let columns = span(min(a.x, b.x, c.x), max(a.x, b.x, c.x), limit: width)
    for row in rows {
      for column in columns {
        let point = Vector2(Double(column) + 0.5, Double(row) + 0.5)
        let u = (b.xy - point).cross(c.xy - point) / area
        let v = (c.xy - point).cross(a.xy - point) / area
        let w = 1 - u - v
        guard u >= 0, v >= 0, w >= 0 else { continue }
        let index = row * width + column
        let depth = Float(a.z * u + b.z * v + c.z * w)
        guard depth > depths[index] else { continue }
        depths[index] = depth
        let normal = (normals[0] * u + normals[1] * v + normals[2] * w).normalized
        let base = surface[0] == surface[1] && surface[1] == surface[2] ? surface[0] : blended(surface, u, v, w)
        colors[index] = lit(base, normal)
      }
    }
  }

  /// The mean of every block of pixels over a background.
  func resolved(samples: Int, background: Color) -> Picture {
    var picture = Picture(width: width / samples, height: height / samples, filledWith: background)
    let share = 1 / Double(samples * samples)
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        var (red, green, blue, alpha) = (0.0, 0.0, 0.0, 0.0)
        for sub in 0..<(samples * samples) {
          let color = colors[(y * samples + sub / samples) * width + x * samples + sub % samples]
          let top = color.alpha == 0 ? background : color
          red += Double(top.red)
          green += Double(top.green)
          blue += Double(top.blue)
          alpha += Double(top.alpha)
        }
        picture[x, y] = Color(
          red: UInt8((red * share).rounded()), green: UInt8((green * share).rounded()),
          blue: UInt8((blue * share).rounded()), alpha: UInt8((alpha * share).rounded()))
      }
    }
    return picture
  }

  /// Two lamps and a bright rim, after Lambert; facets seen from behind are darker.
  private func lit(_ base: Color, _ normal: Vector3) -> Color {
    let facing = normal.z >= 0 ? normal : -normal
    let key = max(0, facing.dot(Vector3(-0.68, 0.44, 0.585)))
    let fill = max(0, facing.dot(Vector3(0.8, -0.1, 0.59)))
    let rim = facing.z < 0.35 ? (0.35 - facing.z) * 0.5 : 0
    let light = (0.28 + 0.66 * key + 0.22 * fill) * (normal.z >= 0 ? 1 : 0.6) + rim
    let shine = max(0, facing.dot(Vector3(-0.39, 0.25, 0.886)))
    let gloss = shine * shine * shine * shine
    let dark = Color.ink.mixed(with: base, share: min(light, 1))
    return dark.mixed(with: .white, share: min(0.22 * gloss * gloss * gloss + max(0, light - 1), 1))
  }

  private func blended(_ colors: [Color], _ u: Double, _ v: Double, _ w: Double) -> Color {
    func mix(_ channel: KeyPath<Color, UInt8>) -> UInt8 {
      let sum =
        Double(colors[0][keyPath: channel]) * u + Double(colors[1][keyPath: channel]) * v
        + Double(colors[2][keyPath: channel]) * w
      return UInt8(min(max(sum.rounded(), 0), 255))
    }
    return Color(red: mix(\.red), green: mix(\.green), blue: mix(\.blue))
  }

  private func span(_ low: Double, _ high: Double, limit: Int) -> Range<Int> {
    guard high >= 0, low < Double(limit) else { return 0..<0 }
    let first = Int(max(low, 0))
    return first..<max(first, Int(min(high + 1, Double(limit))))
  }
}
