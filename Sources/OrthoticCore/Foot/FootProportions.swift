/// Where the parts of a usual adult foot lie: the one home of these numbers.
///
/// ```
///                  hallux │ toes
///   toe line  ─────────────────────   metatarsal line + 0.075 L      the sulcus, the crease under the toes
///             1   │ 2 │ 3 │ 4 │ 5     strips 30/17/17/17/19 %        forefoot
///   0.55 L    ─────────────────────
///                    midfoot
///   0.27 L    ─────────────────────
///                     heel
///   0         ─────────────────────   rearmost point of the skin     x → lateral, y ↑ toes
/// ```
/// Shares along the foot count from the rearmost point of the heel (pternion) and are of the foot's length, heel to longest
/// toe. Shares across count from the medial border; each says of which width. They hold for the canonical right foot of an
/// adult with all of its toes; a scan or a pressure map that shows the place itself always comes first.
///
/// Sources: the shares of the regions (27/28/45 % along, 30/17/17/17/19 % across) are those in common use with pressure
/// plates, quoted from memory of the field's practice and not from one table; published masks differ by some hundredths
/// (Forghany 2018 quotes a forefoot from 0.51 to 0.81 L; the R package pressuRe divides the print at 30 and 53 %). The
/// other numbers were chosen for the parametric feet, whose truth is known, and for the real scans and maps of the
/// benchmarks; each says so.
enum FootProportions {
  // MARK: Regions along the foot

  /// Where the heel ends and the midfoot begins, share of foot length.
  static let heelEnd = 0.27
  /// Where the midfoot ends and the forefoot begins, share of foot length.
  static let midfootEnd = 0.55
  /// Where the toes begin where no metatarsal line is known yet, share of foot length.
  ///
  /// The first head lies at 0.72 and the toe line 0.075 in front of it.
  static let toesStart = 0.8

  // MARK: Across the forefoot

  /// Borders between the metatarsal strips, shares of the width of the forefoot's contact from medial: strips of 30, 17,
  /// 17, 17 and 19 %.
  ///
  /// The first strip is wide because the first head with its two sesamoids is.
  static let metatarsalBorders = [0.30, 0.47, 0.64, 0.81]
  /// Middles of the metatarsal strips, where the heads lie, shares of the same width.
  static let metatarsalMiddles = [0.15, 0.385, 0.555, 0.725, 0.905]
  /// Places of the five heads on the line from the first to the fifth, share of the way.
  ///
  /// By the middles of the strips.
  static let headShares = metatarsalMiddles.map(shareBetweenHeads)
  /// Where the first head ends and the second begins, as a number between heads (1.5 is half-way).
  ///
  /// The border of the first strip lies 20 % of the way from the first head to the fifth, 1.64; half-way between the first two
  /// heads is still under the first.
  static let firstHeadBorder = 1 + shareBetweenHeads(metatarsalBorders[0]) / headShares[1]

  /// Share of the way from the first head to the fifth, of a share of the forefoot's width.
  private static func shareBetweenHeads(_ across: Double) -> Double {
    (across - metatarsalMiddles[0]) / (metatarsalMiddles[4] - metatarsalMiddles[0])
  }
  /// Border between hallux and second toe, share of the width of the forefoot's contact from medial, where no gap shows
  /// in a pressure map, where it is looked for from 0.28 to 0.52.
  static let halluxBorder = 0.36
  /// Least width of the forefoot's contact, share of foot length: landmarks nearer to each other are not believed.
  static let leastForefootWidth = 0.25

  // MARK: The arc of the heads

  /// How far the heads lie ahead of the straight line from the first to the fifth, mm, on a foot of `headArcLength`.
  ///
  /// The second, third and fourth lead by 5.7, 6.0 and 4.0 mm on radiographs of 169 normal feet (Domínguez-Maldonado 2014,
  /// the metatarsal parabola).
  static let headsAhead = [0.0, 5.7, 6.0, 4.0, 0]
  /// Length of the foot that `headsAhead` stands for, mm.
  ///
  /// The study gives none; a usual length of adults of both sexes, by which the arc grows and shrinks with the foot.
  static let headArcLength = 250.0

  /// How far the arc of the heads lies ahead of their straight line, mm.
  ///
  /// A smooth curve (cubic, its slopes those of a parabola through each head and its neighbours) through the heads, so that
  /// what follows it has no corner; nothing beyond the first and the fifth.
  ///
  /// - Parameters:
  ///   - share: Way from the first head to the fifth, 0 to 1.
  ///   - length: Length of the foot, mm.
  static func headArc(atShare share: Double, length: Double) -> Double {
    let (x, y) = (headShares, headsAhead)
    guard share > 0, share < 1, let next = x.firstIndex(where: { $0 > share }), next > 0 else { return 0 }
    /// Rise from a head to the next, per share.
    func chord(_ head: Int) -> Double { (y[head + 1] - y[head]) / (x[head + 1] - x[head]) }
    func slope(_ head: Int) -> Double {
      if head == 0 { return 1.5 * chord(0) - 0.5 * slope(1) }
      if head == x.count - 1 { return 1.5 * chord(head - 1) - 0.5 * slope(head - 1) }
      let (before, after) = (x[head] - x[head - 1], x[head + 1] - x[head])
      return (chord(head - 1) * after + chord(head) * before) / (before + after)
    }
    let width = x[next] - x[next - 1]
    let t = (share - x[next - 1]) / width
    let (a, b) = (t * t * (3 - 2 * t), t * (1 - t))
    let height =
      y[next - 1] * (1 - a) + y[next] * a + width * b * (slope(next - 1) * (1 - t) - slope(next) * t)
    return height * length / headArcLength
  }

  // MARK: The toe line

  /// How far the toe line, or sulcus, lies in front of the line from the first to the fifth metatarsal head, share of foot
  /// length, where no valley shows in a pressure map, where it is looked for from 0.04 to 0.16.
  ///
  /// Between the heads at 0.73 L and the toe pads, which begin at 0.79 L, lies the web space.
  static let toeLine = 0.075

  // MARK: Landmarks: where they are looked for, and where they stay if the shape does not show them

  /// Lowest point of the heel pad, share of foot length.
  static let heelPad = 0.155
  /// First metatarsal head, share of foot length; 0.73 in the literature's usual foot, 0.72 in the feet that this was
  /// developed on.
  static let firstHead = 0.72
  /// Fifth metatarsal head, share of foot length.
  static let fifthHead = 0.63
  /// Pad of the hallux, share of foot length.
  static let halluxPad = 0.92
  /// Top of the medial arch, share of foot length; 0.42 to 0.48 in feet that have one.
  static let archApex = 0.45
}
