#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the real scans and maps lie that are no part of the package.
enum RealFolder {
  /// A folder that was named, or the one of `ORTHOTIC_REAL_FILES`; `nil` where neither is.
  static func path(_ named: String?) -> String? {
    let folder = named ?? ProcessInfo.processInfo.environment["ORTHOTIC_REAL_FILES"]
    return folder == "" ? nil : folder
  }
}
