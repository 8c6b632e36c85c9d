// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "orthotic",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "OrthoticCore", targets: ["OrthoticCore"]),
    .library(name: "OrthoticExport", targets: ["OrthoticExport"]),
    .executable(name: "orthotic", targets: ["orthotic"]),
  ],
  targets: [
    // The zlib that the Swift toolchain itself needs: gzip input, PNG and 3MF output.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // How the C library that the toolchain rests on hands out memory.
    .systemLibrary(name: "CMalloc"),
    .target(name: "OrthoticCore", dependencies: ["CZlib"], swiftSettings: strict),
    .target(
      name: "OrthoticExport", dependencies: ["OrthoticCore", "CZlib"],
      // Built in as Swift strings by `.ci/embed`.
      exclude: ["Record/record.schema.json", "Report/Web"], swiftSettings: strict),
    // The synthetic foot with known truth behind Samples, tests and benchmarks, and the template where there is no scan.
    .target(name: "ParametricFoot", dependencies: ["OrthoticCore"], swiftSettings: strict),
    .executableTarget(
      name: "GenerateSamples", dependencies: ["OrthoticCore", "ParametricFoot"], swiftSettings: strict),
    .executableTarget(
      name: "orthotic", dependencies: ["CMalloc", "OrthoticCore", "OrthoticExport", "ParametricFoot"],
      swiftSettings: strict),
    .executableTarget(
      name: "OrthoticBenchmarks", dependencies: ["OrthoticCore", "OrthoticExport", "ParametricFoot"],
      swiftSettings: strict),
    .testTarget(
      name: "OrthoticCoreTests", dependencies: ["OrthoticCore", "ParametricFoot"], swiftSettings: strict),
    .testTarget(
      name: "OrthoticExportTests", dependencies: ["OrthoticCore", "OrthoticExport", "ParametricFoot"],
      swiftSettings: strict),
    .testTarget(name: "OrthoticTests", dependencies: ["OrthoticCore", "orthotic"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["OrthoticCore", "OrthoticExport", "ParametricFoot", "orthotic"],
      swiftSettings: strict),
  ]
)

// `ORTHOTIC_FUZZ=1 swift build -c release --sanitize=fuzzer`: the fuzzer brings its own main.
if Context.environment["ORTHOTIC_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "OrthoticFuzz", dependencies: ["OrthoticCore", "CZlib"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
