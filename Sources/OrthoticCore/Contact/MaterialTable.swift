#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Laws behind `Material.catalog`, and its look-up by the names that people use.
public enum MaterialTable {
  /// Every material that has a name: `Material.catalog`.
  public static var all: [Material] { Material.catalog }

  /// The material of a name, in any case; `nil` where there is none.
  public static func material(named name: String) -> Material? {
    let wanted = name.lowercased()
    return .named(wanted == "ppt" ? "poron" : wanted)
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
