/// Limits the height to which the device follows the foot's side: the heel cup, the arch flanges and a low forefoot.
///
/// Cup depth counts from the lowest point of the heel to the rim, not from the bottom of the device.
///
/// ```
///      rim height along the foot     medial ╭──╮
///                            heel ──────────╯  ╰──╮
///                              12   lateral ──────┴──── forefoot
/// ```
struct HeelCup: InsoleElement {
  let frame: DesignFrame
  /// Depth of the cup, mm.
  let depth: Double
  /// Rim beside the medial arch, mm.
  let medialRim: Double
  /// Rim beside the lateral arch, mm.
  let lateralRim: Double

  /// How far the medial rim stands above the supported arch, mm.
  static let archFreeboard = 3.0
  /// How far the medial rim stands at least above the heel cup, mm.
  static let medialRise = 4.0
  /// Highest lateral rim, mm: a shoe's quarter pinches above it.
  static let lateralLimit = 10.0
  /// Rim at the metatarsal line and ahead of it, mm.
  static let forefootRim = 4.0
  static let toeRim = 1.0
  /// Half-width of the rounding between sole and rim, mm.
  static let rounding = 1.5

  init(frame: DesignFrame, prescription: Prescription) {
    self.frame = frame
    // The cup keeps its depth on top of a cover.
    depth = prescription.heelCupDepth + prescription.cover
    let arch = frame.landmarks.archApex.position.z * (prescription.archContact ?? 1) + max(prescription.archHeight, 0)
    medialRim = max(depth + Self.medialRise, arch + Self.archFreeboard)
    lateralRim = min(depth, Self.lateralLimit)
  }

  func shape(_ row: inout SurfaceRow) {
    let length = frame.length
    let borders = frame.borders(atY: row.y)
    let width = max(borders.lateral - borders.medial, 1)
    let arch = smoothStep(0.22 * length, 0.38 * length, row.y)
    for column in row.heights.indices {
      let x = row.x(column)
      let line = frame.metatarsalLine(atX: x)
      let across = smoothStep(0.3, 0.7, (x - borders.medial) / width)
      let middle = medialRim + across * (lateralRim - medialRim)
      let rear = depth + arch * (middle - depth)
      let front = Self.forefootRim + smoothStep(line, line + 20, row.y) * (Self.toeRim - Self.forefootRim)
      let rim = rear + smoothStep(0.5 * length, line, row.y) * (front - rear)
      row.heights[column] = smoothMinimum(row.heights[column], rim, radius: Self.rounding)
    }
  }
}
