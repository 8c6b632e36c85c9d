import OrthoticCore
import OrthoticExport

/// One foot of a recording, oriented, perhaps laid on a scan, and summed up.
struct FootSummary {
  let recording: PressureRecording
  let summary: RecordingSummary
  let frame: FootprintFrame?
  let registered: RegisteredPressure?
  var assumptions: [Assumption]
  let findings: [Finding]

  /// Sums up.
  ///
  /// - Parameters:
  ///   - oriented: heel first, side known.
  ///   - foot: the scanned foot of the same side, or `nil`.
  init(
    _ oriented: PressureRecording, on foot: FootShape?, options: PressureOptions, borders: RegionBorders?
  ) throws(InputError) {
    recording = oriented
    let side = oriented.side ?? foot?.side ?? .right
    let sole: SolePressure?
    if let foot {
      let laid = try Registration.register(oriented, side: side, onto: foot, options: options)
      registered = laid
      var frame = FootprintFrame(laid, foot: foot)
      if let borders { frame.borders = borders }
      self.frame = frame
      sole = SolePressure(
        oriented, registered: laid, on: foot, layout: FootLoading.layout(over: foot), borders: borders)
      assumptions = foot.assumptions + oriented.assumptions + laid.assumptions
      findings = foot.findings + oriented.findings + laid.findings
    } else {
      registered = nil
      sole = nil
      var frame = FootprintFrame(oriented, side: side)
      if let borders { frame?.borders = borders }
      self.frame = frame
      assumptions = oriented.assumptions
      findings = oriented.findings
    }
    summary = RecordingSummary(oriented, frame: frame, sole: sole)
  }

  /// The same without the assumptions that flags of the command line settled.
  func settled(by arguments: ParsedArguments) -> FootSummary {
    var result = self
    result.assumptions = arguments.unsettled(assumptions)
    return result
  }

  /// The foot as a panel with a heading.
  func panel(titled title: String) -> RecordingPicture.Panel {
    RecordingPicture.Panel(title: title, recording: recording, frame: frame)
  }
}

extension PressureStep {
  /// A step as a panel: with its side, or as not used.
  func panel(number: Int, borders: RegionBorders?) -> RecordingPicture.Panel {
    if reasonToDrop != nil { return RecordingPicture.Panel(title: "\(number) not used", recording: recording) }
    var frame = FootprintFrame(recording, side: recording.side ?? .right)
    if let borders { frame?.borders = borders }
    return RecordingPicture.Panel(
      title: "\(number) \(side?.rawValue ?? "")", recording: recording, frame: frame)
  }
}
