import Foundation
import Testing

/// The built program, run as a user runs it.
enum BuiltProgram {
  /// What a run left behind.
  struct Run {
    /// Exit code; negative for the signal that ended it, so that a trap can never pass for an exit code.
    var code: Int32
    var output: String
    var messages: String

    /// Messages without notes of what was assumed.
    var messageLines: [String] { messages.split(separator: "\n").map(String.init) }
  }

  /// The regions of every table, in order.
  static let regions = [
    "heel", "midfoot", "forefoot", "mt1", "mt2", "mt3", "mt4", "mt5", "hallux", "toes", "whole",
  ]

  /// A JSON object that the program printed.
  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The binary beside the test bundle.
  private static let binary: String = {
    for argument in CommandLine.arguments {
      guard let range = argument.range(of: ".xctest") else { continue }
      let bundle = String(argument[..<range.upperBound])
      let candidate = (bundle as NSString).deletingLastPathComponent + "/orthotic"
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return package + "/.build/debug/orthotic"
  }()

  /// Runs the program with its output in files, so that no full pipe can block it.
  static func run(
    _ arguments: [String], in folder: String = package, input: [UInt8] = [], outputTo: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    try withScratchFolder { scratch in
      let outputPath = outputTo ?? scratch + "/output"
      for path in [outputPath, scratch + "/messages", scratch + "/input"] where !path.hasPrefix("/dev/") {
        write(path.hasSuffix("/input") ? input : [], to: path)
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: binary)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardOutput = FileHandle(forWritingAtPath: outputPath)
      process.standardError = FileHandle(forWritingAtPath: scratch + "/messages")
      process.standardInput = FileHandle(forReadingAtPath: scratch + "/input")
      try process.run()
      process.waitUntilExit()
      let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
      return Run(
        code: code, output: outputTo == nil ? text(of: outputPath) : "", messages: text(of: scratch + "/messages"))
    }
  }

  /// Puts a file in place.
  static func write(_ content: [UInt8], to path: String) {
    let isWritten = FileManager.default.createFile(atPath: path, contents: Data(content))
    precondition(isWritten, "a scratch file can be written")
  }

  private static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// Gives a new folder that is removed afterwards.
  static func withScratchFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/orthotic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
