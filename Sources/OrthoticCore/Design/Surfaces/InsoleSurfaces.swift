/// The two surfaces of the device on one grid, before they become a solid.
public struct InsoleSurfaces: Sendable {
  /// Outer line seen from above.
  public var trim: Outline
  /// Height of the top above the ground side of the device, mm, at every node of the grid.
  public var top: HeightGrid
  /// Height of the bottom, mm: 0, flat on the shoe's insole board.
  public var bottom: HeightGrid
  /// Distance inside the trim line, mm, negative outside; beyond the grid's margin only its sign is right.
  public var distanceToTrim: HeightGrid
  /// Closed lines inside the trim line that are cut out, right through the device.
  public private(set) var apertures: [Outline] = []
  /// Closed lines inside the trim line around parts of another stiffness, with that stiffness as a share of the material's.
  public internal(set) var softParts: [SoftPart] = []
  /// Thickness of the cover that will be glued on top, mm.
  public let cover: Double
  /// Where the minimum wall stopped an element, and how much of it is missing, mm.
  public private(set) var shortfall: WallShortfall?

  /// Lowest height that the top may have, mm: the minimum wall, and what the chamfer takes at the rim.
  public private(set) var lowestTop: HeightGrid

  /// Chamfer of the bottom edge against a squashed first layer, mm.
  static let bottomChamfer = 0.3
  /// How far inside the rounded edge the rim's height counts at least, mm.
  static let rimMargin = 1.5
  /// Spare above the lowest rim, mm: the rim is interpolated between nodes.
  static let rimSpare = 0.05

  /// Rows shaped together by one thread; fixed, so that results do not depend on the number of threads.
  private static let rowsPerChunk = 32

  /// Shapes the top surface of a device for a foot: the copied sole, changed by the elements in the order of a form.
  public init(foot: FootShape, trim: Outline, prescription: Prescription) {
    self.init(foot: foot, blank: DeviceBlank(foot: foot, trim: trim), prescription: prescription)
  }

  /// Shapes the top surface of a device on a blank of the foot.
  init(foot: FootShape, blank: DeviceBlank, prescription: Prescription) {
    let frame = DesignFrame(foot: foot)
    let trim = blank.trim
    let elements = Elements(frame: frame, prescription: prescription)
    let covered = CoverAllowance(thickness: prescription.cover).applied(to: blank.sole)
    let sole = Self.shaped(covered, by: elements.sole)
    let edge = RimLine(frame: frame, prescription: prescription).heights(along: trim, over: sole)
    let bowl = Self.shaped(blank.bowl(sole: sole, rim: edge), by: elements.device)
    let layout = bowl.layout
    self.trim = trim
    cover = prescription.cover
    lowestTop = HeightGrid(layout: layout, filledWith: 0)
    top = HeightGrid(layout: layout, values: bowl.values.map { prescription.thickness + $0 })
    bottom = HeightGrid(layout: layout, filledWith: 0)
    distanceToTrim = blank.distanceToTrim
    lowestTop = HeightGrid(layout: layout, filledWith: prescription.minimumWall)
    // At the rim the bottom's chamfer takes from the wall, so the top stays that much higher.
    let rim = Self.rimReach(prescription, layout)
    for index in distanceToTrim.values.indices where distanceToTrim.values[index] < rim {
      lowestTop.values[index] += Self.bottomChamfer + Self.rimSpare
    }
    shortfall = WallShortfall(of: top, lowest: lowestTop, distance: distanceToTrim)
    for index in top.values.indices { top.values[index] = max(top.values[index], lowestTop.values[index]) }
    softParts = SoftPart.parts(prescription.stiffnessZones, frame: frame, trim: trim)
    if let hole = HeelOpening.hole(frame: frame, prescription: prescription, distanceToTrim: distanceToTrim) {
      cutOut(hole, prescription: prescription)
    }
  }

  /// How far inside the trim line the rim's height counts, mm: where the rounding begins, and the nodes around it.
  private static func rimReach(_ prescription: Prescription, _ layout: GridLayout) -> Double {
    prescription.edgeRadius + max(rimMargin, 1.5 * layout.spacing)
  }

  /// Cuts a part out, right through the device; the caller sees to it that it keeps clear of the trim line.
  mutating func cutOut(_ hole: Outline, prescription: Prescription) {
    apertures.append(hole)
    let outside = hole.signedDistance(on: top.layout, band: DeviceBlank.guardedBand)
    let rim = Self.rimReach(prescription, top.layout)
    let lowest = prescription.minimumWall + Self.bottomChamfer + Self.rimSpare
    for index in distanceToTrim.values.indices {
      distanceToTrim.values[index] = min(distanceToTrim.values[index], -outside.values[index])
      guard outside.values[index] > -rim else { continue }
      lowestTop.values[index] = max(lowestTop.values[index], lowest)
      top.values[index] = max(top.values[index], lowest)
    }
  }

  /// A surface changed row by row.
  private static func shaped(_ surface: HeightGrid, by elements: [any InsoleElement]) -> HeightGrid {
    guard !elements.isEmpty else { return surface }
    let layout = surface.layout
    let chunks = (layout.rows + Self.rowsPerChunk - 1) / Self.rowsPerChunk
    let shaped = Parallel.map(count: chunks) { chunk in
      var heights: [Double] = []
      for rowIndex in chunk * Self.rowsPerChunk..<min((chunk + 1) * Self.rowsPerChunk, layout.rows) {
        let start = rowIndex * layout.columns
        var row = SurfaceRow(
          y: layout.y(rowIndex), firstX: layout.origin.x, spacing: layout.spacing,
          heights: Array(surface.values[start..<start + layout.columns]))
        for element in elements { element.shape(&row) }
        heights += row.heights
      }
      return heights
    }
    return HeightGrid(layout: layout, values: Array(shaped.joined()))
  }

  /// The elements that a prescription asks for, in the order in which a device is thought.
  ///
  /// First what the copied sole becomes and the seat that is worked into it, then, on the bowl that was made of both, what
  /// tilts and lifts the whole, what is laid on top and what is hollowed out. The order is the same however a
  /// prescription was written, so flags and keys can stand in any order.
  private struct Elements {
    /// What shapes the sole before the bowl is made.
    let sole: [any InsoleElement]
    /// What shapes the bowl.
    let device: [any InsoleElement]

    init(frame: DesignFrame, prescription: Prescription) {
      let isIntrinsic = prescription.postStyle == .intrinsic
      let post = RearfootPost(frame: frame, prescription: prescription)
      let copied: [(any InsoleElement)?] = [
        HeelExpansion(frame: frame, prescription: prescription),
        ArchSupport(frame: frame, prescription: prescription),
        LateralArch(frame: frame, prescription: prescription),
        ForefootSmoothing(frame: frame),
      ]
      let seat: [(any InsoleElement)?] = [
        isIntrinsic ? post : nil,
        Inversion(frame: frame, prescription: prescription),
        HeelSkive.medial(frame: frame, prescription: prescription),
        HeelSkive.lateral(frame: frame, prescription: prescription),
      ]
      sole = (copied + seat).compactMap { $0 }
      let whole: [(any InsoleElement)?] = [
        isIntrinsic ? nil : post,
        ForefootPost(frame: frame, prescription: prescription),
        HeelLift(frame: frame, prescription: prescription),
      ]
      let laidOn: [(any InsoleElement)?] = [
        MetatarsalPad(frame: frame, prescription: prescription),
        MetatarsalBar(frame: frame, prescription: prescription),
        NeuromaPad(frame: frame, prescription: prescription),
        MortonsExtension(frame: frame, prescription: prescription),
        ReverseMortonsExtension(frame: frame, prescription: prescription),
        CluffyWedge(frame: frame, prescription: prescription),
        ToeCrest(frame: frame, prescription: prescription),
        ToeFiller(frame: frame, prescription: prescription),
      ]
      let hollowed: [(any InsoleElement)?] =
        [
          FascialGroove(frame: frame, prescription: prescription),
          KineticWedge(frame: frame, prescription: prescription),
          FirstRayRelief(frame: frame, prescription: prescription),
          HeelOpening(frame: frame, prescription: prescription),
        ] + LandmarkSink.all(frame: frame, prescription: prescription)
      let finish: [(any InsoleElement)?] = [DistalBevel(frame: frame, prescription: prescription)]
      device = (whole + laidOn + hollowed + finish).compactMap { $0 }
    }
  }
}
