/// A rigid sphere on columns that do not feel each other: `a = √(2Rδ)`, `F = πRkδ²`.
package enum SphereOnColumns {
  /// Radius of the contact, mm.
  package static func contactRadius(radius: Double, approach: Double) -> Double {
    (2 * radius * approach).squareRoot()
  }

  /// Force, N, at a column stiffness, kPa/mm.
  package static func force(radius: Double, stiffness: Double, approach: Double) -> Double {
    Double.pi * radius * stiffness * approach * approach / 1000
  }
}

/// A rigid sphere on a bonded layer of Poisson's ratio 0.3, relative to Hertz at the same contact radius.
package enum SphereOnLayer {
  /// Contact radius over thickness, `δ·R/a²`, and force over Hertz's.
  package typealias Row = (thicknessRatio: Double, approach: Double, force: Double)

  /// Rows that this project's solver meets to 0.06 % at 512².
  package static let rows: [Row] = [(0.6, 0.728, 1.082), (1, 0.648, 1.259), (2, 0.573, 1.879)]

  /// Half a unit of the last digit that is published of either.
  package static let rounding = 0.0005
}
