#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The materials that flags and prescriptions name.
///
/// Compressive moduli at small strain and the density that decides where a foam densifies. Poron (320 kg/m³) by its 34 kPa at
/// 25 %, Plastazote soft (LD33) by 40, 75, 115 and 175 kPa at 25, 40, 50 and 60 % (makers' data sheets); medium and firm
/// scaled from soft by density, ×/÷ 2; EVA by Gent's formula from Shore A, ×/÷ 1.5; printed infill by `infillModulus`.
/// They are defaults, to be replaced by a coupon test where it matters.
public enum MaterialTable {
  /// TPU of Shore 85A printed with 25 % gyroid infill: what a desktop printer makes a soft insole of.
  public static let standard = Material(name: "tpu-85a-25", modulus: 0.75, poissonRatio: 0.2, relativeDensity: 0.25)

  /// Soft foam such as covers are made of, glued on a device.
  public static let cover = Material(name: "poron", modulus: 0.12, poissonRatio: 0.1, relativeDensity: 0.28)

  /// EVA of Shore A 35, the usual firm foam of insoles and shoes.
  public static let evaA35 = Material(name: "eva-a35", modulus: 1.4, poissonRatio: 0.15, relativeDensity: 0.175)

  /// Every material, softest first within its kind.
  public static let all: [Material] = [
    cover,
    Material(name: "plastazote-soft", modulus: 0.157, poissonRatio: 0.1, relativeDensity: 0.065),
    Material(name: "plastazote-medium", modulus: 0.35, poissonRatio: 0.1, relativeDensity: 0.05),
    Material(name: "plastazote-firm", modulus: 0.8, poissonRatio: 0.1, relativeDensity: 0.11),
    Material(name: "eva-a25", modulus: 0.9, poissonRatio: 0.15, relativeDensity: 0.15),
    evaA35,
    Material(name: "eva-a55", modulus: 3.0, poissonRatio: 0.15, relativeDensity: 0.2),
    Material(name: "tpu-85a-15", modulus: 0.27, poissonRatio: 0.2, relativeDensity: 0.15),
    standard,
    Material(name: "tpu-85a-40", modulus: 1.9, poissonRatio: 0.2, relativeDensity: 0.4),
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
