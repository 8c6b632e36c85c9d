import OrthoticCore

extension SettingNames {
  /// The names of this command line.
  static let flags = SettingNames(setting: \.flagText, tool: \.commandText)
}

extension Setting {
  /// The flag that sets it, without the hyphens; the scan is no flag but an operand.
  var flagName: String? {
    switch self {
    case .scan: nil
    case .side: "side"
    case .unit: "unit"
    case .footLength: "foot-length"
    case .pressure: "pressure"
    case .pressureCell: "pressure-cell"
    case .pressureUnit: "pressure-unit"
    case .pressureSide: "pressure-side"
    case .pressureHeel: "pressure-heel"
    case .pressureView: "pressure-view"
    case .pressureStep: "pressure-step"
    case .pressureMap: "pressure-map"
    case .pressureFit: "pressure-fit"
    case .pressureLayout: "pressure-layout"
    case .pressureCalibration: "pressure-calibration"
    case .outline: "outline"
    case .length: "length"
    case .width: "width"
    case .shoeSize: "shoe-size"
    case .toeAllowance: "toe-allowance"
    case .process: "process"
    case .thickness: "thickness"
    case .minimumWall: "min-wall"
    case .material: "material"
    case .cover: "cover"
    case .edgeRadius: "edge-radius"
    case .heelCup: "heel-cup"
    case .medialSkive: "medial-skive"
    case .lateralSkive: "lateral-skive"
    case .skivePlane: "skive-plane"
    case .rearfootPost: "rearfoot-post"
    case .inversion: "inversion"
    case .heelLift: "heel-lift"
    case .heelAperture: "heel-aperture"
    case .heelApertureSize: "heel-aperture-size"
    case .archContact: "arch-contact"
    case .archPressure: "arch-pressure"
    case .castFill: "cast-fill"
    case .archHeight: "arch-height"
    case .lateralArch: "lateral-arch"
    case .metatarsalPad: "met-pad"
    case .metatarsalPadFront: "met-pad-front"
    case .metatarsalPadPlace: "met-pad-at"
    case .metatarsalBar: "met-bar"
    case .metatarsalBarPlace: "met-bar-at"
    case .neuromaPad: "neuroma-pad"
    case .mortonsExtension: "mortons"
    case .reverseMortonsExtension: "reverse-mortons"
    case .cluffyWedge: "cluffy"
    case .kineticWedge: "kinetic"
    case .firstRay: "first-ray"
    case .sinks: "sink"
    case .toeCrest: "toe-crest"
    case .toeFiller: "toe-filler"
    case .offload: "offload"
    case .offloadMode: "offload-mode"
    case .bodyWeight: "weight"
    case .scanLoad: "scan-load"
    case .symptoms: "symptoms"
    case .monofilament: "monofilament"
    }
  }

  /// How messages call it, such as `--heel-cup`.
  var flagText: String { flagName.map { "--\($0)" } ?? "SCAN" }
}

extension Tool {
  /// How messages call it.
  fileprivate var commandText: String {
    switch self {
    case .solePicture: "orthotic measure --picture"
    case .steps: "orthotic pressure"
    case .completePrescription: "`orthotic design --print-rx`"
    case .allowing: "--allow"
    }
  }
}
