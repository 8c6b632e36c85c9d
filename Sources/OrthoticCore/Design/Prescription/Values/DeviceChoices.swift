/// How far forward a device reaches.
public enum DeviceLength: String, Sendable, CaseIterable {
  /// To the tip of the longest toe and the allowance.
  case full
  /// To the crease under the toes.
  case sulcus
  /// To the line of the metatarsal heads.
  case mets
  /// To 6 mm behind the metatarsal heads.
  case threeQuarter = "three-quarter"
}

/// Whether a rearfoot post tilts the shell or only the seat in it.
public enum PostStyle: String, Sendable, CaseIterable {
  /// A wedge under the shell: seat and rim tilt together.
  case extrinsic
  /// Worked into the cast: the seat tilts, the rim stays level.
  case intrinsic
}

/// What is left open under the heel.
public enum HeelAperture: String, Sendable, CaseIterable {
  /// Nothing.
  case off
  /// A round hole through the device, under the heel's lowest point.
  case hole
  /// A hollow down to the minimum wall, open towards the arch.
  case horseshoe
}

/// The rays between which a pad lies, numbered from the hallux.
public enum NeuromaPlace: String, Sendable, CaseIterable {
  /// No pad.
  case off
  /// Between the first and second ray.
  case first = "1-2"
  /// Between the second and third ray.
  case second = "2-3"
  /// Between the third and fourth ray, where most neuromas are.
  case third = "3-4"
  /// Between the fourth and fifth ray.
  case fourth = "4-5"

  /// The ray on the medial side of the pad, from 1; `nil` for no pad.
  var medialRay: Int? {
    switch self {
    case .off: nil
    case .first: 1
    case .second: 2
    case .third: 3
    case .fourth: 4
    }
  }
}

/// How a device is made; sets the wall and the edge that hold unless they are given.
public enum PrintProcess: String, Sendable, CaseIterable {
  /// Molten filament, layer by layer.
  case fdm
  /// Laser-sintered powder.
  case sls
  /// Fused powder (Multi Jet Fusion).
  case mjf
  /// Light-cured resin.
  case resin

  /// Thinnest wall that the process makes reliably, mm: three perimeters of a 0.4 mm nozzle; makers' guides for the
  /// powders (0.7 to 1.0) and resins (1.0 unsupported).
  public var minimumWall: Double {
    switch self {
    case .fdm: 1.2
    case .sls, .mjf: 1.0
    case .resin: 1.5
    }
  }

  /// Radius of the rounded edge, mm: brittle resin wants a larger one.
  public var edgeRadius: Double { self == .resin ? 1.5 : 1.0 }
}

/// How much a person is on their feet.
public enum Activity: String, Sendable, CaseIterable {
  /// Mostly sitting.
  case low
  /// Walking through the day.
  case medium
  /// Standing work or sport.
  case high
}
