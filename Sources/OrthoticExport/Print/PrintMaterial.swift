#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

/// What a printer or mill makes of a material of the prescription: its density and how full it is.
public struct PrintMaterial: Equatable, Sendable {
  /// Density of the solid material, g/cm³; of foams as sold.
  public var density: Double
  /// Share of the inside that is filled, 0 to 1.
  public var infill: Double

  /// Creates a material.
  public init(density: Double, infill: Double) {
    self.density = density
    self.infill = infill
  }

  /// Densities by the beginning of a material's name, g/cm³, from data sheets of common products: Ultimaker TPU 95A
  /// 1.22, EOS PA 2200 (sintered) 0.93, EOS PA 1101 1.0, Ultimaker PP 0.89, Rogers Poron 4708 0.24, Zotefoams
  /// Plastazote LD45 and HD80 0.045 and 0.08, orthopaedic EVA of Shore A 25 to 55 0.12 to 0.35.
  private static let densities: [(prefix: String, density: Double)] = [
    ("tpu", 1.22), ("pa11", 1.0), ("pa12", 0.93), ("pp", 0.89), ("poron", 0.24), ("plastazote-soft", 0.045),
    ("plastazote-medium", 0.06), ("plastazote-firm", 0.08), ("eva-a25", 0.12), ("eva-a35", 0.2), ("eva", 0.35),
  ]

  /// How a material of the table is printed; the number behind `tpu-85a` is its infill in percent.
  public init(_ material: Material) {
    density = Self.densities.first { material.name.hasPrefix($0.prefix) }?.density ?? 1.2
    let parts = material.name.split(separator: "-")
    let percent = parts.first == "tpu" && parts.count == 3 ? Double(parts[2]) : nil
    infill = percent.map { min(max($0 / 100, 0.01), 1) } ?? 1
  }

  /// The infill that makes a body `share` times as stiff: stiffness grows with the square of the relative density
  /// (open cells, Gibson & Ashby 1997), in whole percent, at least what a slicer prints soundly.
  public static func infill(_ infill: Double, stiffness share: Double) -> Double {
    let scaled = infill * max(share, 0).squareRoot()
    return min(max((scaled * 100).rounded() / 100, 0.05), 1)
  }
}
