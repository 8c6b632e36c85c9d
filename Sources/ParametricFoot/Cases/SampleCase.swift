import OrthoticCore

/// One of the cases under `Samples`: a parametric foot scanned, recorded on a plate and prescribed for.
public struct SampleCase: Sendable {
  /// A file of a case.
  public struct File: Equatable, Sendable {
    /// Name inside the folder of the case.
    public var name: String
    /// Content.
    public var bytes: [UInt8]
  }

  /// What the scanner delivers.
  public enum Kind: String, Sendable {
    /// A triangle mesh.
    case mesh
    /// Points alone.
    case cloud
  }

  /// Name of the folder.
  public var name: String
  /// What it stands for, one line.
  public var summary: String
  /// The foot.
  public var foot: ParametricFoot
  /// Mesh or points.
  public var kind: Kind
  /// How the foot lies in the scan.
  public var pose: ScanPose
  /// Turn of the pose about the vertical, degrees.
  public var turn: Double
  /// Turn from the plate's frame to the canonical one, degrees.
  public var plateRotation: Double
  /// Shift of the plate in cells.
  public var plateOffset: Vector2
  /// Elements of the prescription: keys and values as a prescription file holds them.
  public var prescription: [(key: String, value: String)]

  private init(
    name: String, summary: String, foot: ParametricFoot, kind: Kind, unit: LengthUnit, turn: Double, offset: Vector3,
    plateRotation: Double, plateOffset: Vector2, prescription: [(key: String, value: String)]
  ) {
    self.name = name
    self.summary = summary
    self.foot = foot
    self.kind = kind
    pose = ScanPose(turned: turn, offset: offset, unit: unit)
    self.turn = turn
    self.plateRotation = plateRotation
    self.plateOffset = plateOffset
    self.prescription = prescription
  }

  /// The three cases.
  public static let all: [SampleCase] = [
    SampleCase(
      name: "normal-right", summary: "ordinary right foot; mesh in millimetres", foot: .normalRight, kind: .mesh,
      unit: .millimetre, turn: 0, offset: Vector3(120, 35, 0), plateRotation: -4, plateOffset: Vector2(0.3, 0.7),
      prescription: [("weight", "75 kg"), ("heelCup", "12 mm"), ("archContact", "80 %"), ("offload", "250 kPa")]),
    SampleCase(
      name: "flat-left", summary: "flat left foot with high forefoot pressure; point cloud in millimetres, toes to -x",
      foot: .flatLeftHighForefootPressure, kind: .cloud, unit: .millimetre, turn: 83, offset: Vector3(-40, 210, 3),
      plateRotation: 5, plateOffset: Vector2(0.6, 0.1),
      prescription: [
        ("weight", "84 kg"), ("heelCup", "14 mm"), ("archContact", "70 %"), ("rearfootPost", "4 deg varus"),
        ("metPad", "3 mm"), ("offload", "200 kPa"),
      ]),
    SampleCase(
      name: "cavus-right", summary: "cavus right foot; mesh in metres, turned",
      foot: .cavusRight, kind: .mesh, unit: .metre, turn: -142, offset: Vector3(60, -310, 0), plateRotation: 0,
      plateOffset: Vector2(0.5, 0.5),
      prescription: [("weight", "68 kg"), ("heelCup", "14 mm"), ("archContact", "90 %"), ("offload", "200 kPa")]),
  ]

  /// The picture on the plate, 5 mm cells.
  public var recording: PlateRecording {
    foot.pressure.recorded(cell: 5, rotation: plateRotation, offset: plateOffset)
  }

  /// The scan as its file holds it.
  public var scan: Scan {
    switch kind {
    case .mesh: foot.scan(foot.mesh(spacing: 1.4), pose: pose, name: "scan.ply")
    case .cloud:
      // What a good hand-held scanner leaves after its own smoothing.
      foot.scan(foot.cloud(count: 50_000, seed: 20, noise: 0.1), pose: pose, name: "scan.ply")
    }
  }

  /// Every file of the case, the same bytes each time.
  public var files: [File] { [File(name: "scan.ply", bytes: scan.binaryPLY)] + smallFiles }

  /// Every file but the scan.
  public var smallFiles: [File] {
    let recording = recording
    return [
      File(name: "pressure.csv", bytes: Array(recording.map.csv.utf8)),
      File(name: "prescription.json", bytes: Array(prescriptionText.utf8)),
      File(name: "truth.json", bytes: Array(truthText(recording).utf8)),
    ]
  }

  private var prescriptionText: String {
    let lines = [("name", name)] + prescription.map { ($0.key, $0.value) }
    let body = lines.map { ",\n  \"\($0.0)\": \"\($0.1)\"" }.joined()
    return "{\n  \"schemaVersion\": \(PrescriptionFile.schemaVersion)\(body)\n}\n"
  }

  private func truthText(_ recording: PlateRecording) -> String {
    let truth = foot.truth
    let marks = truth.landmarks
    let landmarks: [(String, Landmark?)] = [
      ("heel", marks.heel), ("heelCenter", marks.heelCenter), ("mt1", marks.mt1), ("mt5", marks.mt5),
      ("hallux", marks.hallux), ("toeTip", marks.toeTip), ("archApex", marks.archApex),
    ]
    let places = landmarks.compactMap { name, mark in
      mark.map { "    \"\(name)\": [\(short($0.position.x)), \(short($0.position.y)), \(short($0.position.z))]" }
    }.joined(separator: ",\n")
    return """
      {
        "frame": "canonical-right",
        "side": "\(truth.side)",
        "footLength": \(short(truth.length)),
        "archHeight": \(short(truth.archHeight)),
        "landmarks": {
      \(places)
        },
        "scan": {"kind": "\(kind)", "unit": "\(pose.unit.rawValue)", "turn": \(short(turn))},
        "pressure": {
          "cell": \(short(recording.map.cellWidth)), "peak": \(short(recording.map.peak)), "force": \(short(recording.map.force)),
          "bodyWeight": \(short(foot.pressure.bodyWeight)),
          "rotation": \(short(recording.rotation)), "translation": [\(short(recording.translation.x)), \(short(recording.translation.y))]
        }
      }

      """
  }

  /// Four decimals, no trailing zeros: a tenth of what the truth is exact to.
  private func short(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension SampleCase: CustomStringConvertible {
  /// The folder's name.
  public var description: String { name }
}
