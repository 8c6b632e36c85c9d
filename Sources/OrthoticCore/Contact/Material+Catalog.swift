extension Material {
  /// The materials that flags and prescriptions know by name, soft ones first within their family.
  ///
  /// Compressive moduli of small to moderate strain; a printed lattice follows `E* = E·C·ρ²` (Gibson and Ashby, gyroid
  /// C 0.7–1) and should be checked with a coupon, foams scatter by ×/÷1.5. Poron: "soft" of Cheung and Zhang 2005. EVA from
  /// Shore A by Gent. The two digits behind `tpu-85a` are the infill in percent.
  public static let catalog: [Material] = [
    Material(name: "poron", modulus: 0.3, poissonRatio: 0.1),
    Material(name: "plastazote-soft", modulus: 0.4, poissonRatio: 0.1),
    Material(name: "plastazote-medium", modulus: 0.8, poissonRatio: 0.1),
    Material(name: "plastazote-firm", modulus: 1.5, poissonRatio: 0.1),
    Material(name: "eva-a25", modulus: 0.9, poissonRatio: 0.15),
    Material(name: "eva-a35", modulus: 1.4, poissonRatio: 0.15),
    Material(name: "eva-a55", modulus: 3.0, poissonRatio: 0.15),
    Material(name: "tpu-85a-15", modulus: 0.27, poissonRatio: 0.2),
    standard,
    Material(name: "tpu-85a-40", modulus: 1.9, poissonRatio: 0.2),
    Material(name: "tpu-85a", modulus: 12, poissonRatio: 0.45),
    Material(name: "tpu-95a", modulus: 26, poissonRatio: 0.45),
    Material(name: "pp", modulus: 1300, poissonRatio: 0.42),
    Material(name: "pa11", modulus: 1600, poissonRatio: 0.4),
    Material(name: "pa12", modulus: 1700, poissonRatio: 0.39),
  ]

  /// TPU of Shore 85A printed with 25 % gyroid infill: what a desktop printer makes a soft insole of.
  public static let standard = Material(name: "tpu-85a-25", modulus: 0.75, poissonRatio: 0.2)

  /// The material of a name, or `nil`.
  public static func named(_ name: String) -> Material? { catalog.first { $0.name == name } }
}
