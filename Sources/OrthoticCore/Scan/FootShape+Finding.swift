extension FootShape {
  /// Finds the foot in a raw scan: cleans it, stands it on its sole, tells heel from toes and left from right, and
  /// brings it into the canonical frame with its landmarks and its plantar surface.
  ///
  /// - Throws: `InputError.implausible` naming what is missing where the scan holds no usable sole.
  public static func find(in scan: Scan, options: ScanOptions = ScanOptions()) throws(InputError) -> FootShape {
    // 1. Drop what is not the foot.
    let raw = SurfacePoints.of(scan)
    guard let voxels = SurfaceVoxels(raw) else { throw noFoot(scan, "its points have no extent") }
    let cleaning = ScanCleaning(voxels)
    guard let cubes = cleaning.pieces.first else { throw noFoot(scan, "it holds no surface") }
    let sample = SurfaceSample(voxels, cubes: cubes)
    // 2. Stand it on its sole, heel first.
    let step = max(raw.count / 30_000, 1)
    var keepMask = [Bool](repeating: false, count: voxels.grid.count)
    for cube in cubes { keepMask[cube] = true }
    let some = stride(from: 0, to: raw.count, by: step).map { raw[$0] }.filter {
      voxels.grid.index(of: $0).map { keepMask[$0] } ?? false
    }
    guard let pose = CoarsePose(sample, points: some) else { throw noFoot(scan, "no side of it looks like a sole") }
    let sliced = pose.foot
    let shape = pose.side
    let side = options.side ?? (shape.isYes ? .right : .left)
    if side == .left {
      var mirrored = scan
      mirrored.points = scan.points.map { Vector3(-$0.x, $0.y, $0.z) }
      var asRight = options
      asRight.side = .right
      var foot = try find(in: mirrored, options: asRight)
      foot.side = .left
      foot.assumptions.removeAll { $0.what == "side" }
      foot.assumptions.append(sideAssumption(.left, shape, given: options.side != nil))
      return foot
    }
    // 4. Unit.
    guard let box = Bounds(sample.points) else { throw noFoot(scan, "it holds no surface") }
    let extent = max(box.size.x, box.size.y, box.size.z)
    let unit = UnitEstimate(
      options: options, declared: scan.millimetresPerUnit, extent: extent, footLength: sliced.length)
    var placement = sliced.placement
    placement.scale = unit.millimetres
    // 5. Settle into the canonical frame.
    let kept = keptSurface(of: scan, voxels: voxels, cubes: cubes)
    var surface = PlacedSurface(points: kept.points.map { placement.placed($0) }, triangles: kept.triangles)
    for _ in 0..<4 {
      guard let outline = SoleOutline.traced(surface, spacing: 2) else { throw noFoot(scan, "it has no outline") }
      let borders = SoleBorders(outline)
      let coarse = surface.lowestSurface(on: layout(of: borders, outline, spacing: 2))
      guard let landmarks = LandmarkFinder(sole: coarse, borders: borders).found(),
        let correction = CanonicalFrame.correction(landmarks: landmarks, borders: borders)
      else { throw noFoot(scan, "heel and forefoot are not both there") }
      placement = placement.followed(by: correction)
      surface.points = kept.points.map { placement.placed($0) }
    }
    // 6. Outline, plantar surface, landmarks.
    guard let outline = SoleOutline.traced(surface) else { throw noFoot(scan, "it has no outline") }
    let borders = SoleBorders(outline)
    var plantar = surface.lowestSurface(on: layout(of: borders, outline, spacing: options.gridSpacing))
    let inside = insideMask(outline, plantar.layout)
    var filled = [Bool](repeating: false, count: plantar.layout.count)
    for node in inside.indices {
      if !inside[node] { plantar.values[node] = .nan }
      filled[node] = inside[node] && plantar.values[node].isNaN
    }
    Membrane.fill(&plantar.values, columns: plantar.layout.columns, rows: plantar.layout.rows, inside: inside)
    guard let landmarks = LandmarkFinder(sole: plantar, borders: borders).found() else {
      throw noFoot(scan, "heel and forefoot are not both there")
    }
    return FootShape(
      side: .right, points: surface.points, triangles: surface.triangles, landmarks: landmarks, plantar: plantar,
      filled: filled, outline: outline, length: borders.length,
      assumptions: [
        Assumption(
          what: "units", value: unit.unit?.rawValue ?? "\(unit.millimetres) mm", why: unit.why, override: "--unit"),
        sideAssumption(.right, shape, given: options.side != nil),
      ], findings: [])
  }

  private static func sideAssumption(_ side: Side, _ evidence: Evidence, given: Bool) -> Assumption {
    Assumption(
      what: "side", value: side.rawValue,
      why: given ? "given" : "medial side found by shape, confidence \((evidence.confidence * 100).rounded() / 100)",
      override: "--side")
  }

  private static func noFoot(_ scan: Scan, _ why: String) -> InputError {
    InputError(
      .implausible("no foot found: \(why)"), in: scan.name, expected: "a scan of one foot that shows the sole",
      remedy: "scan the sole from heel to toes, or crop the file to one foot")
  }

  private static func keptSurface(of scan: Scan, voxels: SurfaceVoxels, cubes: [Int]) -> PlacedSurface {
    var keep = [Bool](repeating: false, count: voxels.grid.count)
    for cube in cubes { keep[cube] = true }
    func isKept(_ p: Vector3) -> Bool { voxels.grid.index(of: p).map { keep[$0] } ?? false }
    if scan.triangles.isEmpty { return PlacedSurface(points: scan.points.filter(isKept), triangles: []) }
    var number = [UInt32](repeating: .max, count: scan.points.count)
    var points: [Vector3] = []
    var triangles: [Triangle] = []
    for triangle in scan.triangles {
      let corners = [triangle.a, triangle.b, triangle.c].map(Int.init)
      let middle = (scan.points[corners[0]] + scan.points[corners[1]] + scan.points[corners[2]]) * (1 / 3.0)
      guard isKept(middle) || corners.contains(where: { isKept(scan.points[$0]) }) else { continue }
      for corner in corners where number[corner] == .max {
        number[corner] = UInt32(points.count)
        points.append(scan.points[corner])
      }
      triangles.append(Triangle(number[corners[0]], number[corners[1]], number[corners[2]]))
    }
    return PlacedSurface(points: points, triangles: triangles)
  }

  private static func layout(of borders: SoleBorders, _ outline: Outline, spacing: Double) -> GridLayout {
    var low = Vector2(.infinity, .infinity)
    var high = Vector2(-.infinity, -.infinity)
    for p in outline.points {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    let margin = 5.0
    let first = Vector2(((low.x - margin) / spacing).rounded(.down), ((low.y - margin) / spacing).rounded(.down))
    return GridLayout(
      origin: first * spacing, spacing: spacing, columns: Int((high.x + margin) / spacing - first.x) + 1,
      rows: Int((high.y + margin) / spacing - first.y) + 1)
  }

  /// Which nodes lie inside the outline (even–odd rule, row by row).
  private static func insideMask(_ outline: Outline, _ layout: GridLayout) -> [Bool] {
    var mask = [Bool](repeating: false, count: layout.count)
    var crossings = [[Double]](repeating: [], count: layout.rows)
    guard var previous = outline.points.last else { return mask }
    for point in outline.points {
      let (a, b) = previous.y < point.y ? (previous, point) : (point, previous)
      previous = point
      var row = max(Int(((a.y - layout.origin.y) / layout.spacing).rounded(.up)), 0)
      while row < layout.rows, layout.y(row) < b.y {
        if layout.y(row) >= a.y {
          crossings[row].append(a.x + (b.x - a.x) * (layout.y(row) - a.y) / (b.y - a.y))
        }
        row += 1
      }
    }
    for row in 0..<layout.rows {
      let sorted = crossings[row].sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        for column in 0..<layout.columns where layout.x(column) >= sorted[pair] && layout.x(column) <= sorted[pair + 1]
        {
          mask[row * layout.columns + column] = true
        }
      }
    }
    return mask
  }
}
