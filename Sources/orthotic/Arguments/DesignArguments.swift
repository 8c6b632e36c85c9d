import OrthoticCore
import ParametricFoot

extension ParsedArguments {
  /// Everything that a design starts from, read from the files that this command line names.
  ///
  /// - Throws: `UsageError`, or the `InputError` of scan or map.
  func designInputs(prescription: Prescription, progress: Progress) throws -> DesignInputs {
    let options = try pressureOptions()
    guard let scanPath = operands.first else {
      if let mapPath = text(.pressure) {
        return try footprintInputs(mapPath, options: options, prescription: prescription, progress: progress)
      }
      throw UsageError(
        "\(command.rawValue) needs SCAN, the foot scan, or a footprint with --pressure, for example: orthotic "
          + "\(command.rawValue) foot.ply")
    }
    let mapPath = text(.pressure)
    if scanPath == "-", mapPath == "-" {
      throw UsageError("scan and pressure map are both -: only one can come from standard input")
    }
    return DesignInputs(
      scan: try read(scan: scanPath, side: scanOptions.side, progress), scanOptions: scanOptions,
      recording: try mapPath.map { try read(map: $0, options, progress) }, pressureOptions: options,
      prescription: prescription, predictionOptions: predictionOptions, outline: try outlineGiven())
  }

  /// Reads a scan, of a file with both feet the one that is wanted.
  func read(scan path: String, side: Side?, _ progress: Progress) throws(InputError) -> Scan {
    progress.begin("reading \(path)")
    return try ScanReader.read(InputFile.load(path: path), side: side)
  }

  /// Reads a pressure map or recording.
  func read(map path: String, _ options: PressureOptions, _ progress: Progress) throws(InputError) -> PressureRecording
  {
    progress.begin("reading \(path)")
    return try PressureReader.read(InputFile.open(path: path), options: options)
  }

  /// How the flags want the prediction made.
  var predictionOptions: PredictionOptions {
    PredictionOptions(model: choice(.model, as: ContactModel.self) ?? .columns)
  }

  /// The line that the device is cut along, or `nil`.
  func outlineGiven() throws(InputError) -> GivenOutline? {
    try text(.outline).map { path throws(InputError) in try OutlineFile.read(InputFile.load(path: path)) }
  }
}

extension ParsedArguments {
  /// What a design starts from where there is a map and no scan: a template foot on the print.
  private func footprintInputs(
    _ path: String, options: PressureOptions, prescription: Prescription, progress: Progress
  ) throws -> DesignInputs {
    let recording = try read(map: path, options, progress)
    let oriented = try recording.oriented(options: options, scanSide: choice(.side, as: Side.self))
    let foot = try TemplateFoot.shape(for: oriented, footLength: number(.footLength))
    // The template stands on the ground as the print does.
    var prescription = prescription
    prescription.scanLoad = prescription.scanLoad ?? .full
    return DesignInputs(
      scan: Scan(name: path, format: "footprint", points: []), scanOptions: scanOptions, recording: recording,
      pressureOptions: options, prescription: prescription, predictionOptions: predictionOptions, foot: foot,
      outline: try outlineGiven())
  }
}

extension DesignPipeline.Step {
  /// What progress says while the step runs.
  var progressText: String {
    switch self {
    case .foot: "finding the foot in the scan"
    case .pressure: "laying the pressure map on the foot"
    case .surfaces: "shaping the insole"
    case .zones: "dosing the offloading zones"
    case .prediction: "predicting the pressure"
    case .solid: "building the solid"
    }
  }
}

extension SolidError {
  /// What the user can do.
  var remedy: Wording {
    switch problem {
    case .outlineTooSharp, .outlineTooNarrow: "lower \(.edgeRadius) or raise \(.width)"
    case .zoneAtRim: "make the zone smaller or move it away from the edge"
    case .surfacesCross: "raise \(.thickness), or lower the element that cuts deepest"
    case .outlineOutsideGrid, .missingHeight: "check with orthotic measure that the scan shows the whole sole"
    }
  }
}
