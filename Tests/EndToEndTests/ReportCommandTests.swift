import Foundation
import Testing

/// `orthotic report` as a user meets it.
@Suite struct ReportCommandTests {
  @Test("makes one page of two records, and wants a path for it")
  func records() throws {
    try BuiltProgram.withScratchFolder { folder in
      let record = folder + "/a.json"
      BuiltProgram.write(Array(try SampleRun.made.get().record), to: record)
      for (place, name) in [SampleRun.scan, SampleRun.map].enumerated() {
        try FileManager.default.copyItem(atPath: BuiltProgram.package + "/" + name, toPath: folder + "/\(place)")
      }
      let pair = try BuiltProgram.run(["report", record, record, "--report", folder + "/p.html"])
      #expect(pair.code == 0, "\(pair.messages)")
      #expect(FileManager.default.fileExists(atPath: folder + "/p.html"))
      #expect(try BuiltProgram.run(["report", record]).code == 64)
    }
  }

  @Test("refuses what is no record and says how one is made")
  func noRecord() throws {
    try BuiltProgram.withScratchFolder { folder in
      let scan = try BuiltProgram.run(["report", SampleRun.scan, "--report", folder + "/p.html"])
      #expect(scan.code == 65 && scan.messages.contains("--record") && !scan.messages.contains("--print-rx"))
    }
  }
}
