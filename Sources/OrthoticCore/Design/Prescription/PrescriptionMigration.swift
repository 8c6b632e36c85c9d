/// How prescription files of older versions are read.
///
/// Each version of the form that renamed a key says so here, and the reader brings the keys forward, version by version.
///
/// - Version 1: one prescription for one foot.
/// - Version 2: `left` and `right` hold what differs for one foot; nothing was renamed.
struct PrescriptionMigration {
  /// Old key to new key, by the version that still had the old one.
  var renames: [Int: [String: String]] = [:]

  /// The migration that is in use.
  static let current = PrescriptionMigration()

  /// The key that a key of an older version has today.
  func key(_ key: String, fromVersion version: Int) -> String {
    var key = key
    for step in version..<max(PrescriptionFile.schemaVersion, version) { key = renames[step]?[key] ?? key }
    return key
  }
}
