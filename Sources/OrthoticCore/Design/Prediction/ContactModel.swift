/// How the insole is taken to answer a pressure.
public enum ContactModel: String, Sendable, CaseIterable {
  /// Columns that do not feel each other: fast, within 5–15 % for foams.
  case columns
  /// An elastic layer that spreads load sideways, as a real foam does at the rim of a pocket.
  case layer
}

/// How a prediction is made.
public struct PredictionOptions: Equatable, Sendable {
  /// How the insole answers.
  public var model: ContactModel
  /// Draws of the sensitivity set behind each band; 0 leaves the bands out.
  public var draws: Int
  /// Node distance of the contact grid, mm, 1 to 5.
  public var contactSpacing: Double

  /// Draws where none are named.
  public static let standardDraws = SensitivityDraw.standardCount
  /// Node distance of the contact grid where none is named, mm.
  public static let standardSpacing = FootLoading.spacing

  /// Creates options.
  public init(
    model: ContactModel = .columns, draws: Int = PredictionOptions.standardDraws,
    contactSpacing: Double = PredictionOptions.standardSpacing
  ) {
    self.model = model
    self.draws = draws
    self.contactSpacing = contactSpacing
  }
}
