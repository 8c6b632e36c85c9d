import OrthoticCore

/// The emed recording on a real scan, frame by frame, on four devices.
enum RecordingStudy {
  /// A device and how it is made.
  private struct Device {
    let name: String
    let prescription: Prescription
    var isFlat = false
  }

  private static var devices: [Device] {
    var foam = Prescription()
    foam.thickness = 6
    foam.offloadMode = .off
    foam.material = MaterialTable.material(named: "eva-a35") ?? foam.material
    foam.scanLoad = ScanLoad.none
    var shell = foam
    shell.thickness = 3
    shell.material = MaterialTable.material(named: "pp") ?? foam.material
    var copied = shell
    copied.archContact = 1
    return [
      Device(name: "flat EVA A35, 6 mm", prescription: foam, isFlat: true),
      Device(name: "moulded EVA A35, 6 mm", prescription: foam),
      Device(name: "rigid PP, arch at 40 %", prescription: shell),
      Device(name: "rigid PP, unloaded arch copied 1:1", prescription: copied),
    ]
  }

  /// `OrthoticBenchmarks contact-recording DATA`.
  static let group = BenchmarkGroup(name: "contact-recording") { arguments in
    guard let data = arguments.first, let each = read(data) else {
      print("contact-recording: name the folder of real scans and recordings")
      return
    }
    for device in devices {
      guard let outcome = outcome(each, device) else {
        BenchmarkReport.hold(false, "\(device.name): no design")
        continue
      }
      let measures = outcome.measures
      BenchmarkReport.hold(
        measures.balanced == measures.frames && measures.force <= 1e-6 && measures.center <= 1e-3
          && measures.before < 0.5,
        outcome.note)
      for region in outcome.regions {
        BenchmarkReport.note(
          "\(region.region.rawValue): \(BenchmarkReport.text(region.before, 0)) to \(BenchmarkReport.text(region.after, 0)) kPa (\(BenchmarkReport.percent(region.after / max(region.before, 1e-9) - 1)))"
        )
      }
    }
  }

  private static func read(_ data: String) -> ContactCases.Case? {
    ContactCases.read(
      "plantar-right", scan: "\(data)/scans/plantar-right.obj", map: "\(data)/pressure/emed_test.lst")
  }

  static func section(data: String?) -> String {
    let title = "## A recording, frame by frame\n\n"
    guard let data, let each = read(data) else {
      return title + "Left out: no folder of real scans and recordings was given.\n"
    }
    var table = MarkdownTable(["region", "before"] + devices.map(\.name))
    var rows: [[String]] = []
    var notes: [String] = []
    for device in devices {
      guard let outcome = outcome(each, device) else { continue }
      notes.append(outcome.note)
      for (index, region) in outcome.regions.enumerated() {
        if rows.count <= index { rows.append([region.region.rawValue, BenchmarkReport.text(region.before, 0)]) }
        rows[index].append(
          "\(BenchmarkReport.text(region.after, 0)) (\(region.before > 0 ? BenchmarkReport.percent(region.after / region.before - 1) : "new"))"
        )
      }
    }
    for row in rows { table.add(row) }
    return title + """
      The novel emed recording (106 frames of 10 ms, right foot, another person's) on `plantar-right.obj`, an unloaded scan: peak pressure, kPa, over all
      loaded frames. Force and centre of pressure are each frame's own.

      \(table.text)
      \(notes.map { "- \($0)" }.joined(separator: "\n"))

      \(discussion)

      """
  }

  /// One region's peaks.
  typealias Peaks = (region: FootRegion, before: Double, after: Double)

  /// Peaks by region and what must hold of the frames.
  private static func outcome(_ each: ContactCases.Case, _ device: Device) -> (
    regions: [Peaks], note: String, measures: FrameMeasures
  )? {
    var inputs = each.inputs
    inputs.prescription = device.prescription
    inputs.predictionOptions = PredictionOptions(draws: 0)
    guard let design = try? DesignPipeline.shaped(for: each.foot, inputs: inputs) else { return nil }
    let model = design.loading.model
    var insole = InsoleOnGrid(
      surfaces: design.surfaces, layout: model.layout, columnModulus: device.prescription.material.columnModulus)
    if device.isFlat {
      insole = InsoleOnGrid(
        flat: device.prescription.thickness, columnModulus: device.prescription.material.columnModulus,
        inPlaceOf: insole)
    }
    let solved = model.solutions(on: insole)
    let measures = FrameMeasures(model: model, solved: solved)
    let before = design.loading.regions.metrics(of: model.before.values)
    let after = design.loading.regions.metrics(of: solved.peak)
    let arch = device.isFlat ? nil : design.prediction.arch
    return (
      zip(before, after).map { ($0.region, $0.metrics.peak, $1.metrics.peak) },
      "\(device.name): \(measures.balanced) of \(solved.frames.count) loaded frames balanced, force to \(BenchmarkReport.scientific(measures.force)), centre of pressure to \(BenchmarkReport.scientific(measures.center)) mm; before differs from the measured frames by \(BenchmarkReport.scientific(measures.before)) kPa at most"
        + (arch.map { "; the arch carries \(BenchmarkReport.text($0.peak, 0)) kPa at most" } ?? "") + ".",
      measures
    )
  }

  private static let discussion = RecordingDiscussion.text
}

/// How well the frames of a recording balance, and how well before is the measurement.
struct FrameMeasures {
  /// Loaded frames.
  let frames: Int
  var balanced = 0
  /// Largest relative error of force.
  var force = 0.0
  /// Largest error of the centre of pressure, mm.
  var center = 0.0
  /// Largest difference between the model on the flat floor and the measured frame, kPa.
  var before = 0.0

  init(model: PressureModel, solved: FrameSolutions) {
    frames = solved.frames.count
    for (load, solution) in zip(model.loads, solved.frames) {
      if solution.converged { balanced += 1 }
      force = max(force, solution.forceError)
      center = max(center, solution.momentError)
      guard let overclosure = load.frame.overclosure else { continue }
      let floor = ContactProblem(
        layout: model.layout, overclosure: overclosure, tissue: model.tissue, force: load.frame.force,
        centerOfPressure: load.frame.centerOfPressure
      ).solved()
      for node in 0..<model.layout.count {
        before = max(before, abs(floor.pressure[node] - load.pressure[node]))
      }
    }
  }
}
