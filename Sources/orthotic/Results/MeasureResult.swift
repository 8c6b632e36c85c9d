import OrthoticCore

/// What `measure` prints.
struct MeasureResult: Encodable {
  /// Values by name in a fixed order; JSON sorts them.
  struct Named<Value: Encodable>: Encodable {
    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let entries: [(name: String, value: Value)]

    subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in entries { try container.encode(value, forKey: Key(name)) }
    }
  }

  /// A measure with what a person reads beside it.
  private struct Line {
    let name: String
    let words: String
    let value: Double?
    let decimals: Int
    let unit: String
  }

  let side: String
  let footLength: Double?
  let truncatedLength: Double?
  let ballWidth: Double?
  let ballGirth: Double?
  let heelWidth: Double?
  let archHeight: Double?
  let archLength: Double?
  let archIndex: Double?
  let instepHeight: Double?
  let halluxAngle: Double?
  let rearfootAngle: Double?
  let filledShare: Double?
  let landmarks: Named<PlaceResult>
  let confidence: Named<Double>
  let unit = "mm"
  let frame = "canonical-right"
  let notMeasured: [String]
  let assumed: [AssumedResult]
  let warnings: [WarningResult]

  init(_ foot: FootShape, assumptions: [Assumption]) {
    let measures = FootMeasures(foot)
    side = foot.side.rawValue
    footLength = measures.footLength.rounded(decimals: 2)
    truncatedLength = measures.truncatedLength.rounded(decimals: 2)
    ballWidth = measures.ballWidth?.rounded(decimals: 2)
    ballGirth = measures.ballGirth?.rounded(decimals: 2)
    heelWidth = measures.heelWidth?.rounded(decimals: 2)
    archHeight = measures.archHeight.rounded(decimals: 2)
    archLength = measures.archLength.rounded(decimals: 2)
    archIndex = measures.archIndex?.rounded(decimals: 3)
    instepHeight = measures.instepHeight?.rounded(decimals: 2)
    halluxAngle = measures.halluxAngle?.rounded(decimals: 1)
    rearfootAngle = measures.rearfootAngle?.rounded(decimals: 1)
    filledShare = foot.coverage.filledShare.rounded(decimals: 4)
    let found = foot.landmarks
    let places: [(name: String, mark: Landmark?)] = [
      ("heel", found.heel), ("heelCenter", found.heelCenter), ("mt1", found.mt1), ("mt5", found.mt5),
      ("hallux", found.hallux), ("toeTip", found.toeTip), ("archApex", found.archApex),
      ("medialBorder", measures.medialBorder.map { Landmark($0, confidence: 0.9) }),
      ("lateralBorder", measures.lateralBorder.map { Landmark($0, confidence: 0.9) }),
    ]
    landmarks = Named(entries: places.compactMap { name, mark in mark.map { (name, PlaceResult($0.position)) } })
    confidence = Named(
      entries: places.compactMap { name, mark in
        mark?.confidence.rounded(decimals: 2).map { (name, $0) }
      }
        + measures.confidence.compactMap { name, value in
          value.rounded(decimals: 2).map { (name, $0) }
        })
    assumed = assumptions.map(AssumedResult.init)
    warnings = foot.findings.map(WarningResult.init)
    let optional: [(String, Double?)] = [
      ("ballWidth", ballWidth), ("ballGirth", ballGirth), ("heelWidth", heelWidth), ("archIndex", archIndex),
      ("instepHeight", instepHeight), ("halluxAngle", halluxAngle), ("rearfootAngle", rearfootAngle),
    ]
    notMeasured =
      optional.compactMap { name, value in value == nil ? name : nil }
      + places.compactMap { name, mark in mark == nil ? "landmarks.\(name)" : nil }
  }

  private var lines: [Line] {
    func line(_ name: String, _ words: String, _ value: Double?, _ decimals: Int = 1, _ unit: String = "mm") -> Line {
      Line(name: name, words: words, value: value, decimals: decimals, unit: unit)
    }
    return [
      line("footLength", "foot length", footLength), line("truncatedLength", "truncated length", truncatedLength),
      line("ballWidth", "ball width", ballWidth), line("ballGirth", "ball girth", ballGirth),
      line("heelWidth", "heel width", heelWidth), line("archHeight", "arch height", archHeight),
      line("archLength", "arch length", archLength), line("archIndex", "arch index", archIndex, 3, ""),
      line("instepHeight", "instep height", instepHeight), line("halluxAngle", "hallux angle", halluxAngle, 1, "°"),
      line("rearfootAngle", "rearfoot angle", rearfootAngle, 1, "°"),
    ]
  }

  /// The same for a person.
  var text: String {
    var table = TextTable(wordColumns: [0, 2])
    table.add(["side", side])
    for line in lines {
      guard let value = line.value else {
        table.add([line.words, "not measured"])
        continue
      }
      table.add([line.words, tableText(value, decimals: line.decimals), line.unit])
    }
    var places = TextTable()
    places.add(["landmark", "x", "y", "z", "confidence"])
    let rows = [
      ("heel", "heel"), ("heelCenter", "heel center"), ("mt1", "mt1"), ("mt5", "mt5"), ("hallux", "hallux"),
      ("toeTip", "toe tip"), ("archApex", "arch apex"), ("medialBorder", "medial border"),
      ("lateralBorder", "lateral border"),
    ]
    for (name, words) in rows {
      let numbers = landmarks[name]?.coordinates.map { tableText($0, decimals: 1) } ?? ["-", "-", "-"]
      places.add([words] + numbers + [tableText(confidence[name], decimals: 2)])
    }
    let frame = "x medial to lateral, y heel to toes, z up, mm" + (side == "left" ? "; mirrored to a right foot" : "")
    return table.text + "\n" + places.text + frame + "\n"
  }
}
