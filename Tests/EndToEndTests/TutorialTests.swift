import Foundation
import OrthoticCore
import OrthoticExport
import Testing

/// The tutorial's program, compiled and run.
@Suite struct TutorialTests {
  private static let lines = "Sources/OrthoticCore/OrthoticCore.docc/Resources/insole-4.swift"

  @Test(
    "the tutorial's lines design an insole and write what they say",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"))
  func tutorial() throws {
    let home = BuiltProgram.package + "/"
    try BuiltProgram.withScratchFolder { folder in
      let place = folder + "/"
      // begin
      let scan = try ScanReader.read(InputFile.load(path: home + "Samples/flat-left/scan.ply"))
      let map = try PressureReader.read(InputFile.load(path: home + "Samples/flat-left/pressure.csv"))

      var prescription = Prescription()
      prescription.heelCupDepth = 14
      prescription.rearfootPost = 4
      prescription.metatarsalPad = 3
      prescription.bodyWeight = 84

      let design = try DesignPipeline.run(
        DesignInputs(scan: scan, recording: map, prescription: prescription))
      for region in design.prediction.regions {
        print(region.region, Int(region.before.peak), "→", Int(region.after.peak), "kPa")
      }
      for assumption in design.assumptions { print(assumption.what, assumption.value) }
      for finding in design.findings { print(finding.severity, finding.message) }

      let solid = try MeshFile.write(design.solid, to: place + "insole.stl", as: .stl)
      let record = DesignRecord(
        design,
        origin: DesignRecord.Origin(library: "my program", version: "1.0.0", prescription: prescription),
        output: DesignRecord.Output(path: "insole.stl", format: .stl, bytes: solid))
      let page = try Report([ReportDesign(design, record: record)]).html
      try AtomicFile.write(Array(page.utf8), to: place + "report.html")
      // end
      #expect(FileManager.default.contents(atPath: place + "insole.stl").map { $0.count == solid.count } == true)
      #expect(FileManager.default.contents(atPath: place + "report.html") != nil)
    }
  }

  @Test("what is tested is what the tutorial shows")
  func linesAreTheSame() throws {
    let shown = try String(contentsOfFile: BuiltProgram.package + "/" + Self.lines, encoding: .utf8)
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
    let part = try #require(own.components(separatedBy: "// begin\n").dropFirst().first)
    let tested = try #require(part.components(separatedBy: "// end").first)
      .replacingOccurrences(of: "home + ", with: "").replacingOccurrences(of: "place + ", with: "")
    func bare(_ text: String) -> [String] {
      text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && !$0.hasPrefix("import ") }
    }
    #expect(bare(shown) == bare(tested))
    #expect(bare(shown).count <= 30)
  }
}
