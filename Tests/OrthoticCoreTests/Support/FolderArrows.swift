/// Which top folders of the core may use which, and where a source breaks that.
///
/// ```
///   DesignPipeline and its like
///     Design → Pressure → Scan → Foot → Geometry, Input → System
///     Design → Contact →                Geometry, Input → System
/// ```
struct FolderArrows {
  /// A file of the core: its path below `OrthoticCore` and its text.
  struct File {
    var path: String
    var source: String
    /// Its top folder; empty for the files beside the folders.
    var folder: String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "" }
  }

  /// A use of something that stands in a folder above.
  struct Violation: CustomStringConvertible {
    var path: String
    var line: Int
    var name: String
    var declaredIn: [String]
    var description: String { "\(path):\(line) uses \(name) of \(declaredIn.joined(separator: ", "))" }
  }

  /// The folders that each may use besides itself; the files beside the folders may use all.
  static let allowed: [String: Set<String>] = [
    "System": [],
    "Input": ["System"],
    "Geometry": ["System"],
    "Foot": ["Geometry", "Input", "System"],
    "Contact": ["Geometry", "Input", "System"],
    "Scan": ["Foot", "Geometry", "Input", "System"],
    "Pressure": ["Scan", "Foot", "Geometry", "Input", "System"],
    "Design": ["Pressure", "Scan", "Foot", "Contact", "Geometry", "Input", "System"],
  ]

  private let files: [(file: File, names: SourceNames)]
  /// The folders in which each type and each member is declared.
  private var typeFolders: [String: Set<String>] = [:]
  private var memberFolders: [String: Set<String>] = [:]
  private var hiddenFolders: [String: Set<String>] = [:]
  private var initializers: [String: [(folder: String, labels: [String])]] = [:]

  init(_ files: [File]) {
    self.files = files.map { ($0, SourceNames($0.source)) }
    for (file, names) in self.files {
      for name in names.types { typeFolders[name, default: []].insert(file.folder) }
      for name in names.members { memberFolders[name, default: []].insert(file.folder) }
      for name in names.hiddenMembers { hiddenFolders[name, default: []].insert(file.folder) }
      for (type, all) in names.initializers {
        for labels in all { initializers[type, default: []].append((file.folder, labels)) }
      }
    }
  }

  /// Names of members that the standard library declares too: what `.first` means cannot be told from the name.
  static let standardNames: Set<String> = [
    "Element", "append", "contains", "count", "down", "drop", "element", "first", "indices", "isEmpty", "isFinite",
    "last",
    "load", "offset", "remove", "rounded", "store", "stride", "toggle", "up", "words", "zero",
  ]

  /// Every use of what stands higher, in the order of the files.
  var violations: [Violation] {
    var found: [Violation] = []
    for (file, names) in files where !file.folder.isEmpty {
      let reachable = (Self.allowed[file.folder] ?? []).union([file.folder])
      let isReachable = { (folders: Set<String>) in !folders.isDisjoint(with: reachable) }
      for use in names.uses {
        let types = typeFolders[use.name] ?? []
        let members = memberFolders[use.name] ?? []
        let folders = types.union(members)
        guard !folders.isEmpty, !isReachable(folders), !Self.standardNames.contains(use.name),
          !(use.isMember ? isReachable(hiddenFolders[use.name] ?? []) : names.locals.contains(use.name))
        else { continue }
        found.append(Violation(path: file.path, line: use.line, name: use.name, declaredIn: folders.sorted()))
      }
      for creation in names.creations {
        let all = initializers[creation.type] ?? []
        let fitting = all.filter { Self.fits(creation.labels, $0.labels) }.map(\.folder)
        // Where a fitting one lies within reach, or the compiler made it of the stored properties, that is the one.
        guard !fitting.isEmpty, !isReachable(Set(fitting)), isReachable(typeFolders[creation.type] ?? []),
          !isMemberwise(creation)
        else { continue }
        let name = "\(creation.type)(\(creation.labels.map { $0 + ":" }.joined()))"
        found.append(
          Violation(path: file.path, line: creation.line, name: name, declaredIn: Set(fitting).sorted()))
      }
    }
    return found
  }

  /// Whether a call may be one of an initializer: all its labels in their order, others left to their defaults.
  private static func fits(_ call: [String], _ signature: [String]) -> Bool {
    var rest = signature[...]
    for label in call {
      guard let place = rest.firstIndex(of: label) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private func isMemberwise(_ creation: SourceNames.Creation) -> Bool {
    guard !creation.labels.contains("_"), !creation.labels.isEmpty else { return false }
    return files.contains { file, names in
      names.types.contains(creation.type) && creation.labels.allSatisfy(names.members.contains)
    }
  }
}
