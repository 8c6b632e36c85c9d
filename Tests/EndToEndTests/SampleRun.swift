import Foundation

/// One design of a Sample with everything that is written beside it, made once for all tests that only look at it.
struct SampleRun {
  static let scan = "Samples/flat-left/scan.ply"
  static let map = "Samples/flat-left/pressure.csv"
  /// The command on a coarse grid, without outputs.
  static let design = ["design", scan, "--pressure", map, "--grid", "2", "--met-pad", "4", "--heel-cup", "14"]

  /// What the program printed.
  var run: BuiltProgram.Run
  /// Where the solid was written, as its record says; the folder is gone.
  var solidPath: String
  /// The solid (STL), the record and the page.
  var solid: Data
  var record: Data
  var page: Data

  /// The design on one thread.
  static let made = Result { () throws -> SampleRun in
    try BuiltProgram.withScratchFolder { folder in
      let paths = ["solid.stl", "record.json", "page.html"].map { folder + "/" + $0 }
      let run = try BuiltProgram.run(
        design + ["--threads", "1", "-o", paths[0], "--record", paths[1], "--report", paths[2]])
      let files = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
      return SampleRun(run: run, solidPath: paths[0], solid: files[0], record: files[1], page: files[2])
    }
  }
}
