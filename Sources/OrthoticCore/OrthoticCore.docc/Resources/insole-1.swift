import OrthoticCore
import OrthoticExport

let scan = try ScanReader.read(InputFile.load(path: "Samples/flat-left/scan.ply"))
let map = try PressureReader.read(InputFile.load(path: "Samples/flat-left/pressure.csv"))
