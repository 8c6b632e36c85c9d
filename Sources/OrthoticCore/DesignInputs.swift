/// Everything that a design starts from.
public struct DesignInputs: Sendable {
  /// The scan as its file holds it.
  public var scan: Scan
  /// The foot itself where it is known without looking into the scan: mirrored from the other, or made of a footprint.
  public var foot: FootShape?
  /// What the user says about the scan.
  public var scanOptions: ScanOptions
  /// The pressure recording, or `nil`.
  public var recording: PressureRecording?
  /// What the user says about the recording.
  public var pressureOptions: PressureOptions
  /// What the prescriber asks for.
  public var prescription: Prescription
  /// How the surfaces become a solid.
  public var solidOptions = SolidOptions()
  /// The line of the device or of the shoe's floor, seen from above; `nil` makes it of the foot.
  public var outline: GivenOutline?
  /// How the prediction is made.
  public var predictionOptions: PredictionOptions
  /// The other devices of a comparison: where one of them has a pad, none counts what presses there to a head, so that all
  /// are compared over the same places.
  public var companions: [Prescription] = []
  /// Zones and pockets of another device of the same foot, to be kept as they are; `nil` doses them anew.
  public var offloading: Offloading?

  /// Creates inputs; without a recording the prediction rests on the body weight.
  public init(
    scan: Scan, scanOptions: ScanOptions = ScanOptions(), recording: PressureRecording? = nil,
    pressureOptions: PressureOptions = PressureOptions(), prescription: Prescription = Prescription(),
    predictionOptions: PredictionOptions = PredictionOptions(), foot: FootShape? = nil, outline: GivenOutline? = nil
  ) {
    self.outline = outline
    self.foot = foot
    self.predictionOptions = predictionOptions
    self.scan = scan
    self.scanOptions = scanOptions
    self.recording = recording
    self.pressureOptions = pressureOptions
    self.prescription = prescription
  }
}
