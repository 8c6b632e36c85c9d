/// A device as finished surfaces, from which pressure and solid are made independently.
struct SurfacedDesign: Sendable {
  let foot: FootShape
  let prescription: Prescription
  let loading: FootLoading
  let surfaces: InsoleSurfaces
  let offloading: Offloading
  let assumptions: [Assumption]
  let findings: [Finding]
  /// What comes behind the rules' own findings.
  let lateFindings: [Finding]

  /// 5. The foot is set on the device and balanced: the pressure after, with its bands.
  func shaped(_ inputs: DesignInputs) -> ShapedDesign {
    let regions = loading.regions(
      on: prescription, companions: inputs.companions, frame: DesignFrame(foot: foot))
    let prediction = Prediction(
      loading: loading, offloading: offloading, surfaces: surfaces, prescription: prescription, regions: regions,
      options: inputs.predictionOptions)
    return ShapedDesign(
      foot: foot, prescription: prescription, loading: loading, surfaces: surfaces, prediction: prediction,
      assumptions: assumptions,
      findings: findings + Lint.findings(prescription: prescription, prediction: prediction)
        + Lint.deviceFindings(prescription, foot: foot, surfaces: surfaces) + lateFindings)
  }

  /// 6. The surfaces become a closed solid.
  func device(_ options: SolidOptions) -> Result<DeviceSolid, SolidError> {
    Result { () throws(SolidError) in
      try DeviceSolid.built(
        surfaces, prescription: prescription, offloading: offloading.zones, on: loading.model.layout, options: options)
    }
  }
}
