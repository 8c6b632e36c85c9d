import OrthoticCore

/// What `measure` prints.
struct MeasureResult: Encodable {
  struct Places: Encodable {
    let heel: PlaceResult
    let heelCenter: PlaceResult
    let mt1: PlaceResult
    let mt5: PlaceResult
    let hallux: PlaceResult?
    let toeTip: PlaceResult?
    let archApex: PlaceResult
  }

  struct Confidence: Encodable {
    let heel: Double?
    let heelCenter: Double?
    let mt1: Double?
    let mt5: Double?
    let hallux: Double?
    let toeTip: Double?
    let archApex: Double?
  }

  let side: String
  let footLength: Double?
  let ballWidth: Double?
  let heelWidth: Double?
  let archHeight: Double?
  let archIndex: Double?
  let landmarks: Places
  let confidence: Confidence
  let unit = "mm"
  let frame = "canonical-right"
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(_ foot: FootShape, assumptions: [Assumption]) {
    let measures = FootMeasures(foot)
    let found = foot.landmarks
    side = foot.side.rawValue
    footLength = measures.footLength.rounded(decimals: 2)
    ballWidth = measures.ballWidth?.rounded(decimals: 2)
    heelWidth = measures.heelWidth?.rounded(decimals: 2)
    archHeight = measures.archHeight.rounded(decimals: 2)
    archIndex = measures.archIndex?.rounded(decimals: 3)
    landmarks = Places(
      heel: PlaceResult(found.heel.position), heelCenter: PlaceResult(found.heelCenter.position),
      mt1: PlaceResult(found.mt1.position), mt5: PlaceResult(found.mt5.position),
      hallux: found.hallux.map { PlaceResult($0.position) }, toeTip: found.toeTip.map { PlaceResult($0.position) },
      archApex: PlaceResult(found.archApex.position))
    func rounded(_ landmark: Landmark?) -> Double? { landmark?.confidence.rounded(decimals: 2) }
    confidence = Confidence(
      heel: rounded(found.heel), heelCenter: rounded(found.heelCenter), mt1: rounded(found.mt1),
      mt5: rounded(found.mt5),
      hallux: rounded(found.hallux), toeTip: rounded(found.toeTip), archApex: rounded(found.archApex))
    var absent: [String] = []
    if ballWidth == nil { absent.append("ballWidth") }
    if heelWidth == nil { absent.append("heelWidth") }
    if archIndex == nil { absent.append("archIndex") }
    if found.hallux == nil { absent.append("landmarks.hallux") }
    if found.toeTip == nil { absent.append("landmarks.toeTip") }
    notMeasured = absent
    assumed = assumptions.map(AssumedResult.init)
    warnings = foot.findings.map(WarningResult.init)
  }

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0, 2])
    func add(_ name: String, _ value: Double?, _ decimals: Int, _ unit: String) {
      table.add([name, tableText(value, decimals: decimals), unit])
    }
    table.add(["side", side])
    add("foot length", footLength, 1, "mm")
    add("ball width", ballWidth, 1, "mm")
    add("heel width", heelWidth, 1, "mm")
    add("arch height", archHeight, 1, "mm")
    add("arch index", archIndex, 3, "")
    var places = TextTable()
    places.add(["landmark", "x", "y", "z", "confidence"])
    let rows: [(String, PlaceResult?, Double?)] = [
      ("heel", landmarks.heel, confidence.heel), ("heel center", landmarks.heelCenter, confidence.heelCenter),
      ("mt1", landmarks.mt1, confidence.mt1), ("mt5", landmarks.mt5, confidence.mt5),
      ("hallux", landmarks.hallux, confidence.hallux), ("toe tip", landmarks.toeTip, confidence.toeTip),
      ("arch apex", landmarks.archApex, confidence.archApex),
    ]
    for (name, place, confidence) in rows {
      let numbers = place?.coordinates.map { tableText($0, decimals: 1) } ?? ["-", "-", "-"]
      places.add([name] + numbers + [tableText(confidence, decimals: 2)])
    }
    let frame = "x medial to lateral, y heel to toes, z up, mm" + (side == "left" ? "; mirrored to a right foot" : "")
    return table.text + "\n" + places.text + frame + "\n"
  }
}
