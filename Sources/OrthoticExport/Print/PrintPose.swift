import OrthoticCore

/// A way to lay a device on the printer's bed.
public enum PrintPose: String, Sendable, CaseIterable, Encodable {
  /// As it lies in the shoe.
  case flat
  /// Top down.
  case upsideDown = "upside-down"
  /// On the edge at low x, medial in the canonical frame.
  case onLowSide = "on-low-x-side"
  /// On the edge at high x.
  case onHighSide = "on-high-x-side"
  /// Standing on the heel.
  case onHeel = "on-heel"
  /// Standing on the toes.
  case onToes = "on-toes"

  /// The direction of the device that points down.
  var down: Vector3 {
    switch self {
    case .flat: Vector3(0, 0, -1)
    case .upsideDown: Vector3(0, 0, 1)
    case .onLowSide: Vector3(-1, 0, 0)
    case .onHighSide: Vector3(1, 0, 0)
    case .onHeel: Vector3(0, -1, 0)
    case .onToes: Vector3(0, 1, 0)
    }
  }

  /// Two directions across `down`, the bed's.
  var across: (Vector3, Vector3) {
    switch self {
    case .flat, .upsideDown: (Vector3(1, 0, 0), Vector3(0, 1, 0))
    case .onLowSide, .onHighSide: (Vector3(0, 1, 0), Vector3(0, 0, 1))
    case .onHeel, .onToes: (Vector3(1, 0, 0), Vector3(0, 0, 1))
    }
  }
}
