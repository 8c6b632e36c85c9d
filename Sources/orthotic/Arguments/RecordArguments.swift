import OrthoticCore
import OrthoticExport

extension ParsedArguments {
  /// Where a design of this command line comes from, for its record: words that decide its outcome, and inputs by hash.
  ///
  /// - Parameter inputs: The inputs, where they were hashed before.
  func origin(
    _ named: NamedPrescription, inputs known: [DesignRecord.Input]? = nil
  ) throws(InputError) -> DesignRecord.Origin {
    let inputs = if let known { known } else { try hashedInputs() }
    let areNamed = isOn(.recordNames)
    var flags: [DesignRecord.Run.Flag] = []
    for flag in FlagTable.flags(of: command) where flag.isDeciding && (areNamed || !flag.isPath) {
      flags += values(of: flag).map { DesignRecord.Run.Flag(name: flag.name, value: $0.text) }
    }
    return DesignRecord.Origin(
      program: .current,
      run: DesignRecord.Run(command: command.rawValue, operands: areNamed ? operands : [], flags: flags),
      inputs: inputs,
      prescription: named.prescription, prescriptionName: named.file?.name, prescriptionNotes: named.file?.notes)
  }

  private func hashedInputs() throws(InputError) -> [DesignRecord.Input] {
    var inputs: [DesignRecord.Input] = []
    for (role, path) in inputPaths where role != Flag.replay.name {
      let name = isOn(.recordNames) ? path : nil
      inputs.append(DesignRecord.Input(role: role, path: name, bytes: try InputFile.stored(path: path)))
    }
    return inputs
  }

  /// The run that `--replay` names, or `nil` without it.
  ///
  /// - Throws: `UsageError` for flags that a record settles, `InputError` for a record or inputs that are not as they were.
  func replayed() throws -> Replay? {
    guard let path = text(.replay) else { return nil }
    for flag in FlagTable.flags(of: command) where isOn(flag) {
      if !Flag.undeciding.contains(where: { $0.name == flag.name }) { throw settled(flag) }
    }
    let file = try InputFile.load(path: path)
    let record = try RecordFile.record(in: file)
    return try Replay(record, from: file.name, current: self)
  }

  private func settled(_ flag: Flag) -> UsageError {
    UsageError("--\(flag.name) cannot stand beside --replay: the record settles it; design again to change it")
  }
}

/// A run taken from a record.
struct Replay {
  /// What the record holds.
  let record: DesignRecord
  /// The run's own words, with the outputs of the present command line.
  let arguments: ParsedArguments
  /// The prescription as it was asked for.
  let prescription: NamedPrescription

  /// What the record of the replayed run starts from: the same as the one replayed.
  var origin: DesignRecord.Origin {
    DesignRecord.Origin(
      program: .current, run: record.run, inputs: record.inputs, prescription: prescription.prescription,
      prescriptionName: record.prescription.name, prescriptionNotes: record.prescription.notes)
  }

  /// - Throws: `InputError` where the record's words are none or an input is not what it was.
  init(_ record: DesignRecord, from name: String, current: ParsedArguments) throws {
    self.record = record
    func broken(_ what: String, remedy: Wording = "design again and write a new record") -> InputError {
      InputError(.malformed(what), in: name, expected: "the record of a run", remedy: remedy)
    }
    guard record.run.command == CommandName.design.rawValue else {
      throw broken("run.command is \(record.run.command.prefix(40)), which cannot be replayed")
    }
    // Where files are written, and what is shown, is for the present command line alone; what is read goes by its hash.
    let deciding = record.run.flags.filter { flag in
      FlagTable.flag(named: flag.name).map { $0.isDeciding && !$0.isPath } ?? true
    }
    let words = deciding.map { $0.value.isEmpty ? "--\($0.name)" : "--\($0.name)=\($0.value)" }
    var arguments: ParsedArguments
    do {
      arguments = try ArgumentParser.parse(words, for: .design)
    } catch {
      throw broken("run cannot be understood by this version (\(error.message))")
    }
    guard arguments.operands.isEmpty else { throw broken("run.flags holds words that are no flags") }
    for flag in Flag.undeciding where current.isOn(flag) { arguments.add(flag, current.values(of: flag)) }
    let search = RecordedFiles(given: current.operands, record: name)
    for input in record.inputs where input.role != Flag.prescription.name {
      guard input.sha256 != nil else {
        throw broken("\(input.role) came from standard input", remedy: "give it as a file and write a new record")
      }
      guard let path = try search.path(of: input) else {
        throw InputError(
          .implausible("\(input.role) is not among the files: none has the SHA-256 \(input.sha256 ?? "")"), in: name,
          expected: "the file that was recorded, as it was, in the record's folder or given beside the record",
          remedy: "give that file as an argument, or design again")
      }
      if input.role == "scan" {
        arguments.operands.append(path)
      } else if let flag = FlagTable.flags(of: .design).first(where: { $0.name == input.role }), flag.isPath,
        flag.isDeciding
      {
        arguments.add(flag, [ParsedArguments.Given(text: path, value: .text(path))])
      } else {
        throw broken("inputs names the role \(input.role.prefix(40)), which no file has")
      }
    }
    guard arguments.operands.count < 2 else { throw broken("inputs names more than one scan") }
    try RunFiles(arguments).check()
    self.arguments = arguments
    prescription = try Self.prescription(of: record, name: name)
  }

  private static func prescription(of record: DesignRecord, name: String) throws -> NamedPrescription {
    let text = try JSONOutput.text(record.prescription.requested)
    var file = try PrescriptionFile(InputFile(name: name, bytes: Array(text.utf8)))
    file.name = record.prescription.name
    file.notes = record.prescription.notes
    return NamedPrescription(
      name: file.name ?? "recorded", prescription: file.applied(to: Prescription()), file: file)
  }

  /// The recorded output's format.
  var output: OutputPlan? {
    DeviceFormat(name: record.output.format).map { OutputPlan(path: record.output.path ?? "", format: $0) }
  }

  /// Says whether a design gives the bytes that were recorded.
  func verdict(on design: DesignResult, plan: PrintPlan) -> Finding? {
    guard let output,
      SHA256.hash(
        output.bytes(of: design, print: PrintJob(design, plan: plan, holdsBodies: output.holdsBodies)))
        == record.output.sha256
    else {
      let version = record.program.version
      let cause = version == Version.current ? "" : " (recorded by version \(version), this is \(Version.current))"
      return Finding(
        .error, code: "replay-differs", message: "the solid is not the recorded one, byte by byte\(cause)",
        remedy: "replay with the version that made the record")
    }
    return nil
  }
}

extension DesignRecord.Program {
  /// This program.
  static var current: Self { Self(name: "orthotic", version: Version.current) }
}
