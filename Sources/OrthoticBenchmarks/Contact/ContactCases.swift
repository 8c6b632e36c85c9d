import OrthoticCore

/// The feet on which predictions are measured: the Samples, and real scans where they are at hand.
enum ContactCases {
  /// A foot with its map, ready for any prescription.
  struct Case: Sendable {
    let name: String
    let foot: FootShape
    let inputs: DesignInputs
  }

  /// Every case that can be read; what cannot is named.
  static func load(samples: String, data: String?) -> [Case] {
    var list = ["cavus-right", "flat-left", "normal-right"].compactMap { name in
      read(name, scan: "\(samples)/\(name)/scan.ply", map: "\(samples)/\(name)/pressure.csv")
    }
    guard let data else {
      print("SKIP  no folder of real scans given")
      return list
    }
    let real = [
      ("plantar-right.obj", "right"), ("retail-left.stl", "left"), ("retail-right.stl", "right"),
      ("cloud-left.asc", "left"), ("cloud-right.asc", "right"),
    ]
    list += real.compactMap { scan, side in
      read(scan, scan: "\(data)/scans/\(scan)", map: "\(data)/pressure/mean104_\(side).csv")
    }
    return list
  }

  /// One case; `nil`, and a line that says why, where its files cannot be used.
  static func read(_ name: String, scan: String, map: String) -> Case? {
    do {
      let inputs = DesignInputs(
        scan: try ScanReader.read(InputFile.load(path: scan)),
        recording: try PressureReader.read(InputFile.load(path: map)))
      return Case(name: name, foot: try FootShape.find(in: inputs.scan, options: inputs.scanOptions), inputs: inputs)
    } catch {
      print("SKIP  \(name): \(error)")
      return nil
    }
  }
}
