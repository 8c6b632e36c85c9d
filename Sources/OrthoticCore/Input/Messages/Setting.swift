/// What the user of the method can set, named by type: in assumptions, findings, errors and the vocabulary.
///
/// The raw value is the Swift property that a user of the library sets. A front end that calls it otherwise, such as by a
/// flag, says so in its `SettingNames`.
public enum Setting: String, Sendable, CaseIterable {
  // MARK: Scan

  case scan = "DesignInputs.scan"
  case side = "ScanOptions.side"
  case unit = "ScanOptions.unit"
  case footLength = "ScanOptions.footLength"

  // MARK: Pressure

  case pressure = "DesignInputs.recording"
  case pressureCell = "PressureOptions.cellWidth"
  case pressureUnit = "PressureOptions.unit"
  case pressureSide = "PressureOptions.side"
  case pressureHeel = "PressureOptions.heel"
  case pressureView = "PressureOptions.view"
  case pressureStep = "PressureOptions.step"
  case pressureMap = "PressureOptions.picture"
  case pressureFit = "PressureOptions.fit"
  case pressureLayout = "PressureOptions.layout"
  case pressureCalibration = "PressureOptions.calibration"

  // MARK: Prescription: shell

  case outline = "DesignInputs.outline"
  case length = "Prescription.length"
  case width = "Prescription.width"
  case shoeSize = "Prescription.shoeSize"
  case toeAllowance = "Prescription.toeAllowance"
  case process = "Prescription.process"
  case thickness = "Prescription.thickness"
  case minimumWall = "Prescription.minimumWall"
  case material = "Prescription.material"
  case cover = "Prescription.cover"
  case edgeRadius = "Prescription.edgeRadius"

  // MARK: Prescription: heel

  case heelCup = "Prescription.heelCupDepth"
  case medialSkive = "Prescription.medialSkive"
  case lateralSkive = "Prescription.lateralSkive"
  case skivePlane = "Prescription.skivePlane"
  case rearfootPost = "Prescription.rearfootPost"
  case inversion = "Prescription.inversion"
  case heelLift = "Prescription.heelLift"
  case heelAperture = "Prescription.heelAperture"
  case heelApertureSize = "Prescription.heelApertureSize"

  // MARK: Prescription: arch

  case archContact = "Prescription.archContact"
  case archPressure = "Prescription.archPressure"
  case castFill = "Prescription.castFill"
  case archHeight = "Prescription.archHeight"
  case lateralArch = "Prescription.lateralArch"

  // MARK: Prescription: forefoot

  case metatarsalPad = "Prescription.metatarsalPad"
  case metatarsalPadFront = "Prescription.metatarsalPadFront"
  case metatarsalPadPlace = "Prescription.metatarsalPadSetback"
  case metatarsalBar = "Prescription.metatarsalBar"
  case metatarsalBarPlace = "Prescription.metatarsalBarSetback"
  case neuromaPad = "Prescription.neuromaPad"
  case mortonsExtension = "Prescription.mortonsExtension"
  case reverseMortonsExtension = "Prescription.reverseMortonsExtension"
  case cluffyWedge = "Prescription.cluffyWedge"
  case kineticWedge = "Prescription.kineticWedge"
  case firstRay = "Prescription.firstRay"
  case sinks = "Prescription.sinks"
  case toeCrest = "Prescription.toeCrest"
  case toeFiller = "Prescription.toeFiller"

  // MARK: Prescription: offloading

  case offload = "Prescription.offloadThreshold"
  case offloadMode = "Prescription.offloadMode"

  // MARK: Prescription: person

  case bodyWeight = "Prescription.bodyWeight"
  case scanLoad = "Prescription.scanLoad"
  case symptoms = "Prescription.symptoms"
  case monofilament = "Prescription.monofilament"
}

/// What the user can call beside a design, where a text points to it.
public enum Tool: String, Sendable, CaseIterable {
  /// Draws the sole with what was filled.
  case solePicture = "SolePicture"
  /// Lists the steps of a walk.
  case steps = "PressureRecording.steps(options:)"
  /// Writes a complete prescription file.
  case completePrescription = "PrescriptionFile(Prescription()).text"
  /// Takes a rule's error as a warning.
  case allowing = "Finding.allowing(_:in:)"
}

/// What a front end calls settings and tools.
public struct SettingNames: Sendable {
  let setting: @Sendable (Setting) -> String
  let tool: @Sendable (Tool) -> String

  /// The names of Swift: what a user of the library writes.
  public static let swift = SettingNames(setting: \.rawValue, tool: \.rawValue)

  /// Creates names from two tables.
  public init(setting: @escaping @Sendable (Setting) -> String, tool: @escaping @Sendable (Tool) -> String) {
    self.setting = setting
    self.tool = tool
  }
}
