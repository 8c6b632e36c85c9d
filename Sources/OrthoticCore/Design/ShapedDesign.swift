/// A device as surfaces with its predicted pressure, before it becomes a solid.
public struct ShapedDesign: Sendable {
  /// The foot in the canonical frame.
  public var foot: FootShape
  /// The prescription as it was carried out.
  public var prescription: Prescription
  /// The foot as it is loaded; variants of the same `loadingKey` share it.
  public var loading: FootLoading
  /// The surfaces in the canonical frame.
  public var surfaces: InsoleSurfaces
  /// What the contact model says.
  public var prediction: Prediction
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]
}

extension FootLoading {
  /// The part of a prescription on which the loading of a foot depends.
  public struct Key: Equatable, Sendable {
    private let weight: Double?
    private let scanLoad: ScanLoad?

    /// Reads it from a prescription.
    public init(_ prescription: Prescription) {
      weight = prescription.bodyWeight
      scanLoad = prescription.scanLoad
    }
  }
}
