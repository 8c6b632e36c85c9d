import Foundation
import Testing

/// Every broken input ends in one clear message that names the place and the remedy, the right exit code and no output.
@Suite struct BrokenInputTests {
  private static let sampleScan = BuiltProgram.package + "/Samples/flat-left/scan.ply"

  @Test("a broken scan is refused, by design and by measure", arguments: BrokenFile.scans)
  func refusesScan(_ broken: BrokenFile) throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/" + broken.name
      if let content = broken.content { BuiltProgram.write(content, to: path) }
      try expectRefusal(of: broken, ["design", path, "-o", folder + "/out.stl"], path, folder)
      try expectRefusal(of: broken, ["measure", path, "--json"], path, folder)
    }
  }

  @Test("a broken pressure map is refused", arguments: BrokenFile.maps)
  func refusesMap(_ broken: BrokenFile) throws {
    try BuiltProgram.withScratchFolder { folder in
      let path = folder + "/" + broken.name
      if let content = broken.content { BuiltProgram.write(content, to: path) }
      try expectRefusal(
        of: broken, ["design", Self.sampleScan, "--pressure", path, "-o", folder + "/out.stl"], path, folder)
      try expectRefusal(of: broken, ["pressure", path, "--json"], path, folder)
    }
  }

  @Test("a folder in place of a scan, a map or a prescription is refused")
  func folders() throws {
    try BuiltProgram.withScratchFolder { folder in
      let broken = BrokenFile("a folder", "", nil, code: 66, says: "is a folder")
      let output = folder + "/out.stl"
      try expectRefusal(of: broken, ["design", folder, "-o", output], folder, folder)
      try expectRefusal(of: broken, ["design", Self.sampleScan, "--pressure", folder, "-o", output], folder, folder)
      try expectRefusal(of: broken, ["design", Self.sampleScan, "--rx", folder, "-o", output], folder, folder)
    }
  }

  @Test("the map of the other foot is refused")
  func otherFoot() throws {
    try BuiltProgram.withScratchFolder { folder in
      let map = BuiltProgram.package + "/Samples/normal-right/pressure.csv"
      let broken = BrokenFile("the map of the other foot", "", nil, says: "--pressure-side")
      try expectRefusal(
        of: broken, ["design", Self.sampleScan, "--pressure", map, "-o", folder + "/out.stl"], map, folder)
    }
  }

  @Test("an output that is an input is refused, and the input is left alone")
  func outputEqualsInput() throws {
    try BuiltProgram.withScratchFolder { folder in
      let scan = folder + "/foot.stl"
      let content = Array("not even a scan".utf8)
      BuiltProgram.write(content, to: scan)
      for output in [scan, folder + "/./foot.stl"] {
        let run = try BuiltProgram.run(["design", scan, "-o", output])
        #expect(run.code == 73)
        #expect(run.messageLines.count == 1 && run.messages.contains("is an input"), "\(run.messages)")
      }
      #expect(FileManager.default.contents(atPath: scan) == Data(content))
    }
  }

  @Test("an output in no folder, on a folder or of no known format is refused before the work begins")
  func unwritable() throws {
    try BuiltProgram.withScratchFolder { folder in
      // The scan is not there: that the output is named first shows that it was looked at first.
      for (output, code) in [(folder + "/none/out.stl", 73), (folder, 64), (folder + "/out.docx", 64)]
        as [(String, Int32)]
      {
        let run = try BuiltProgram.run(["design", "missing.ply", "-o", output])
        #expect(run.code == code, "\(run.messages)")
        #expect(run.messageLines.count == 1 && run.messages.contains(output), "\(run.messages)")
      }
    }
  }

  @Test("a full disk is reported, for the solid and for what is printed")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try BuiltProgram.run(["design", Self.sampleScan, "--grid", "2", "-o", "/dev/full"])
    #expect(run.code == 73)
    #expect(run.output.isEmpty)
    #expect(run.messageLines.count == 1 && run.messages.contains("No space left"), "\(run.messages)")
    let printed = try BuiltProgram.run(["design", "--print-rx"], outputTo: "/dev/full")
    #expect(printed.code == 73)
    #expect(printed.messageLines.count == 1 && printed.messages.contains("No space left"), "\(printed.messages)")
  }

  private func expectRefusal(of broken: BrokenFile, _ arguments: [String], _ path: String, _ folder: String) throws {
    let run = try BuiltProgram.run(arguments)
    let command = arguments[0]
    #expect(run.code == broken.code, "\(command): \(run.messages)")
    #expect(run.output.isEmpty, "\(command)")
    #expect(run.messageLines.count == 1, "\(command): \(run.messages)")
    #expect(run.messages.hasPrefix("error: \(path)"), "\(command): \(run.messages)")
    #expect(run.messages.contains(broken.words), "\(command): \(run.messages)")
    #expect(
      run.messages.split(separator: ";").count >= 3, "what is wrong; what was expected; the remedy: \(run.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/out.stl"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tmp") }
    #expect(left.isEmpty)
  }
}
