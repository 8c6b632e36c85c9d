/// The one line of a drawing or table that is a sole's.
struct OutlineChoice {
  /// Its corners, as they were drawn.
  let points: [Vector2]
  /// What was decided about it.
  private(set) var assumptions: [Assumption] = []

  /// Width over length that soles have, with room: the narrowest last and the widest child's foot.
  static let proportions = 0.2...0.62
  /// Share of its own box that a sole fills at most: a frame fills all of it.
  private static let fullest = 0.93
  /// Ends of a line that lie nearer than this share of its size are joined.
  private static let joinedGap = 0.02
  /// Side that closes a table, in sides as the others are: more is a piece that is missing.
  private static let missingSides = 12.0
  /// Length of a sole's line in lengths of the sole: twice and a half; more goes to and fro.
  private static let longestLine = 6.0
  /// Pieces of an open line that are put together at most.
  private static let mostPieces = 2000

  /// A closed line with its measures.
  private struct Candidate {
    let points: [Vector2]
    let area: Double
    let size: Vector2
    let isBox: Bool

    init?(_ points: [Vector2]) {
      guard points.count > 2, points.count <= OutlineFile.mostCorners, let upright = Bounds2(points)?.size else {
        return nil
      }
      area = abs(Outline(points: points).signedArea)
      let turned = Self.smallestBox(points)
      size = Vector2(min(turned.x, turned.y), max(turned.x, turned.y))
      guard area > 0, area.isFinite, size.y > 0 else { return nil }
      self.points = points
      isBox = area > OutlineChoice.fullest * max(min(upright.x * upright.y, size.x * size.y), .leastNormalMagnitude)
    }

    var isSole: Bool { OutlineChoice.proportions.contains(size.x / size.y) && area > 0.4 * size.x * size.y }

    /// The box of least area in steps of three degrees.
    private static func smallestBox(_ points: [Vector2]) -> Vector2 {
      let every = max(points.count / 2000, 1)
      let some = stride(from: 0, to: points.count, by: every).map { points[$0] }
      var best = Vector2(.infinity, .infinity)
      for step in 0..<30 {
        let angle = Double(step) * .pi / 60
        guard let size = Bounds2(some.map { $0.turned(angle) })?.size else { continue }
        if size.x * size.y < best.x * best.y || !best.x.isFinite { best = size }
      }
      return best
    }
  }

  /// Chooses among the shapes of a drawing.
  init(_ shapes: [OutlineDrawing.Shape], isScaled: Bool, file: InputFile) throws(InputError) {
    var assumptions: [Assumption] = []
    let (closed, widest) = Self.closed(shapes)
    let candidates = closed.compactMap(Candidate.init)
    guard !candidates.isEmpty else {
      if let widest {
        throw OutlineFile.refusal(
          "draws an open line, its ends \(Lint.shown(widest)) apart", file.name, remedy: "close the line in the drawing"
        )
      }
      throw OutlineFile.refusal("holds no closed line that is shown", file.name)
    }
    // A box is a sole only where nothing else can be.
    let soles = candidates.filter { $0.isSole && !$0.isBox }
    let pool = soles.isEmpty ? candidates.filter(\.isSole) : soles
    guard let largest = pool.max(by: { $0.area < $1.area }) else {
      let size = candidates.max { $0.area < $1.area }?.size ?? .zero
      throw OutlineFile.refusal(
        "draws no line with a sole's proportions: the largest is \(Lint.shown(size.y)) by \(Lint.shown(size.x))",
        file.name,
        remedy: "draw the whole line of one insole")
    }
    let line = Outline(points: largest.points)
    let others = pool.filter { other in
      guard other.area > 0.5 * largest.area, let bounds = Bounds2(other.points) else { return false }
      // Lines within the largest are seams or copies of it.
      return !line.contains((bounds.minimum + bounds.maximum) * 0.5)
    }
    guard others.isEmpty else {
      throw InputError(
        .ambiguous("draws \(others.count + 1) lines that may each be the sole"), in: file.name, expected: "one insole",
        remedy: "leave only one of them in the drawing")
    }
    if closed.count > 1 {
      assumptions.append(
        Assumption(
          what: "outline", value: "the largest line with a sole's proportions",
          why: "the drawing has \(closed.count) closed lines", override: ""))
    }
    points = largest.points
    self.assumptions = assumptions
    try demandPlain(file, size: largest.size.y)
  }

  /// Takes the one line of a table.
  init(table shape: OutlineDrawing.Shape, file: InputFile) throws(InputError) {
    guard let candidate = Candidate(shape.points) else {
      throw OutlineFile.refusal("holds no closed line", file.name)
    }
    let sides = zip(shape.points, shape.points.dropFirst()).map { ($1 - $0).length }.sorted()
    let usual = max(sides[sides.count / 2], sides.reduce(0, +) / Double(sides.count))
    if let first = shape.points.first, let last = shape.points.last {
      let gap = (last - first).length
      guard gap <= Self.missingSides * usual || gap < Self.joinedGap * candidate.size.y else {
        throw OutlineFile.refusal(
          "draws an open line, its ends \(Lint.shown(gap)) apart where corners are \(Lint.shown(usual)) apart",
          file.name,
          remedy: "give all corners of the closed line")
      }
    }
    guard candidate.isSole else {
      throw OutlineFile.refusal(
        "draws no line with a sole's proportions: it is \(Lint.shown(candidate.size.y)) by \(Lint.shown(candidate.size.x))",
        file.name, remedy: "give the whole line of one insole")
    }
    points = shape.points
    try demandPlain(file, size: candidate.size.y)
  }

  /// A line that goes to and fro is no sole's, and would take any time to follow.
  private func demandPlain(_ file: InputFile, size: Double) throws(InputError) {
    let perimeter = Outline(points: points).perimeter
    guard perimeter <= Self.longestLine * size else {
      throw OutlineFile.refusal(
        "draws a line \(Lint.shown(perimeter / size)) times as long as its sole: it crosses itself", file.name,
        remedy: "draw the line once round")
    }
  }

  /// The closed lines, open ones put together where their ends meet; and of the largest that stays open the gap.
  private static func closed(_ shapes: [OutlineDrawing.Shape]) -> (lines: [[Vector2]], widest: Double?) {
    var lines = shapes.filter(\.isClosed).map(\.points)
    var open = shapes.filter { !$0.isClosed && $0.points.count > 1 }.map(\.points)
    if open.count > 1, open.count <= mostPieces { open = chained(open) }
    var widest: (size: Double, gap: Double)?
    for line in open {
      guard let first = line.first, let last = line.last, let size = Bounds2(line)?.size.length, size > 0 else {
        continue
      }
      let gap = (last - first).length
      if gap <= joinedGap * size {
        lines.append(line)
      } else if size > widest?.size ?? 0 {
        widest = (size, gap)
      }
    }
    return (lines, widest?.gap)
  }

  /// Pieces put together end to end, as programs for construction export them one by one.
  private static func chained(_ pieces: [[Vector2]]) -> [[Vector2]] {
    let size = Bounds2(pieces.joined().map { $0 })?.size.length ?? 0
    let reach = 0.002 * size
    var rest = pieces
    var chains: [[Vector2]] = []
    while var chain = rest.popLast() {
      var isGrowing = true
      while isGrowing, let first = chain.first, let last = chain.last, (last - first).length > reach {
        isGrowing = false
        for (index, piece) in rest.enumerated() {
          guard let head = piece.first, let tail = piece.last else { continue }
          if (head - last).length <= reach {
            chain += piece.dropFirst()
          } else if (tail - last).length <= reach {
            chain += piece.reversed().dropFirst()
          } else {
            continue
          }
          rest.remove(at: index)
          isGrowing = true
          break
        }
      }
      chains.append(chain)
    }
    return chains
  }
}
