import OrthoticCore

/// What `design` prints.
struct DesignOutcome: Encodable {
  /// What is missing in the balance of the predicted state, as a share of the load and of load × foot length.
  struct Balance: Encodable {
    let force: Double
    let momentX: Double
    let momentY: Double
  }

  /// How the map lies on the foot.
  struct Registration: Encodable {
    let rotation: Double?
    let translation: [Double]
    let overlap: Double?
    let agreement: Double?
    let residual: Double?
    let lengthMismatch: Double?

    init(_ registered: RegisteredPressure) {
      rotation = registered.rotation.rounded(decimals: 2)
      translation = [registered.translation.x, registered.translation.y].map { $0.rounded(decimals: 2) ?? 0 }
      overlap = registered.overlap.rounded(decimals: 3)
      agreement = registered.agreement.rounded(decimals: 3)
      residual = registered.residual.rounded(decimals: 2)
      lengthMismatch = registered.lengthMismatch.rounded(decimals: 2)
    }
  }

  let output: String?
  let side: String
  let footLength: Double?
  let deviceLength: Double?
  let triangles: Int
  let volume: Double?
  let print: PrintResult?
  let predictedFrom: String
  /// What every peak is a mean over, before as after, cm².
  let peakArea: Double?
  let regions: [RegionResult]
  let zones: [ZoneResult]
  let arch: ArchResult?
  let model: String
  let load: Double?
  let balance: Balance
  let registration: Registration?
  let prescription: [String: String]
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(_ design: DesignResult, output: String?, print job: PrintJob? = nil, assumptions: [Assumption]) {
    print = job.map { PrintResult($0, material: design.prescription.material.name) }
    let prediction = design.prediction
    let result = PredictionResult(prediction)
    self.output = output
    side = design.foot.side.rawValue
    footLength = design.foot.length.rounded(decimals: 2)
    deviceLength = design.deviceLength.rounded(decimals: 2)
    triangles = design.solid.triangles.count
    volume = (design.solid.signedVolume / 1000).rounded(decimals: 3)
    predictedFrom = prediction.source.rawValue
    peakArea = result.peakArea
    regions = result.regions
    zones = result.zones
    arch = result.arch
    model = prediction.bends ? "shell" : prediction.model.rawValue
    load = prediction.balance.load.rounded(decimals: 2)
    balance = Balance(
      force: prediction.balance.force, momentX: prediction.balance.momentX, momentY: prediction.balance.momentY)
    registration = prediction.registration.map(Registration.init)
    prescription = DesignOutcome.texts(of: design.prescription)
    var absent: [String] = []
    if output == nil { absent.append("output") }
    if registration == nil { absent.append("registration") }
    notMeasured = absent
    assumed = assumptions.map(AssumedResult.init)
    warnings = design.findings.map(WarningResult.init)
  }

  /// A prescription as its file has it, without the file's own keys.
  static func texts(of prescription: Prescription) -> [String: String] {
    var texts: [String: String] = [:]
    for element in PrescriptionVocabulary.elements { texts[element.key] = element.text(in: prescription) }
    return texts
  }

  /// The same for a person.
  var text: String {
    let device =
      "\(side) foot \(tableText(footLength, decimals: 1)) mm, device \(tableText(deviceLength, decimals: 1)) mm, "
      + "\(tableText(volume, decimals: 1)) cm³, \(triangles) triangles"
    var parts = [device + (output.map { " in \($0)" } ?? "") + "\n" + (print?.text ?? "")]
    let tables = PredictionResult(peakArea: peakArea, regions: regions, zones: zones, arch: arch)
    parts.append("Predicted pressure; \(tables.peakText)\n" + tables.regionTable)
    if !zones.isEmpty { parts.append("Offloading zones\n" + tables.zoneTable) }
    if let arch { parts.append(arch.text) }
    return parts.joined(separator: "\n")
  }
}

extension PredictionResult {
  init(peakArea: Double?, regions: [RegionResult], zones: [ZoneResult], arch: ArchResult?) {
    self.peakArea = peakArea
    self.arch = arch
    self.regions = regions
    self.zones = zones
  }
}
