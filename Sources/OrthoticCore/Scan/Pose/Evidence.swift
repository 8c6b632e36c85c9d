#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A yes-or-no decision from several observations, each a number whose sign says which and whose size says how much.
struct Evidence: Equatable, Sendable {
  /// The observations added up.
  var balance: Double

  /// Whether the balance speaks for yes.
  var isYes: Bool { balance >= 0 }

  /// How sure the decision is, 0.5 to 1 (logistic).
  var confidence: Double { 1 / (1 + exp(-abs(balance))) }
}
