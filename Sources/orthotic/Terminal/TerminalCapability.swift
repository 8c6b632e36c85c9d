#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OrthoticExport

extension StandardStream {
  /// The colours that can be seen there: none where nobody looks, or where `NO_COLOR` asks for none.
  var capability: TerminalPreview.Capability {
    Self.capability(isTerminal: isTerminal, environment: ProcessInfo.processInfo.environment)
  }

  static func capability(isTerminal: Bool, environment: [String: String]) -> TerminalPreview.Capability {
    let terminal = environment["TERM"] ?? ""
    guard isTerminal, terminal != "dumb", (environment["NO_COLOR"] ?? "").isEmpty else { return .plain }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .trueColor }
    return terminal.contains("256color") || terminal.contains("direct") ? .palette : .plain
  }

  /// Characters in a line, where the terminal or `COLUMNS` says it; else 80.
  var columns: Int {
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), told > 0 {
      return min(told, 1000)
    }
    return windowWidth ?? 80
  }
}
