import Foundation
import Testing

/// Names, texts and endless inputs from outside.
@Suite struct HostileInputTests {
  @Test("a file's name and content are shown with their escapes spelled out")
  func names() throws {
    try BuiltProgram.withScratchFolder { folder in
      let name = "foot\u{1B}[2J\u{202E}\ndone.csv"
      BuiltProgram.write(Array("\u{1B}]0;x\u{7} is no scan".utf8), to: folder + "/" + name)
      for command in ["check", "measure", "pressure", "design"] {
        let run = try BuiltProgram.run([command, name], in: folder)
        #expect(run.code == 65, "\(command): \(run.messages)")
        #expect(run.messages.contains("foot\\u{1B}[2J\\u{202E}\\ndone.csv"), "\(run.messages)")
        #expect(!run.messages.contains("\u{1B}") && !run.messages.contains("\u{202E}"))
      }
    }
  }

  @Test("a number of a million digits is quoted in part")
  func longNumber() throws {
    try BuiltProgram.withScratchFolder { folder in
      let number = String(repeating: "9", count: 1_000_000)
      let run = try BuiltProgram.run(["measure", "a.ply", "--foot-length", number.prefix(100_000) + "mm"], in: folder)
      #expect(run.code == 64 && run.messages.utf8.count < 4000)
      let rx = "{\"version\": 1, \"prescription\": {\"heelCup\": \"\(number) mm\"}}"
      BuiltProgram.write(Array(rx.utf8), to: folder + "/rx.json")
      let file = try BuiltProgram.run(["design", "--rx", "rx.json", "--print-rx"], in: folder)
      #expect(file.code == 65 && file.messages.utf8.count < 4000, "\(file.messages.prefix(300))")
    }
  }

  @Test(
    "devices are refused at once", .enabled(if: FileManager.default.fileExists(atPath: "/dev/urandom")),
    arguments: [
      "/dev/urandom", "/dev/zero",
    ])
  func devices(path: String) throws {
    for command in ["check", "measure", "pressure", "design"] {
      let run = try BuiltProgram.run([command, path])
      #expect(run.code == 66 && run.messages.contains("it is a device"), "\(run.messages)")
    }
    let empty = try BuiltProgram.run(["measure", "/dev/null"])
    #expect(empty.code == 65 && empty.messages.contains("is empty"))
  }
}
