import OrthoticCore
import ParametricFoot
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct SamplesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Samples")

  private func bytes(_ sample: SampleCase, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent("\(sample.name)/\(name)")))
  }

  @Test("the generator writes the same small files again", arguments: SampleCase.all) func generatorWritesTheSame(
    sample: SampleCase
  ) throws {
    for file in sample.smallFiles {
      #expect(try bytes(sample, file.name) == file.bytes, "regenerate with GenerateSamples: \(file.name)")
    }
  }

  @Test(
    "the generator writes the same scan again",
    .enabled(if: isOptimised, "slow without optimisation: swift test -c release"),
    arguments: SampleCase.all)
  func generatorWritesTheSameScan(sample: SampleCase) throws {
    for file in sample.files {
      let same = try bytes(sample, file.name) == file.bytes
      #expect(same, "regenerate with GenerateSamples: \(file.name)")
    }
  }

  @Test("a sample scan lies on its foot", arguments: SampleCase.all) func sampleScanLies(sample: SampleCase) throws {
    let scan = try ScanReader.read(InputFile(name: "scan.ply", bytes: try bytes(sample, "scan.ply")))
    #expect((40_000...60_000).contains(scan.points.count))
    #expect(scan.triangles.isEmpty == (sample.kind == .cloud))
    // Back to the canonical frame: the rotation's transpose, then the mirror image of a left foot.
    let (a, b, c) = sample.pose.rotation
    for index in stride(from: 0, to: scan.points.count, by: 101) {
      let point = scan.points[index] * sample.pose.unit.millimetres - sample.pose.offset
      var upright = a * point.x + b * point.y + c * point.z
      if sample.foot.parameters.side == .left { upright.x = -upright.x }
      #expect(sample.foot.distance(from: upright) < (sample.kind == .cloud ? 0.7 : 0.01))
    }
  }

  @Test("a sample prescription is readable and names its case", arguments: SampleCase.all)
  func samplePrescriptionIsReadable(sample: SampleCase) throws {
    let file = InputFile(name: "prescription.json", bytes: try bytes(sample, "prescription.json"))
    let prescription = try PrescriptionFile(file)
    #expect(prescription.name == sample.name)
    #expect(prescription.settings.count == sample.prescription.count)
    #expect(prescription.applied(to: Prescription()).bodyWeight == sample.foot.parameters.pressure.bodyMass)
  }

  @Test("the samples are small enough to commit") func samplesAreSmallEnough() throws {
    let total = try SampleCase.all.flatMap { sample in
      try ["scan.ply", "pressure.csv", "prescription.json", "truth.json"].map { try bytes(sample, $0).count }
    }.reduce(0, +)
    #expect(total < 6_000_000)
  }
}
