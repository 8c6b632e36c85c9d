import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct ArchDosingTests {
  private static let foot = ParametricFoot.normalRight.shape(spacing: 2)

  private static func shaped(_ change: (inout Prescription) -> Void) throws -> ShapedDesign {
    var prescription = Prescription()
    prescription.offloadMode = .off
    change(&prescription)
    let inputs = DesignInputs(
      scan: Scan(name: "truth", format: "truth", points: []),
      recording: DesignPipelineTests.recording(side: .right), prescription: prescription,
      predictionOptions: PredictionOptions(draws: 0))
    return try DesignPipeline.shaped(for: foot, inputs: inputs)
  }

  @Test("the arch carries the pressure asked for, and more pressure means a higher arch")
  func dosed() throws {
    var last = 0.0
    for pressure in [50.0, 90] {
      let design = try Self.shaped { $0.archPressure = pressure }
      let arch = try #require(design.prediction.arch)
      #expect(abs(arch.peak - pressure) < 2 * ArchDosing.tolerance)
      #expect(arch.contact > last)
      #expect(arch.contact == design.prescription.archContact)
      #expect(design.assumptions.contains { $0.what == "arch contact" && $0.override == "\(.archContact)" })
      last = arch.contact
    }
  }

  @Test("a dose by height says what its arch carries, and warns above 150 kPa")
  func warned() throws {
    let design = try Self.shaped {
      $0.archContact = 1.1
      $0.scanLoad = ScanLoad.none
      if let rigid = MaterialTable.material(named: "pp") { $0.material = rigid }
    }
    let arch = try #require(design.prediction.arch)
    #expect(arch.contact == 1.1 && arch.peak > Lint.archLimit)
    #expect(design.findings.contains { $0.code == "arch-carries-too-much" })
  }

  @Test("only a rigid device that stands free bends as a shell")
  func shells() throws {
    let layout = GridLayout(origin: Vector2(0, 0), spacing: 2, columns: 4, rows: 4)
    let design = try Self.shaped { _ in }
    var insole = InsoleOnGrid(surfaces: design.surfaces, layout: layout, columnModulus: 1000)
    insole.top = insole.top.map { _ in 10 }
    insole.thickness = insole.top.map { _ in 3 }
    let rigid = try #require(MaterialTable.material(named: "pp"))
    #expect(insole.shell(of: rigid, layout: layout) == nil)
    insole.clearance[5] = 7
    #expect(insole.shell(of: rigid, layout: layout)?.support[5] == 0)
    #expect(insole.shell(of: rigid, layout: layout)?.support[6] == Shell.shoeSupport)
    #expect(insole.shell(of: MaterialTable.standard, layout: layout) == nil)
  }
}
