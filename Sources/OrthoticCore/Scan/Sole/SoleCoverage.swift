/// How much of the sole a scan shows, and where not.
public struct SoleCoverage: Equatable, Sendable {
  /// A part of the sole.
  public enum Part: String, Sendable, CaseIterable {
    /// The rear 27 % of the length.
    case heel
    /// From there to 55 %, medial half of the width.
    case medialMidfoot = "medial midfoot"
    /// The same, lateral half.
    case lateralMidfoot = "lateral midfoot"
    /// From there to 80 %.
    case forefoot
    /// In front of 80 %.
    case toes

    /// Most of the part that may be missing: what design and prediction lean on must have been seen.
    var largestGap: Double {
      switch self {
      case .heel, .forefoot: 0.5
      case .medialMidfoot, .lateralMidfoot: 0.7
      case .toes: 1
      }
    }
  }

  /// Most of the whole sole, without the toes, that may be missing.
  static let largestGap = 0.35
  /// Places this near to the outline are not counted, mm: many scanners end there.
  static let margin = 5.0
  /// Characters across and along the map.
  static let mapSize = (columns: 12, rows: 22)

  /// Share of each part that was filled rather than seen; parts that the outline does not reach are absent.
  public private(set) var filled: [Part: Double] = [:]
  /// Share of the whole that was filled, without the toes.
  public private(set) var filledShare = 0.0
  /// The sole from above, toes first, medial side left: `#` seen, `.` missing, blank outside.
  public private(set) var map: [String] = []

  /// A sole that was seen whole.
  public init() {}

  /// Counts the nodes of a sole.
  init(layout: GridLayout, inside: [Bool], filled isFilled: [Bool], rear: Double, length: Double) {
    let reach = max(Int(Self.margin / layout.spacing), 1)
    var nodes = [(all: Double, filled: Double)](repeating: (0, 0), count: Part.allCases.count)
    var cells = [(all: Double, filled: Double)](
      repeating: (0, 0), count: Self.mapSize.columns * Self.mapSize.rows)
    for row in reach..<max(layout.rows - reach, reach) {
      let start = row * layout.columns
      guard let first = (0..<layout.columns).first(where: { inside[start + $0] }),
        let last = (0..<layout.columns).last(where: { inside[start + $0] })
      else { continue }
      let share = (layout.y(row) - rear) / length
      let medial = Part.allCases.firstIndex(of: Self.part(share, isMedial: true)) ?? 0
      let lateral = Part.allCases.firstIndex(of: Self.part(share, isMedial: false)) ?? 0
      let mapRow = min(max(Int(share * Double(Self.mapSize.rows)), 0), Self.mapSize.rows - 1)
      for column in first...last where inside[start + column] {
        let cell = mapRow * Self.mapSize.columns + column * Self.mapSize.columns / layout.columns
        cells[cell].all += 1
        cells[cell].filled += isFilled[start + column] ? 1 : 0
        guard column - first >= reach, last - column >= reach, inside[start + column - reach * layout.columns],
          inside[start + column + reach * layout.columns]
        else { continue }
        let part = 2 * column < first + last ? medial : lateral
        nodes[part].all += 1
        nodes[part].filled += isFilled[start + column] ? 1 : 0
      }
    }
    var all = 0.0
    var gaps = 0.0
    for (part, count) in zip(Part.allCases, nodes) where count.all > 0 {
      filled[part] = count.filled / count.all
      guard part != .toes else { continue }
      all += count.all
      gaps += count.filled
    }
    filledShare = all > 0 ? gaps / all : 0
    map = (0..<Self.mapSize.rows).reversed().map { row in
      String(
        (0..<Self.mapSize.columns).map { column -> Character in
          let cell = cells[row * Self.mapSize.columns + column]
          return cell.all == 0 ? " " : 2 * cell.filled > cell.all ? "." : "#"
        })
    }
  }

  private static func part(_ share: Double, isMedial: Bool) -> Part {
    switch share {
    case ..<FootProportions.heelEnd: .heel
    case ..<FootProportions.midfootEnd: isMedial ? .medialMidfoot : .lateralMidfoot
    case ..<FootProportions.toesStart: .forefoot
    default: .toes
    }
  }

  /// Whether too much is missing to design for.
  public var isTooLittle: Bool {
    filledShare > Self.largestGap || Part.allCases.contains { (filled[$0] ?? 0) > $0.largestGap }
  }

  /// The missing shares in words, such as `heel 62 %, forefoot 8 %`; parts without gaps are left out.
  public var gapsInWords: String {
    Part.allCases.compactMap { part in
      let share = ((filled[part] ?? 0) * 100).rounded()
      return share >= 1 ? "\(part.rawValue) \(Int(share)) %" : nil
    }.joined(separator: ", ")
  }

  /// What the user should know: nothing where hardly anything was filled.
  var findings: [Finding] {
    guard filledShare >= Self.notableGap || (filled[.toes] ?? 0) >= Self.largestGap else { return [] }
    let percent = (filledShare * 1000).rounded() / 10
    return [
      Finding(
        filledShare < Self.seriousGap ? .note : .warning, code: "sole-filled",
        message: "\(percent) % of the sole was not scanned and was filled smoothly: \(gapsInWords)",
        remedy: "orthotic measure --picture hatches where")
    ]
  }

  /// Filled share from which it is worth a word, and from which it may matter.
  private static let notableGap = 0.005
  private static let seriousGap = 0.1
}
