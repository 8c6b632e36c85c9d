import OrthoticCore

extension ParsedArguments {
  /// What the flags say about the scan.
  var scanOptions: ScanOptions {
    ScanOptions(
      side: choice(.side, as: Side.self), unit: choice(.unit, as: LengthUnit.self), footLength: number(.footLength),
      gridSpacing: number(.gridSpacing) ?? usualSpacing, cast: choice(.cast, as: Cast.self))
  }

  /// Half a millimetre, and half of that where the facets shall be closer to the surfaces than such a grid is.
  private var usualSpacing: Double {
    let spacing = ScanOptions().gridSpacing
    return (number(.tolerance) ?? .infinity) < SolidOptions.fineTolerance ? spacing / 2 : spacing
  }

  /// The assumptions that no flag of this command line settled.
  func unsettled(_ assumptions: [Assumption]) -> [Assumption] {
    assumptions.filter { assumption in
      assumption.override.settings.first?.flagName.map { values(named: $0).isEmpty } ?? true
    }
  }
}
