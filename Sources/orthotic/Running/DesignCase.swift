import OrthoticCore

/// One foot to design: what it starts from, and where its own solid goes.
struct DesignCase {
  /// Which foot it is, where both are designed; one alone says so itself.
  var side: Side?
  var inputs: DesignInputs
  /// Where its solid goes; `nil` for nowhere, and for a plate that holds both.
  var output: OutputPlan?
}

extension ParsedArguments {
  /// Whether this command line asks for both feet.
  var isPair: Bool { isOn(.left) || isOn(.right) || isOn(.both) }

  /// The feet that this command line asks for: one that the scan tells, or both.
  var feet: [Side?] { isPair ? Side.allCases : [nil] }

  /// Checks that the flags for one foot and for both do not contradict each other.
  func checkFeet() throws(UsageError) {
    guard isPair else {
      if isOn(.plate) { throw UsageError("--plate: expected a pair, by --both, or by --left and --right") }
      return
    }
    if isOn(.both) {
      guard operands.count == 1, !isOn(.left), !isOn(.right) else {
        throw UsageError("--both takes one SCAN, for example: orthotic design foot.ply --both -o pair.stl")
      }
    } else {
      guard operands.isEmpty else {
        throw UsageError("\(operands[0]): --left and --right name the scans; give no other")
      }
      guard isOn(.left), isOn(.right) else {
        throw UsageError(
          "--\(isOn(.left) ? "left" : "right") is given alone: give both, or one SCAN, or one SCAN with --both")
      }
      if isOn(.pressure) { throw UsageError("--pressure: say which foot, with --pressure-left and --pressure-right") }
      if isOn(.side) { throw UsageError("--side: --left and --right say which foot it is") }
    }
    for flag in [Flag.picture, .insolePicture, .preview, .record, .replay] where isOn(flag) {
      throw UsageError("--\(flag.name) is for one foot: design each alone for it")
    }
  }

  /// The feet with everything that their designs start from, read from the files that this command line names.
  ///
  /// - Parameter outputs: Where the solid of each goes, in the order of `feet`.
  /// - Throws: `UsageError`, or the `InputError` of a scan or map.
  func designCases(
    _ named: NamedPrescription, outputs: [OutputPlan?], progress: Progress
  ) throws -> [DesignCase] {
    let inputs =
      if isOn(.both) {
        try mirroredInputs(named, progress)
      } else if isPair {
        try Side.allCases.map { try scannedInputs(of: $0, named, progress) }
      } else {
        [try soleInputs(named, progress)]
      }
    return zip(feet, zip(inputs, outputs)).map { DesignCase(side: $0, inputs: $1.0, output: $1.1) }
  }

  /// The one foot that is designed.
  private func soleInputs(_ named: NamedPrescription, _ progress: Progress) throws -> DesignInputs {
    var inputs = try designInputs(prescription: named.prescription, progress: progress)
    if named.file?.overrides.isEmpty == false {
      // Which foot it is decides what the file says about it.
      progress.begin(DesignPipeline.Step.foot.progressText)
      let foot = try inputs.foot ?? FootShape.find(in: inputs.scan, options: inputs.scanOptions)
      inputs.foot = foot
      inputs.prescription = named.prescription(for: foot.side)
    }
    return inputs
  }

  /// One of two feet that were scanned each.
  private func scannedInputs(of side: Side, _ named: NamedPrescription, _ progress: Progress) throws -> DesignInputs {
    let (scan, map) = side == .left ? (Flag.left, Flag.pressureLeft) : (.right, .pressureRight)
    var options = scanOptions
    options.side = side
    var pressure = try pressureOptions()
    pressure.side = side
    return DesignInputs(
      scan: try read(scan: text(scan) ?? "", side: side, progress), scanOptions: options,
      recording: try text(map).map { try read(map: $0, pressure, progress) }, pressureOptions: pressure,
      prescription: named.prescription(for: side), predictionOptions: predictionOptions, outline: try outlineGiven())
  }

  /// Both feet of one scan, the other as its mirror image.
  private func mirroredInputs(_ named: NamedPrescription, _ progress: Progress) throws -> [DesignInputs] {
    let scan = try read(scan: operands[0], side: scanOptions.side, progress)
    progress.begin(DesignPipeline.Step.foot.progressText)
    let scanned = try FootShape.find(in: scan, options: scanOptions)
    return try Side.allCases.map { side in
      // The canonical foot is the same for both sides: only the way out mirrors it.
      var foot = scanned
      foot.side = side
      if side != scanned.side {
        foot.assumptions.append(
          Assumption(
            what: "foot shape", value: "mirror image of the \(scanned.side)", why: "one scan for both",
            override: "--left and --right"))
      }
      let own = side == .left ? Flag.pressureLeft : .pressureRight
      let path = text(own) ?? (side == scanned.side ? text(.pressure) : nil)
      var pressure = try pressureOptions()
      if path != nil { pressure.side = side } else { pressure.side = nil }
      return DesignInputs(
        scan: scan, scanOptions: scanOptions, recording: try path.map { try read(map: $0, pressure, progress) },
        pressureOptions: pressure, prescription: named.prescription(for: side), predictionOptions: predictionOptions,
        foot: foot, outline: try outlineGiven())
    }
  }
}
