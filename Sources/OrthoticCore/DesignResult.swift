/// Everything that a design run found, made and predicted.
public struct DesignResult: Sendable {
  /// The foot in the canonical frame.
  public var foot: FootShape
  /// The prescription as it was carried out.
  public var prescription: Prescription
  /// The surfaces in the canonical frame.
  public var surfaces: InsoleSurfaces
  /// The solid, mm; a left foot's is mirrored back.
  public var solid: Mesh
  /// The solid as it was built, in the canonical frame, with the zones labelled.
  public var construction: Solid
  /// The zones that are bodies of their own, by label from 1; none unless asked for.
  public var zones: [DeviceZone]
  /// The proof, made on the solid's construction, that it is closed and does not cross itself.
  public var proof: SolidProof
  /// What the contact model says.
  public var prediction: Prediction
  /// What was decided for the user.
  public var assumptions: [Assumption]
  /// What the user should know.
  public var findings: [Finding]

  /// Length of the device along the foot, mm.
  public var deviceLength: Double {
    let ys = surfaces.trim.points.map(\.y)
    return (ys.max() ?? 0) - (ys.min() ?? 0)
  }

  /// The bodies that tile the solid, the rest first, then each of `zones`; a left foot's are mirrored back.
  public var bodies: [Mesh] { mirroredBack(construction.bodies) }

  /// Volumes around each of `zones`, taller than the device by `reach` above and below; a left foot's mirrored back.
  public func modifiers(reach: Double) -> [Mesh] { mirroredBack(construction.modifiers(reach: reach)) }

  private func mirroredBack(_ meshes: [Mesh]) -> [Mesh] {
    foot.side == .left ? meshes.map(\.mirroredAcrossX) : meshes
  }
}
