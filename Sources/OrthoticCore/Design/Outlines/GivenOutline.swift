/// The line of an insole as a user gives it, before it is known which foot it is for.
public struct GivenOutline: Equatable, Sendable {
  /// A unit that the line may be in.
  struct Unit: Equatable, Sendable {
    var name: String
    /// One of it, mm.
    var size: Double

    static let millimetre = Unit(name: "mm", size: 1)
  }

  /// Units of drawings that state none, in the order in which they are believed: the millimetre, the CSS pixel (1/96 in), the
  /// point (1/72 in), the inch, the centimetre.
  static let drawnUnits = [
    Unit.millimetre, Unit(name: "px", size: SVGLength.pixel), Unit(name: "pt", size: 25.4 / 72),
    Unit(name: "in", size: 25.4), Unit(name: "cm", size: 10),
  ]
  /// Units of tables that state none.
  static let tableUnits = [
    Unit.millimetre, Unit(name: "cm", size: 10), Unit(name: "in", size: 25.4), Unit(name: "m", size: 1000),
  ]

  /// Lengths that insoles have in feet's: short devices end behind the ball, a boot's floor reaches beyond the toes.
  static let lengths = 0.6...1.22
  /// What a full device usually is in feet's lengths, for the choice of a unit.
  private static let usualLength = 1.06
  /// Loops of a line that are taken for a slip of the hand where it begins and ends, mm.
  private static let largestSlip = 20.0

  /// Corners, y upward, in one of the units.
  let points: [Vector2]
  /// Units that it may be in; one where it is stated.
  let units: [Unit]
  /// The file, for messages.
  let source: String
  /// What was decided about it so far.
  let assumptions: [Assumption]

  init(points: [Vector2], units: [Unit], source: String, assumptions: [Assumption] = []) {
    self.points = points
    self.units = units
    self.source = source
    self.assumptions = assumptions
  }

  /// A line in mm, y upward, seen from above.
  public init(_ outline: Outline) {
    self.init(points: outline.points, units: [.millimetre], source: "outline")
  }

  /// The line in mm, anticlockwise, for a foot of some length, mm.
  ///
  /// - Throws: `InputError` where it is far from that length, or crosses itself.
  public func outline(footLength: Double) throws(InputError) -> (line: Outline, assumptions: [Assumption]) {
    let upright = OutlineFit.upright(Outline(points: points))
    let extent = Bounds2(upright.points)?.size.y ?? 0
    let wanted = (Self.lengths.lowerBound * footLength)...(Self.lengths.upperBound * footLength)
    let fitting = units.filter { wanted.contains(extent * $0.size) }
    func strangeness(_ unit: Unit) -> Double {
      let ratio = extent * unit.size / (Self.usualLength * footLength)
      return ratio > 1 ? ratio : 1 / ratio
    }
    // The millimetre is believed before all others.
    let chosen = fitting.first { $0 == .millimetre } ?? fitting.min { strangeness($0) < strangeness($1) }
    guard let unit = chosen else {
      let length = units.count == 1 ? "\(Lint.shown(extent * (units.first?.size ?? 1))) mm" : Lint.shown(extent)
      throw InputError(
        .implausible("draws a line \(length) long, and the foot is \(Lint.shown(footLength)) mm long"), in: source,
        expected: "a line of \(Int(wanted.lowerBound.rounded())) to \(Int(wanted.upperBound.rounded())) mm",
        remedy: "check that it is this foot's, and its unit; scale it, or leave \(.outline) away")
    }
    var line = Outline(points: points.map { $0 * unit.size }).resampled(spacing: 1)
    if line.signedArea < 0 { line.points.reverse() }
    var assumptions = assumptions
    if units.count > 1, unit != .millimetre {
      assumptions.append(
        Assumption(
          what: "outline unit", value: unit.name,
          why:
            "no unit is stated, and the line is \(Lint.shown(extent)) long for a foot of \(Lint.shown(footLength)) mm",
          override: "\(.outline)"))
    }
    let slips = try removeSlips(&line)
    if slips > 0 {
      assumptions.append(
        Assumption(
          what: "outline", value: "\(slips) small loops left out", why: "the line crosses itself there",
          override: "\(.outline)"))
    }
    return (line, assumptions)
  }

  /// Cuts off small loops where the line crosses itself; how many there were.
  private func removeSlips(_ line: inout Outline) throws(InputError) -> Int {
    for round in 0..<10 {
      guard let (first, second, place) = Self.crossing(line.points) else { return round }
      let inner = line.points[(first + 1)...second]
      let outer = line.points.count - inner.count
      guard Double(min(inner.count, outer)) <= Self.largestSlip else { break }
      if inner.count <= outer {
        line.points.replaceSubrange((first + 1)...second, with: [place])
      } else {
        line.points = [place] + inner
      }
    }
    let place = Self.crossing(line.points)?.2 ?? .zero
    throw InputError(
      .malformed("draws a line that crosses itself (near \(Lint.shown(place.x)), \(Lint.shown(place.y)) mm)"),
      in: source,
      expected: "a line once round the insole", remedy: "draw the line without a crossing")
  }

  /// The first two sides of a line of short sides that cross, and where.
  private static func crossing(_ points: [Vector2]) -> (Int, Int, Vector2)? {
    let count = points.count
    guard count > 3 else { return nil }
    let longest = points.indices.map { (points[($0 + 1) % count] - points[$0]).length }.max() ?? 0
    for first in 0..<count - 2 {
      let (a, b) = (points[first], points[first + 1])
      for second in first + 2..<(first == 0 ? count - 1 : count) {
        let c = points[second]
        // Sides further away than both are long cannot meet.
        if abs(c.x - a.x) > 2 * longest || abs(c.y - a.y) > 2 * longest { continue }
        let d = points[(second + 1) % count]
        let abc = (b - a).cross(c - a)
        let abd = (b - a).cross(d - a)
        guard (abc > 0) != (abd > 0), ((d - c).cross(a - c) > 0) != ((d - c).cross(b - c) > 0) else { continue }
        let share = abc == abd ? 0 : abc / (abc - abd)
        return (first, second, c + (d - c) * share)
      }
    }
    return nil
  }
}
