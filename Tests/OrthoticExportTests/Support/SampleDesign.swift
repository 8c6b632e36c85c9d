import OrthoticCore
import ParametricFoot

@testable import OrthoticExport

/// A design of a left foot on a coarse grid, made once for all tests that only look at it.
enum SampleDesign {
  static let result: Result<DesignResult, any Error> = Result {
    let sample = SampleCase.all[1]
    var files: [String: [UInt8]] = [:]
    for file in sample.files { files[file.name] = file.bytes }
    func file(_ name: String) -> InputFile { InputFile(name: name, bytes: files[name] ?? []) }
    var prescription = try PrescriptionFile(file("prescription.json")).applied(to: Prescription())
    prescription.metatarsalPad = 4
    var inputs = DesignInputs(
      scan: try ScanReader.read(file("scan.ply")), scanOptions: ScanOptions(gridSpacing: 2),
      recording: try PressureReader.read(file("pressure.csv"), options: PressureOptions()), prescription: prescription)
    // Bands of few draws are rough, but they are there.
    inputs.predictionOptions.draws = 6
    return try DesignPipeline.run(inputs)
  }

  static func record(withGrids: Bool = false, name: String? = nil) throws -> DesignRecord {
    let design = try result.get()
    let bytes = MeshFile.bytes(of: design.solid, as: .stl)
    return DesignRecord(
      design,
      origin: DesignRecord.Origin(
        program: DesignRecord.Program(name: "orthotic", version: "0.0.0"),
        run: DesignRecord.Run(
          command: "design", operands: ["scan.ply"], flags: [DesignRecord.Run.Flag(name: "grid", value: "2")]),
        inputs: [DesignRecord.Input(role: "scan", path: "scan.ply", bytes: [1, 2, 3])],
        prescription: design.prescription, prescriptionName: name, prescriptionNotes: "a note"),
      output: DesignRecord.Output(path: nil, format: .stl, bytes: bytes), withGrids: withGrids)
  }
}
