/// Devices of one foot side by side: steps 2 to 5 for each variant, and step 6 only where a solid is wanted.
extension DesignPipeline {
  /// Shapes an insole for a foot that was found before and predicts its pressure, without making the solid.
  ///
  /// - Parameter shared: The loading of a variant with the same `FootLoading.Key`, so that it is found once.
  /// - Throws: `InputError` where the map cannot be used.
  package static func shaped(
    for foot: FootShape, inputs: DesignInputs, shared: FootLoading? = nil, progress: (Step) -> Void = { _ in }
  ) throws(InputError) -> ShapedDesign {
    progress(.pressure)
    let loaded = try LoadedFoot(FoundFoot(foot, inputs), inputs, shared: shared)
    progress(.surfaces)
    let surfaced = SurfacedDesign(loaded)
    progress(.zones)
    let relieved = RelievedDesign(surfaced)
    progress(.prediction)
    return ShapedDesign(relieved, inputs)
  }

  /// Makes the solid of a shaped insole.
  ///
  /// - Throws: `SolidError` where the surfaces make no solid.
  package static func finished(_ shaped: ShapedDesign, options: SolidOptions) throws(SolidError) -> DesignResult {
    let device = try DeviceSolid.built(
      shaped.surfaces, prescription: shaped.prescription, offloading: shaped.prediction.zones.map(\.zone),
      on: shaped.prediction.before.layout, options: options)
    return DesignResult(shaped, device)
  }
}
