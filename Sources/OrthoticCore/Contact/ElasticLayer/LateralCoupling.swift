/// How an insole's columns are coupled to their neighbours.
package struct LateralCoupling: Equatable, Sendable {
  /// Poisson's ratio of the insole.
  package var poissonRatio: Double
  /// How the insole sits on the shoe.
  package var base: ElasticLayer.Base

  /// Creates a coupling; foams have a ratio of 0.1 to 0.2.
  package init(poissonRatio: Double, base: ElasticLayer.Base = .bonded) {
    self.poissonRatio = poissonRatio
    self.base = base
  }
}
