import Foundation
import OrthoticCore
import Testing

@testable import orthotic

@Suite struct DesignCaseTests {
  private static let scan = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/flat-left/scan.ply").path()

  private func cases(_ words: [String]) throws -> [DesignCase] {
    let arguments = try ArgumentParser.parse(words + ["--grid", "2"], for: .design)
    try arguments.checkFeet()
    let outputs = try arguments.feet.map { try arguments.outputPlan(for: $0) }
    return try arguments.designCases(
      arguments.prescription(), outputs: outputs, progress: Progress(console: Console()))
  }

  @Test("what holds for one foot holds for both: the model, the prescription, an output each")
  func bothFeet() throws {
    let common = ["--model", "layer", "--heel-cup", "14", "-o", "/tmp/insole.stl"]
    let one = try cases([Self.scan] + common)
    let pair = try cases([Self.scan, "--both"] + common)
    let scanned = try cases(["--left", Self.scan, "--right", Self.scan] + common)
    #expect(one.map(\.side) == [nil])
    for both in [pair, scanned] { #expect(both.map(\.side) == [.left, .right]) }
    for foot in one + pair + scanned {
      #expect(foot.inputs.predictionOptions == one[0].inputs.predictionOptions)
      #expect(foot.inputs.predictionOptions.model == .layer)
      #expect(foot.inputs.prescription == one[0].inputs.prescription)
      #expect(foot.inputs.scan.points == one[0].inputs.scan.points)
    }
    #expect(pair.compactMap(\.output?.path) == ["/tmp/insole-left.stl", "/tmp/insole-right.stl"])
    // The other foot is the mirror image, and that is said.
    let assumed = pair.map { $0.inputs.foot?.assumptions.contains { $0.what == "foot shape" } }
    #expect(pair.map(\.inputs.foot?.side) == [.left, .right] && assumed == [false, true])
  }
}
