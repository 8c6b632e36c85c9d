import OrthoticCore
import ParametricFoot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes the cases of `SampleCase` and the presets into a folder: `swift run -c release GenerateSamples Samples`.
func generate(into folder: String) throws {
  for sample in SampleCase.all {
    let place = "\(folder)/\(sample.name)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for file in sample.files {
      try Data(file.bytes).write(to: URL(fileURLWithPath: "\(place)/\(file.name)"))
      print("\(place)/\(file.name): \(file.bytes.count) bytes")
    }
  }
  let presets = "\(folder)/presets"
  try FileManager.default.createDirectory(atPath: presets, withIntermediateDirectories: true)
  for preset in Preset.all {
    try Data(preset.file.text.utf8).write(to: URL(fileURLWithPath: "\(presets)/\(preset.name).json"))
    print("\(presets)/\(preset.name).json")
  }
}

if let folder = CommandLine.arguments.dropFirst().first {
  try generate(into: folder)
} else {
  print("usage: swift run -c release GenerateSamples Samples")
}
