#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A plantar shape pressed on a half-space: a problem without a closed form, on which four independent codes agree to
/// six digits (aspher, tamaas, ContactMechanics and a plain Polonsky–Keer, all from PyPI).
///
/// 700 N on E* = 2 MPa, a square of 300 mm in n × n cells, the outside of the foot 100 mm up.
package enum FootIndenter {
  /// Nodes each way, share of the square in contact, and peak pressure, kPa, of those codes.
  package static let agreed: [(nodes: Int, areaShare: Double, peak: Double)] = [
    (256, 0.07812, 367.084), (512, 0.07744, 364.601), (1024, 0.07722, 365.042),
  ]

  private static let length = 260.0
  private static let side = 300.0

  /// The problem on n × n cells.
  package static func problem(nodes: Int) -> ElasticContact {
    let spacing = side / Double(nodes)
    let layout = GridLayout(
      origin: Vector2(spacing / 2 - 150, spacing / 2 - 20), spacing: spacing, columns: nodes, rows: nodes)
    let gap = (0..<layout.count).map { node in
      height(along: layout.position(node).y, across: layout.position(node).x)
    }
    return ElasticContact(
      layout: layout, gap: gap, layers: [ElasticLayer(modulus: 2000, poissonRatio: 0)], force: 700)
  }

  /// Height of the sole: heel, arch, ball and toes, and a rim that rises with the sixth power.
  private static func height(along x: Double, across y: Double) -> Double {
    let t = x / length
    let center = 6 * sin(Double.pi * min(max(t, 0), 1)) - 4 * min(max(t, 0), 1)
    let half = halfWidth(min(max(t, 0), 1))
    guard x > 1, x < length - 1, abs(y - center) < half else { return 100 }
    let u = (y - center) / half
    let arch = 16 * bell(t, 0.45, 0.13) * pow(min(max((u + 0.35) / 1.35, 0), 1.2), 1.6)
    let heel = t < 0.12 ? 3 * ((t - 0.12) / 0.13) * ((t - 0.12) / 0.13) : 0
    let ball =
      -1.2 * bell(t, 0.7, 0.05) * bell(u, 0.45, 0.3) - 0.9 * bell(t, 0.68, 0.05) * bell(u, -0.35, 0.35)
    let rise = min(max((t - 0.8) / 0.2, 0), 1)
    let toe = 4 * rise * rise - 1.5 * bell(t, 0.92, 0.04) * cos(7 * u) * cos(7 * u)
    let rim = min(max(u, -1), 1)
    return arch + heel + ball + toe + 28 * rim * rim * rim * rim * rim * rim + 2
  }

  private static func halfWidth(_ t: Double) -> Double {
    let heel = (t - 0.13) / 0.131
    var width =
      t < 0.13
      ? 33 * max(1 - heel * heel, 0).squareRoot()
      : 33 + 17 * pow(min(max((t - 0.3) / 0.4, 0), 1), 1.5) - 8 * bell(t, 0.42, 0.12)
    width *= max(1 - pow(min(max((t - 0.78) / 0.22, 0), 1), 2.2), 0).squareRoot()
    return max(width, 1e-3)
  }

  private static func bell(_ value: Double, _ middle: Double, _ width: Double) -> Double {
    let distance = (value - middle) / width
    return exp(-distance * distance)
  }
}
