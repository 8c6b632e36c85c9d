#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The contact picture of an average right foot: tells heel from toes and left from right where no scan is at hand.
///
/// ```
///      (4) o o o       hallux, toes
///      (3)O O O o o    metatarsal heads 1 to 5
///           ( )        lateral midfoot
///        (  )          heel            x → lateral, y ↑ toes
/// ```
/// A handful of soft ellipses. Places follow the landmark priors of the model (metatarsal heads at 0.73 to 0.63 of the
/// length, heel at 0.155), drawn in by 3 % because the footprint is shorter than the foot; half axes are those of pads in
/// published footprints and matter little.
enum FootprintTemplate {
  private struct Pad {
    /// Centre, half axes: shares of the length of the footprint.
    var x, y, halfWidth, halfLength: Double
    /// Contact in its middle, 0 to 1.
    var contact: Double
  }

  private static let pads = [
    Pad(x: 0.000, y: 0.115, halfWidth: 0.098, halfLength: 0.118, contact: 0.8),
    Pad(x: 0.078, y: 0.400, halfWidth: 0.060, halfLength: 0.200, contact: 0.4),
    Pad(x: -0.103, y: 0.690, halfWidth: 0.066, halfLength: 0.066, contact: 0.75),
    Pad(x: -0.013, y: 0.705, halfWidth: 0.055, halfLength: 0.062, contact: 0.8),
    Pad(x: 0.022, y: 0.685, halfWidth: 0.055, halfLength: 0.062, contact: 0.8),
    Pad(x: 0.075, y: 0.655, halfWidth: 0.055, halfLength: 0.065, contact: 0.7),
    Pad(x: 0.130, y: 0.600, halfWidth: 0.048, halfLength: 0.068, contact: 0.6),
    Pad(x: -0.119, y: 0.860, halfWidth: 0.052, halfLength: 0.065, contact: 0.75),
    Pad(x: -0.005, y: 0.890, halfWidth: 0.030, halfLength: 0.035, contact: 0.45),
    Pad(x: 0.045, y: 0.875, halfWidth: 0.030, halfLength: 0.035, contact: 0.4),
    Pad(x: 0.095, y: 0.840, halfWidth: 0.030, halfLength: 0.035, contact: 0.35),
  ]

  /// Length of the template's contact, mm: a usual adult footprint.
  static let length = 250.0

  /// The template as a field to lay footprints on.
  static let field: ContactField = {
    let layout = GridLayout(
      origin: Vector2(-0.25 * length, -0.1 * length), spacing: ContactField.spacing,
      columns: Int(0.55 * length / ContactField.spacing), rows: Int(1.2 * length / ContactField.spacing))
    let values = (0..<layout.count).map { index -> Double in
      let point = layout.position(index) * (1 / length)
      return pads.reduce(0) { highest, pad in
        let u = (point.x - pad.x) / pad.halfWidth
        let v = (point.y - pad.y) / pad.halfLength
        let radius = u * u + v * v
        // Flat in the middle, half at the rim, next to nothing beyond 1.4 half axes.
        let value = pad.contact * exp(-0.693 * radius * radius)
        return max(highest, value < 0.01 ? 0 : value)
      }
    }
    return ContactField(layout: layout, values: values).smoothed()
  }()
}
