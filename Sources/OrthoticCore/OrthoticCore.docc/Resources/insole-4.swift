import OrthoticCore
import OrthoticExport

let scan = try ScanReader.read(InputFile.load(path: "Samples/flat-left/scan.ply"))
let map = try PressureReader.read(InputFile.load(path: "Samples/flat-left/pressure.csv"))

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

let solid = try MeshFile.write(design.solid, to: "insole.stl", as: .stl)
let record = DesignRecord(
  design,
  origin: DesignRecord.Origin(library: "my program", version: "1.0.0", prescription: prescription),
  output: DesignRecord.Output(path: "insole.stl", format: .stl, bytes: solid))
let page = try Report([ReportDesign(design, record: record)]).html
try AtomicFile.write(Array(page.utf8), to: "report.html")
