import OrthoticCore

/// The studies of pads, bars and skives that the model was never fitted to, each run the same way on every foot.
enum PublishedStudies {
  static let all = [lee, landorf, hastings, guldemond, martinezSantos, bonanno]

  /// A flat insole of 3 mm of the default material.
  private static func flat(_ foot: StudyFoot) -> StudyDevice? {
    StudyDevice(foot) {
      $0.thickness = 3
      $0.archContact = 0
      $0.heelCupDepth = 0
    }
  }

  /// The same dome laid on by the benchmark.
  private static func own(_ dome: StudyDome, isCap: Bool = false) -> StudyDome {
    var own = dome
    own.isProduct = false
    own.isCap = isCap
    return own
  }

  /// Change of a peak, per cent.
  private static func change(_ after: Double, _ before: Double) -> Double { 100 * (after / before - 1) }

  /// Lee 2014: a 5 mm dome on a flat insole, peak under the heads.
  private static let lee = Study(
    name: "Lee 2014",
    rows: [
      Study.Row(
        condition: "5 mm dome, front edge 5 mm ahead of the heads; heads, pad left out", published: "−17 %",
        reported: -17, wanted: -25 ... -9, sign: -1)
    ],
    others: [
      "the pad's own pressure counted", "front edge at the heads", "the benchmark's own dome", "a cap of a sphere",
      "30×24 mm, crest 8 mm behind",
    ]
  ) { foot in
    guard let base = flat(foot) else { return nil }
    let bare = base.picture()
    func change(_ dome: StudyDome, isPadCounted: Bool = false) -> Double {
      let mask = isPadCounted ? foot.heads : foot.heads.without(dome)
      return Self.change(mask.areaPeak(base.picture(with: dome)), mask.areaPeak(bare))
    }
    let dome = foot.dome(height: 5, ahead: 5)
    return [
      change(dome), change(dome, isPadCounted: true), change(foot.dome(height: 5, ahead: 0)), change(own(dome)),
      change(own(dome, isCap: true)), change(foot.smallDome(height: 5, behind: 8)),
    ]
  }

  /// Landorf 2020: domes at three places, peak under and distal to the heads, kPa.
  private static let landorf = Study(
    name: "Landorf 2020",
    rows: [(-5.0, "5 mm behind"), (0, "at"), (5, "5 mm ahead of")].map { place in
      Study.Row(
        condition: "6 mm dome, front edge \(place.1) the heads; under and distal to them", published: "−45…−60 kPa",
        reported: -52.5, wanted: -80 ... -25, sign: -1, unit: "kPa")
    },
    others: [
      "5 mm behind, %", "at, %", "5 mm ahead, %", "the benchmark's own dome, 5 mm behind, kPa", "own, at, kPa",
      "own, 5 mm ahead, kPa", "30×24 mm, crest 8 mm behind, kPa",
    ]
  ) { foot in
    guard let base = flat(foot) else { return nil }
    let bare = foot.heads.areaPeak(base.picture())
    func peak(_ dome: StudyDome) -> Double { foot.heads.areaPeak(base.picture(with: dome)) }
    let domes = [-5.0, 0, 5].map { foot.dome(height: 6, ahead: $0) }
    let peaks = domes.map(peak)
    return peaks.map { $0 - bare } + peaks.map { change($0, bare) } + domes.map { peak(own($0)) - bare }
      + [peak(foot.smallDome(height: 6, behind: 8)) - bare]
  }

  /// Hastings 2007: a pad behind the second and third head, and one under them.
  private static let hastings = Study(
    name: "Hastings 2007",
    rows: [
      Study.Row(
        condition: "5 mm dome, front edge 8.5 mm behind the heads; rays 2–3", published: "lower, about −32 % at best",
        reported: -32, wanted: -40...0, sign: -1),
      Study.Row(
        condition: "front edge 10 mm ahead of the heads against that", published: "worse", wanted: 0 ... .infinity,
        sign: 1, unit: "points"),
    ],
    others: [
      "6 mm behind", "11 mm behind", "10 mm ahead", "the benchmark's own dome, 8.5 mm behind", "own, 10 mm ahead",
      "30×24 mm, crest 8 mm behind", "30×24 mm, crest under the heads",
    ]
  ) { foot in
    guard let base = flat(foot) else { return nil }
    let mask = foot.heads([.mt2, .mt3])
    let bare = mask.areaPeak(base.picture())
    func change(_ dome: StudyDome) -> Double { Self.change(mask.areaPeak(base.picture(with: dome)), bare) }
    let domes = [-8.5, 10, -6, -11].map { foot.dome(height: 5, ahead: $0) }
    let (behind, ahead) = (change(domes[0]), change(domes[1]))
    return [
      behind, ahead - behind, change(domes[2]), change(domes[3]), ahead, change(own(domes[0])), change(own(domes[1])),
      change(foot.smallDome(height: 5, behind: 8)), change(foot.smallDome(height: 5, behind: 0)),
    ]
  }

  /// Guldemond 2007: a dome and an arch raised by 5 mm on a moulded insole.
  private static let guldemond = Study(
    name: "Guldemond 2007",
    rows: [
      Study.Row(
        condition: "5 mm dome as placed by default and arch raised 5 mm on moulded EVA A25; rays 2–3",
        published: "−18 % (central)", reported: -18, wanted: -30 ... -10, sign: -1),
      Study.Row(
        condition: "the same; ray 1", published: "−24 % (medial)", reported: -24, wanted: -30 ... -10, sign: -1),
    ],
    others: ["dome alone, rays 2–3", "dome alone, ray 1", "arch alone, rays 2–3", "arch alone, ray 1"]
  ) { foot in
    func moulded(_ raise: Double) -> StudyDevice? {
      StudyDevice(foot) {
        $0.material = MaterialTable.material(named: "eva-a25") ?? $0.material
        $0.archHeight = raise
      }
    }
    guard let base = moulded(0), let raised = moulded(5) else { return nil }
    let dome = foot.dome(height: 5, ahead: -2.5)
    let masks = [foot.heads([.mt2, .mt3]), foot.heads([.mt1])]
    let bare = base.picture()
    func changes(_ picture: HeightGrid) -> [Double] {
      masks.map { change($0.areaPeak(picture), $0.areaPeak(bare)) }
    }
    return changes(raised.picture(with: dome)) + changes(base.picture(with: dome)) + changes(raised.picture())
  }

  /// Martinez-Santos 2019: the bar's front edge at the 77 % contour against 5 mm nearer and farther.
  private static let martinezSantos = Study(
    name: "Martinez-Santos 2019",
    rows: [
      Study.Row(
        condition:
          "4 mm bar, front edge at the 77 % contour, against the better of 5 mm nearer and farther; highest head",
        published: "best of three places", wanted: -.infinity...0, sign: -1, signShare: 8.0 / 12, unit: "points")
    ],
    others: ["at the contour", "5 mm nearer", "5 mm farther", "the contour, mm behind the heads"]
  ) { foot in
    func barred(_ setback: Double?) -> StudyDevice? {
      StudyDevice(foot) {
        $0.metatarsalBar = 4
        $0.metatarsalBarSetback = setback
      }
    }
    guard let base = StudyDevice(foot, { _ in }), let contour = barred(nil),
      let setback = contour.design.prescription.metatarsalBarSetback
    else { return nil }
    let bare = base.picture()
    let peaks = FootRegion.metatarsals.map { foot.heads([$0]).areaPeak(bare) }
    guard let highest = peaks.max(), let number = peaks.firstIndex(of: highest) else { return nil }
    let mask = foot.heads([FootRegion.metatarsals[number]])
    let moved = [-5.0, 5].compactMap { barred(setback + $0) }
    guard moved.count == 2 else { return nil }
    let here = change(mask.areaPeak(contour.picture()), highest)
    let there = moved.map { change(mask.areaPeak($0.picture()), highest) }
    return [here - min(there[0], there[1]), here] + there + [setback]
  }

  /// Bonanno 2012: medial heel skive, medial half of the heel.
  private static let bonanno = Study(
    name: "Bonanno 2012",
    rows: [
      Study.Row(
        condition: "medial skive 2 mm on moulded EVA A55; medial half of the heel", published: "not significant",
        reported: 0, wanted: -10...15),
      Study.Row(condition: "4 mm", published: "+15 %", reported: 15, wanted: 5...25, sign: 1),
      Study.Row(condition: "6 mm", published: "+29 %", reported: 29, wanted: 17...41, sign: 1),
    ],
    others: ["whole heel, 2 mm", "4 mm", "6 mm"]
  ) { foot in
    func moulded(_ skive: Double) -> StudyDevice? {
      StudyDevice(foot) {
        $0.material = MaterialTable.material(named: "eva-a55") ?? $0.material
        $0.medialSkive = skive
      }
    }
    guard let base = moulded(0) else { return nil }
    let masks = [foot.medialHeel, foot.wholeHeel]
    let bare = base.picture()
    let pictures = [2.0, 4, 6].compactMap { moulded($0)?.picture() }
    guard pictures.count == 3 else { return nil }
    return masks.flatMap { mask in pictures.map { change(mask.areaPeak($0), mask.areaPeak(bare)) } }
  }
}
