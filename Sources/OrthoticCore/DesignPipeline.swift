/// The whole method on one screen: scan and pressure in, insole and predicted pressure out.
///
/// ```
/// scan ─► foot ─► trim line, sole ─► elements ─────────────► surfaces ─► pockets ─► solid
///           └─► map registered ─► tissue calibrated ─► zones ──► dosed ─┘      └─► pressure after
/// ```
public enum DesignPipeline {
  /// What a run is doing, for progress and timing; reported as each step begins.
  public enum Step: String, Sendable, CaseIterable {
    case foot, pressure, surfaces, zones, prediction, solid
  }

  /// Designs an insole for a scan, or for the foot that the inputs hold.
  ///
  /// - Throws: `InputError` where scan or map cannot be used, `SolidError` where the surfaces make no solid.
  public static func run(_ inputs: DesignInputs, progress: (Step) -> Void = { _ in }) throws -> DesignResult {
    // 1. The scan becomes a right foot in the canonical frame, with landmarks and a sole.
    progress(.foot)
    let found = try FoundFoot(inputs)

    // 2. The map is laid on the foot and the contact model inverted on it; the trim line is drawn and the sole copied.
    progress(.pressure)
    let loaded = try LoadedFoot(found, inputs)

    // 3. Top surface: the sole, shaped by the elements of the prescription.
    progress(.surfaces)
    let surfaced = SurfacedDesign(loaded)

    // 4. High patches become zones, each with a pocket as deep as the model says it must be.
    progress(.zones)
    let relieved = RelievedDesign(surfaced)

    // Pressure and solid both need the surfaces and nothing of each other: they are made side by side.
    progress(.prediction)
    progress(.solid)
    let (shaped, device) = Parallel.both(
      // 5. The foot is set on the device and balanced: the pressure after, with its bands.
      { ShapedDesign(relieved, inputs) },
      // 6. The surfaces become a closed solid, proved not to cross itself.
      { relieved.solid(inputs.solidOptions) })
    return DesignResult(shaped, try device.get())
  }
}
