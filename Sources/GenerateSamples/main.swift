import ParametricFoot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes the cases of `SampleCase` into a folder: `swift run -c release GenerateSamples Samples`.
func generate(into folder: String) throws {
  for sample in SampleCase.all {
    let place = "\(folder)/\(sample.name)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for file in sample.files {
      try Data(file.bytes).write(to: URL(fileURLWithPath: "\(place)/\(file.name)"))
      print("\(place)/\(file.name): \(file.bytes.count) bytes")
    }
  }
}

if let folder = CommandLine.arguments.dropFirst().first {
  try generate(into: folder)
} else {
  print("usage: swift run -c release GenerateSamples Samples")
}
