import OrthoticCore
import OrthoticExport

/// Where and how a design is written, settled before the long work begins.
struct OutputPlan: Equatable, Sendable {
  /// Path as the user gave it; `-` for standard output.
  var path: String
  /// Format by the path's ending and flags.
  var format: DeviceFormat

  /// Whether the format holds several bodies.
  var holdsBodies: Bool { format == .mesh(.threeMF) }

  /// Adds a design to what appears together, once its bytes, read again, are found to be a sound solid.
  ///
  /// That the surface does not cut itself is proved where it is made (`SolidProof`); without the proof it is looked for.
  ///
  /// Returns the bytes as written.
  ///
  /// - Parameter encoded: What `encoded` made of the design, where it was asked before.
  @discardableResult
  func write(
    _ design: DesignResult, print job: PrintJob? = nil, encoded: Result<[UInt8], any Error>? = nil,
    to outputs: OutputSet
  ) throws -> [UInt8] {
    guard let encoded = encoded ?? self.encoded(design) else {
      return try writePlate(
        [(design, job ?? PrintJob(design, plan: PrintPlan(), holdsBodies: true))], to: outputs)
    }
    let bytes = try encoded.get()
    try outputs.add(bytes, to: path)
    return bytes
  }

  /// The bytes of a design, read again and found to be a sound solid; `nil` where the print job decides on them.
  func encoded(_ design: DesignResult) -> Result<[UInt8], any Error>? {
    guard !holdsBodies else { return nil }
    return Result {
      let bytes = bytes(of: design)
      if case .mesh(let format) = format {
        try demandSound(design, MeshFile.isSound(bytes, as: format, of: design.solid))
      }
      return bytes
    }
  }

  /// Adds designs with their jobs as one 3MF plate to what appears together, once it is read again and found sound.
  @discardableResult
  func writePlate(_ jobs: [(design: DesignResult, job: PrintJob)], to outputs: OutputSet) throws -> [UInt8] {
    let bytes = PrintJob.package(jobs).bytes()
    let bodies = jobs.flatMap { $0.job.bodies.filter { !$0.isModifier }.map(\.mesh) }
    let isSound = MeshFile.isSound3MF(bytes, of: bodies)
    for (design, _) in jobs { try demandSound(design, isSound) }
    try outputs.add(bytes, to: path)
    return bytes
  }

  /// A design as a file, unwritten.
  func bytes(of design: DesignResult, print job: PrintJob? = nil) -> [UInt8] {
    switch format {
    case .ps2d: PS2DWriter.bytes(design.surfaces, side: design.foot.side)
    case .heights: HeightMapCSV.bytes(design.surfaces, side: design.foot.side)
    case .mesh(.threeMF):
      PrintJob.package([(design, job ?? PrintJob(design, plan: PrintPlan(), holdsBodies: true))]).bytes()
    case .mesh(let format): MeshFile.bytes(of: design.solid, as: format)
    }
  }

  private func demandSound(_ design: DesignResult, _ isWrittenSound: Bool) throws {
    let search = MeshCheck(measuresWall: false)
    guard isWrittenSound, design.proof.isSound || search.report(on: design.solid).isSound else {
      throw UnsoundSolid(report: search.report(on: design.solid))
    }
  }
}

/// A solid that is not what it should be by construction: our fault, and never written.
struct UnsoundSolid: Error, CustomStringConvertible {
  var report: MeshReport

  var description: String {
    "the solid is not sound (\(report.openEdges) open and \(report.nonManifoldEdges) non-manifold edges, "
      + "\(report.degenerateFacets) degenerate facets, \(report.selfIntersections ?? 0) self-intersections) and was not written; please report the case"
  }
}

extension ParsedArguments {
  /// The output that this command line asks for, or `nil` for none.
  ///
  /// - Throws: `UsageError` for an ending that cannot be written, `OutputError` where the place cannot be written to.
  func outputPlan() throws -> OutputPlan? {
    guard let path = text(.output) else { return nil }
    let named = text(.format).flatMap { DeviceFormat(name: $0) }
    // What goes to standard output, or to a device, has no ending.
    guard
      let format = named ?? DeviceFormat(path: path)
        ?? (path == "-" || path.hasPrefix("/dev/") ? .mesh(.stl) : nil)
    else {
      let endings = DeviceFormat.endings.map { "." + $0 }
      throw UsageError(
        "--output \(path.prefix(60)): expected a name that ends in \(endings.dropLast().joined(separator: ", ")) or "
          + "\(endings.last ?? ""), such as --output insole.stl, or --format"
      )
    }
    if !isPair || isOn(.plate) { try OutputPlace.check(path) }
    return OutputPlan(
      path: path, format: format == .mesh(.stl) && isOn(.stlText) ? .mesh(.stlASCII) : format)
  }

  /// The one output of both feet, where a plate is asked for.
  func platePlan() throws -> OutputPlan? {
    guard isOn(.plate) else { return nil }
    guard let plan = try outputPlan(), plan.holdsBodies else {
      throw UsageError("--plate: expected a 3MF file for both feet, such as --output pair.3mf")
    }
    return plan
  }

  /// The output of one foot of a pair, `pair.stl` becoming `pair-left.stl`, or of the only one.
  func outputPlan(for side: Side?) throws -> OutputPlan? {
    // On a plate both go into one file.
    guard !isOn(.plate), var plan = try outputPlan() else { return nil }
    guard let side else { return plan }
    guard plan.path != "-", !plan.path.hasPrefix("/dev/") else {
      throw UsageError("--output \(plan.path): two solids cannot go there; name a file such as pair.stl")
    }
    plan.path = Self.path(plan.path, of: side)
    try OutputPlace.check(plan.path)
    return plan
  }
}
