#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page of documentation whose tables are measured: each stands between two marks, `<!-- name -->` and `<!-- /name -->`.
enum MarkedPage {
  /// Replaces what stands between the marks of a name.
  static func replace(_ name: String, in path: String, with lines: [String]) {
    guard let page = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("\(path) cannot be read")
      return
    }
    let parts = page.components(separatedBy: "\n")
    guard let first = parts.firstIndex(of: "<!-- \(name) -->"), let last = parts.firstIndex(of: "<!-- /\(name) -->"),
      first < last
    else {
      print("\(path) has no marks <!-- \(name) --> and <!-- /\(name) -->")
      return
    }
    let changed = parts[...first] + lines + parts[last...]
    do {
      try changed.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      print("\(path) cannot be written: \(error)")
    }
  }
}
