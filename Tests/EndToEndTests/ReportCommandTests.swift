import Foundation
import Testing

/// `orthotic report` as a user meets it.
@Suite struct ReportCommandTests {
  @Test("makes one page of two records, and wants a path for it")
  func records() throws {
    try BuiltProgram.withScratchFolder { folder in
      let record = folder + "/a.json"
      BuiltProgram.write(Array(try SampleRun.made.get().record), to: record)
      // The inputs lie elsewhere: they are given, in any order.
      let alone = try BuiltProgram.run(["report", record, "--report", folder + "/p.html"])
      #expect(alone.code == 65 && alone.messages.contains("give that file"))
      let inputs = [SampleRun.map, SampleRun.scan].map { BuiltProgram.package + "/" + $0 }
      let pair = try BuiltProgram.run(["report", record, record] + inputs + ["--report", folder + "/p.html"])
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
