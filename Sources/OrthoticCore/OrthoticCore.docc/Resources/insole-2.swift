import OrthoticCore
import OrthoticExport

let scan = try ScanReader.read(InputFile.load(path: "Samples/flat-left/scan.ply"))
let map = try PressureReader.read(InputFile.load(path: "Samples/flat-left/pressure.csv"))

var prescription = Prescription()
prescription.heelCupDepth = 14
prescription.rearfootPost = 4
prescription.metatarsalPad = 3
prescription.bodyWeight = 84
