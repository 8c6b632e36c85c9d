import OrthoticCore

/// The barefoot heel patch as a pressure platform would show it.
struct Heel {
  /// Pressure of each node, kPa.
  let pressure: [Double]
  let layout: GridLayout
  var peak: Double { pressure.max() ?? 0 }

  static let barefoot: Heel = {
    let problem = HeelPatch.problem(thickness: 0)
    return Heel(pressure: problem.solved().pressure, layout: problem.layout)
  }()

  /// Nodes across a sensor: emed ST4 has four sensors in a square centimetre, 5 mm wide, and the patch's nodes lie 1 mm apart.
  private static let sensorWidth = 5
  /// Mean pressure, kPa, below which emed shows nothing.
  private static let threshold = 10.0

  /// Contact area, cm², as sensors show it, over all places that they can have under the heel.
  ///
  /// Each of the 25 places of the sensors against the nodes counts its sensors with 25 mm²: together every window of nodes counts
  /// with 1 mm².
  static func sensedArea(_ heel: Heel) -> Double {
    let layout = heel.layout
    let width = sensorWidth
    var count = 0
    for row in (1 - width)..<layout.rows {
      for column in (1 - width)..<layout.columns {
        var sum = 0.0
        for y in max(0, row)..<min(layout.rows, row + width) {
          for x in max(0, column)..<min(layout.columns, column + width) {
            sum += heel.pressure[y * layout.columns + x]
          }
        }
        if sum / Double(width * width) > threshold { count += 1 }
      }
    }
    return Double(count) * layout.spacing * layout.spacing / 100
  }
}
