import Foundation
import Testing

/// `orthotic design --record` and `--replay`.
@Suite struct DesignReplayTests {
  private let inputs = [SampleRun.scan, SampleRun.map]

  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  /// Gives the path of the Sample's record in a new folder.
  private func withRecord(_ body: (_ folder: String, _ record: String) throws -> Void) throws {
    try BuiltProgram.withScratchFolder { folder in
      let record = folder + "/a.json"
      BuiltProgram.write(Array(try SampleRun.made.get().record), to: record)
      try body(folder, record)
    }
  }

  @Test("replaying a record gives the same solid and the same record, byte by byte")
  func replaysTheSameBytes() throws {
    try withRecord { folder, record in
      let (solid, again) = (folder + "/a.stl", folder + "/b.json")
      let run = try BuiltProgram.run(["design"] + inputs + ["--replay", record, "-o", solid, "--record", again])
      #expect(run.messages.contains("replayed: the same bytes as recorded"), "\(run.messages)")
      let made = try SampleRun.made.get()
      #expect(bytes(solid) == made.solid)
      #expect(bytes(again) == made.record)
    }
  }

  @Test("a record whose design comes out otherwise is not replayed")
  func changed() throws {
    try withRecord { folder, record in
      let text = String(decoding: try SampleRun.made.get().record, as: UTF8.self)
      let other = text.replacingOccurrences(of: "\"heelCup\" : \"14 mm\"", with: "\"heelCup\" : \"9 mm\"")
      #expect(other != text)
      BuiltProgram.write(Array(other.utf8), to: record)
      let run = try BuiltProgram.run(["design"] + inputs + ["--replay", record])
      #expect(run.code == 1 && run.messages.contains("not the recorded one"))
    }
  }

  @Test("refuses flags beside a record, changed inputs and files that are no record")
  func refusals() throws {
    try withRecord { folder, record in
      let flags = try BuiltProgram.run(["design", "--replay", record, "--heel-cup", "9"])
      #expect(flags.code == 64 && flags.messages.contains("the record settles it"))
      let input = try BuiltProgram.run(["design", "Samples/normal-right/scan.ply", "--replay", record])
      #expect(input.code == 65 && input.messages.contains("is not among the files"), "\(input.messages)")
      let other = try BuiltProgram.run(["design", "--replay", "Samples/flat-left/truth.json"])
      #expect(other.code == 65)
    }
  }

  @Test("a record decides nothing about what is written, and holds no names unless asked")
  func hostileRecord() throws {
    try withRecord { folder, record in
      let text = String(decoding: try SampleRun.made.get().record, as: UTF8.self)
      #expect(!text.contains("scan.ply") && !text.contains("pressure.csv") && !text.contains("solid.stl"))
      let target = folder + "/elsewhere"
      let names = ["output", "record", "report", "picture", "insole-picture"]
      let flags = names.map { "{\"name\": \"\($0)\", \"value\": \"\(target)-\($0).html\"}" }.joined(separator: ", ")
      let hostile = text.replacingOccurrences(of: "\"flags\" : [", with: "\"flags\" : [\(flags), ")
      #expect(hostile != text)
      BuiltProgram.write(Array(hostile.utf8), to: record)
      let run = try BuiltProgram.run(["design"] + inputs.reversed() + ["--replay", record])
      #expect(run.code == 0 || run.code == 1, "\(run.messages)")
      #expect(run.messages.contains("replayed: the same bytes"), "\(run.messages)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.json"])
    }
  }

  @Test("inputs are found beside the record by their content, whatever they are called")
  func beside() throws {
    try withRecord { folder, record in
      for (place, name) in inputs.enumerated() {
        try FileManager.default.copyItem(
          atPath: BuiltProgram.package + "/" + name, toPath: folder + "/input-\(place).txt")
      }
      let run = try BuiltProgram.run(["design", "--replay", record])
      #expect(run.messages.contains("replayed: the same bytes"), "\(run.messages)")
    }
  }

  @Test("refuses two outputs of one path, and a report whose name does not end in .html")
  func outputs() throws {
    try BuiltProgram.withScratchFolder { folder in
      let record = folder + "/a.json"
      let twice = try BuiltProgram.run(SampleRun.design + ["--record", record, "--report", record])
      #expect(twice.code == 64 && twice.messages.contains("two outputs"))
      let ending = try BuiltProgram.run(SampleRun.design + ["--report", folder + "/page.pdf"])
      #expect(ending.code == 64 && ending.messages.contains(".html"))
    }
  }
}
