import OrthoticCore
import OrthoticExport

/// All files that a command line reads and writes, compared with each other before any of them is opened.
struct RunFiles {
  /// A file with what it is to the run.
  private struct Named {
    let path: String
    let identity: FileIdentity?
  }

  private let inputs: [Named]
  private let outputs: [Named]

  /// Gathers the files of a command line.
  init(_ arguments: ParsedArguments) {
    inputs = arguments.inputPaths.map { Named(path: $0.path, identity: FileIdentity($0.path)) }
    outputs = arguments.outputPaths.map { Named(path: $0, identity: FileIdentity($0)) }
  }

  /// Checks that no output is an input, and no two outputs are one file.
  ///
  /// - Throws: `UsageError` for two outputs, `OutputError` for an output that is an input.
  func check() throws {
    for (index, output) in outputs.enumerated() {
      for other in outputs[..<index] where isSame(other, output) {
        let names = other.path == output.path ? "" : ", also as \(other.path.prefix(60))"
        throw UsageError("\(output.path.prefix(60)) is named by two outputs\(names): give each a name of its own")
      }
      for input in inputs where input.path != "-" && isSame(input, output) {
        let reason = input.path == output.path ? "" : " (\(input.path.prefix(60)))"
        throw OutputError(
          path: output.path, reason: "it is an input of this command" + reason, remedy: "name another file")
      }
    }
  }

  private func isSame(_ one: Named, _ other: Named) -> Bool {
    if let first = one.identity, let second = other.identity { return first.isSame(as: second) }
    // Two outputs on standard output would be mixed; devices such as /dev/null take any number.
    return one.path == other.path && !one.path.hasPrefix("/dev/")
  }
}

extension ParsedArguments {
  /// Flags whose file is written.
  static let outputFlags = [Flag.output, .savedPrescription, .report, .record, .picture, .insolePicture]

  /// Every file that this command line reads, with what it is read for.
  var inputPaths: [(role: String, path: String)] {
    var paths = isFileOperand ? operands.map { (role: "scan", path: $0) } : []
    let written = Self.outputFlags.map(\.name)
    for flag in FlagTable.flags(of: command) where !written.contains(flag.name) {
      guard case .path = flag.kind else { continue }
      paths += texts(flag).map { (role: flag.name, path: $0) }
    }
    return paths
  }

  /// Whether what stands beside the flags are files.
  private var isFileOperand: Bool { Command.named(command).operands.allSatisfy { $0.choices.isEmpty } }

  /// Every file that this command line writes; of a pair each foot's.
  var outputPaths: [String] {
    Self.outputFlags.flatMap { flag in
      let given = texts(flag)
      guard flag.name == Flag.output.name, isPair, !isOn(.plate) else { return given }
      return given.flatMap { path in Side.allCases.map { Self.path(path, of: $0) } }
    }
  }

  /// The file of one foot of a pair: `pair.stl` becomes `pair-left.stl`.
  static func path(_ path: String, of side: Side) -> String {
    guard path != "-", !path.hasPrefix("/dev/") else { return path }
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let dot = name.lastIndex(of: ".") ?? path.endIndex
    return path[..<dot] + "-\(side.rawValue)" + path[dot...]
  }
}
