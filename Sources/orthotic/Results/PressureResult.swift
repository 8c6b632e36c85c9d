import OrthoticCore

/// What `pressure` prints of one foot: kPa, cm², N, s, kPa·s.
struct PressureResult: Encodable {
  /// What one region bore.
  struct Region: Encodable {
    let name: String
    let peak: Double?
    let areaPeak: Double?
    let mean: Double?
    let area: Double?
    let maximumForce: Double?
    let pressureTimeIntegral: Double?
    let forceTimeIntegral: Double?

    init(_ record: RegionRecord) {
      name = record.region.rawValue
      peak = record.peak.rounded(decimals: 1)
      areaPeak = record.areaPeak.rounded(decimals: 1)
      mean = record.mean.rounded(decimals: 1)
      area = record.area.rounded(decimals: 2)
      maximumForce = record.maximumForce.rounded(decimals: 2)
      pressureTimeIntegral = record.pressureTimeIntegral?.rounded(decimals: 2)
      forceTimeIntegral = record.forceTimeIntegral?.rounded(decimals: 2)
    }
  }

  /// One step of a walk.
  struct Step: Encodable {
    let number: Int
    let side: String?
    let firstFrame: Int
    let lastFrame: Int
    let stanceTime: Double?
    let peak: Double?
    let maximumForce: Double?
    /// Why it is not to be used; absent for a whole step.
    let reasonToDrop: String?

    init(_ step: PressureStep, number: Int) {
      self.number = number
      side = step.side?.rawValue
      firstFrame = step.frames.lowerBound + 1
      lastFrame = step.frames.upperBound + 1
      stanceTime = step.recording.frameTime.map { Double(step.frames.count) * $0 }?.rounded(decimals: 4)
      peak = step.recording.peaks.max()?.rounded(decimals: 1)
      maximumForce = step.recording.forces.max()?.rounded(decimals: 1)
      reasonToDrop = step.reasonToDrop
    }
  }

  let side: String?
  let format: String
  let frames: Int
  let columns: Int
  let rows: Int
  let cellWidth: Double?
  let cellLength: Double?
  let frameTime: Double?
  let stanceTime: Double?
  let peak: Double?
  let peakFrame: Int
  let areaPeak: Double?
  /// What area peaks are means over, cm².
  let peakArea: Double?
  let maximumForce: Double?
  let maximumForceFrame: Int
  let contactArea: Double?
  let archIndex: Double?
  let chippauxSmirak: Double?
  let staheli: Double?
  let cpei: Double?
  let steps: [Step]
  let regions: [Region]
  let registration: RegistrationResult?
  let curve: [FrameLoadResult]?
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(_ foot: FootSummary, steps: [Step], showsFrames: Bool) {
    let (recording, summary) = (foot.recording, foot.summary)
    let indices = summary.indices
    side = summary.side?.rawValue
    format = recording.format
    frames = summary.frames
    (columns, rows) = (recording.columns, recording.rows)
    cellWidth = recording.cellWidth.rounded(decimals: 4)
    cellLength = recording.cellLength.rounded(decimals: 4)
    frameTime = summary.frameTime?.rounded(decimals: 5)
    stanceTime = summary.stanceTime?.rounded(decimals: 4)
    peak = summary.peak.rounded(decimals: 1)
    peakFrame = summary.peakFrame
    areaPeak = summary.regions.first { $0.region == .whole }?.areaPeak.rounded(decimals: 1)
    peakArea = (summary.peakArea / 100).rounded(decimals: 2)
    maximumForce = summary.maximumForce.rounded(decimals: 2)
    maximumForceFrame = summary.maximumForceFrame
    contactArea = summary.contactArea.rounded(decimals: 2)
    archIndex = indices.archIndex?.rounded(decimals: 3)
    chippauxSmirak = indices.chippauxSmirak?.rounded(decimals: 3)
    staheli = indices.staheli?.rounded(decimals: 3)
    cpei = indices.centerOfPressureExcursion?.rounded(decimals: 1)
    self.steps = steps
    regions = summary.regions.map(Region.init)
    registration = foot.registered.map(RegistrationResult.init)
    curve = showsFrames ? recording.loadCurve.map(FrameLoadResult.init) : nil
    let values: [(String, Any?)] = [
      ("side", side), ("frameTime", frameTime), ("stanceTime", stanceTime), ("archIndex", archIndex),
      ("chippauxSmirak", chippauxSmirak), ("staheli", staheli), ("cpei", cpei), ("areaPeak", areaPeak),
      ("regions", regions.first),
      ("regions.pressureTimeIntegral", regions.first?.pressureTimeIntegral),
    ]
    notMeasured = values.filter { $0.1 == nil }.map(\.0)
    assumed = foot.assumptions.map(AssumedResult.init)
    warnings = foot.findings.map(WarningResult.init)
  }

  /// The same for a person.
  var text: String {
    var facts = TextTable(wordColumns: [0, 2])
    func add(_ name: String, _ value: Double?, _ decimals: Int, _ unit: String) {
      if value != nil { facts.add([name, tableText(value, decimals: decimals), unit]) }
    }
    facts.add(["side", side ?? "-"])
    facts.add(["frames", "\(frames)"])
    add("stance", stanceTime, 3, "s")
    add("peak", peak, 0, "kPa" + (frames > 1 ? " in frame \(peakFrame)" : ""))
    add("force", maximumForce, 0, "N" + (frames > 1 ? " in frame \(maximumForceFrame)" : ""))
    add("contact area", contactArea, 1, "cm²")
    add("arch index", archIndex, 3, "")
    add("Chippaux-Smirak", chippauxSmirak, 3, "")
    add("Staheli", staheli, 3, "")
    add("CPEI", cpei, 1, "%")
    var table = TextTable()
    table.add([
      "region", "peak kPa", "\(tableText(peakArea, decimals: 1)) cm² kPa", "mean kPa", "area cm²", "force N",
      "integral kPa·s",
    ])
    for region in regions {
      table.add([
        region.name, tableText(region.peak, decimals: 0), tableText(region.areaPeak, decimals: 0),
        tableText(region.mean, decimals: 0),
        tableText(region.area, decimals: 1), tableText(region.maximumForce, decimals: 0),
        tableText(region.pressureTimeIntegral, decimals: 1),
      ])
    }
    let parts = [facts.text, table.text, registration?.text, curve.map(FrameLoadResult.text)]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  /// The steps of a walk, one a line; empty without.
  static func text(of steps: [Step]) -> String {
    if steps.isEmpty { return "" }
    var table = TextTable(wordColumns: [0, 1, 6])
    table.add(["step", "side", "frames", "stance s", "peak kPa", "force N", ""])
    for step in steps {
      table.add([
        "\(step.number)", step.side ?? "-", "\(step.firstFrame)-\(step.lastFrame)",
        tableText(step.stanceTime, decimals: 2), tableText(step.peak, decimals: 0),
        tableText(step.maximumForce, decimals: 0),
        step.reasonToDrop.map { "not used: \($0)" } ?? "",
      ])
    }
    return table.text
  }
}

/// What `pressure` prints of a file with both feet.
struct BothFeetResult: Encodable {
  let feet: [PressureResult]
  let asymmetry: AsymmetryResult?
}
