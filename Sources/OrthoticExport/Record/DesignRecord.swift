import OrthoticCore

/// Everything about one design run, as JSON that other programs may rely on and that the run can be replayed from.
///
/// Lengths mm, pressures kPa, forces N, areas cm², volumes cm³, angles degrees. What was not measured is absent and named
/// in `notMeasured`. There is no time of day in it: the same run gives the same bytes. `RecordSchema.text` is its schema.
public struct DesignRecord: Codable, Equatable, Sendable {
  /// The version of the form that this program writes; keys are only ever added within a version.
  public static let schemaVersion = 1
  /// What `kind` says.
  public static let kind = "orthotic-design-record"

  /// What made the record.
  public struct Program: Codable, Equatable, Sendable {
    /// The program's name.
    public var name: String
    /// Its version.
    public var version: String

    /// Creates the name of a program.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// What kind of JSON this is.
  public var kind: String
  /// Version of the form.
  public var schemaVersion: Int
  /// What made it.
  public var program: Program
  /// What was asked for, in the program's own words.
  public var run: Run
  /// The files that were read.
  public var inputs: [Input]
  /// The prescription.
  public var prescription: PrescriptionTexts
  /// The frame of every coordinate here: a right foot from above, x medial to lateral, y heel to toes, z up, mm.
  public var frame: String
  /// The foot as found in the scan.
  public var foot: Foot
  /// How the map lies on the foot; absent without a map.
  public var registration: Registration?
  /// Pressure before and on the device.
  public var prediction: Pressures
  /// The solid.
  public var device: Device
  /// The solid as a file: what replaying must give again.
  public var output: Output
  /// Fields on grids, on request.
  public var grids: Grids?
  /// What was not measured, by key.
  public var notMeasured: [String]
  /// What was decided for the user.
  public var assumed: [Assumed]
  /// What the user should know.
  public var warnings: [Warning]

  /// Records a design.
  ///
  /// - Parameters:
  ///   - design: What the run found, made and predicted.
  ///   - origin: Where it came from.
  ///   - output: The solid as a file.
  ///   - print: What printing takes; by default as on a common desktop printer, without a mass.
  ///   - assumptions: What was decided for the user; by default all that the design names.
  ///   - withGrids: Whether surfaces and pressures are recorded node by node.
  ///   - names: What the program calls its settings.
  public init(
    _ design: DesignResult, origin: Origin, output: Output, print: PrintFacts? = nil,
    assumptions: [Assumption]? = nil, withGrids: Bool = false,
    naming names: SettingNames = .swift
  ) {
    kind = Self.kind
    schemaVersion = Self.schemaVersion
    program = origin.program
    run = origin.run
    inputs = origin.inputs
    prescription = PrescriptionTexts(
      name: origin.prescriptionName, notes: origin.prescriptionNotes, requested: origin.prescription,
      carriedOut: design.prescription)
    frame = "canonical-right"
    foot = Foot(design.foot)
    registration = design.prediction.registration.map(Registration.init)
    prediction = Pressures(design.prediction)
    device = Device(design, print: print ?? PrintFacts(design.solid))
    self.output = output
    grids = withGrids ? Grids(design) : nil
    let values: [(String, Any?)] = [
      ("foot.ballWidth", foot.ballWidth), ("foot.heelWidth", foot.heelWidth), ("foot.archIndex", foot.archIndex),
      ("foot.landmarks.hallux", foot.landmarks.hallux), ("foot.landmarks.toeTip", foot.landmarks.toeTip),
      ("registration", registration), ("device.print.mass", device.print.mass), ("output.path", output.path),
    ]
    notMeasured = values.filter { $0.1 == nil }.map(\.0)
    assumed = (assumptions ?? design.assumptions).map { Assumed($0, naming: names) }
    warnings = design.findings.map { Warning($0, naming: names) }
  }
}

extension DesignRecord {
  /// Where a design came from: what the design itself cannot know.
  public struct Origin: Sendable {
    /// What made it.
    public var program: Program
    /// What was asked for.
    public var run: Run
    /// The files that were read.
    public var inputs: [Input]
    /// The prescription as asked for, before the program settled what it left open.
    public var prescription: Prescription
    /// What the prescriber calls it.
    public var prescriptionName: String?
    /// The prescriber's notes.
    public var prescriptionNotes: String?

    /// Creates an origin.
    public init(
      program: Program, run: Run, inputs: [Input], prescription: Prescription, prescriptionName: String? = nil,
      prescriptionNotes: String? = nil
    ) {
      self.program = program
      self.run = run
      self.inputs = inputs
      self.prescription = prescription
      self.prescriptionName = prescriptionName
      self.prescriptionNotes = prescriptionNotes
    }

    /// Creates the origin of a design that a program made with this library: it cannot be replayed from a command line.
    public init(library: String, version: String, prescription: Prescription, inputs: [Input] = []) {
      self.init(
        program: Program(name: library, version: version), run: Run(command: "library", operands: [], flags: []),
        inputs: inputs, prescription: prescription)
    }
  }
}
