#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The materials that flags and prescriptions name.
///
/// Compressive moduli at walking strain; EVA by Gent's formula from Shore A, a band of ×/÷ 1.5 to be kept in mind;
/// printed infill by `infillModulus`. Sources: Cheung & Zhang 2005 (soft foam 0.3 MPa); the others are quoted from
/// data sheets and are defaults, to be replaced by a coupon test where it matters.
public enum MaterialTable {
  /// TPU of Shore 85A printed with 25 % gyroid infill: what a desktop printer makes a soft insole of.
  public static let standard = Material(name: "tpu-85a-25", modulus: 0.75, poissonRatio: 0.2)

  /// Soft foam such as covers are made of, glued on a device.
  public static let cover = Material(name: "poron", modulus: 0.3, poissonRatio: 0.1)

  /// Every material, softest first within its kind.
  public static let all: [Material] = [
    cover,
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

  /// The material of a name, in any case; `nil` where there is none.
  public static func material(named name: String) -> Material? {
    let wanted = name.lowercased()
    return all.first { $0.name == (wanted == "ppt" ? "poron" : wanted) }
  }

  /// Modulus of a printed infill, MPa: `E* = E·C·ρ²`, ρ the relative density (0 to 1).
  ///
  /// Open-cell scaling (Gibson & Ashby 1997); C is 0.7–1 for gyroids. Calibrate with a coupon.
  public static func infillModulus(solid modulus: Double, density: Double, constant: Double = 1) -> Double {
    modulus * constant * density * density
  }
}

/// Rubber hardness turned into Young's modulus.
public enum ShoreHardness {
  /// Young's modulus, MPa, of a Shore A hardness by Gent (1958), for 10 to 90.
  public static func gentModulus(shoreA: Double) -> Double {
    0.0981 * (56 + 7.62336 * shoreA) / (0.137505 * (254 - 2.54 * shoreA))
  }

  /// Young's modulus, MPa, of a Shore A hardness by `log10 E = 0.0235·S − 0.6403`, for 20 < S < 80.
  ///
  /// The base is ten; published pages that write the natural logarithm are wrong.
  public static func logarithmicModulus(shoreA: Double) -> Double {
    pow(10, 0.0235 * shoreA - 0.6403)
  }
}
