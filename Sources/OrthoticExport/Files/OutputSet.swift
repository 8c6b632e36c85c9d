/// The files of one run, which appear together.
///
/// Each is written whole and synced beside its place as it is made; only when all are there do they get their names, in the
/// order in which they were added. A run that fails or is ended before leaves none. Between the names lie microseconds: a
/// record is added last, so that where it stands all that it speaks of does.
package final class OutputSet {
  private var waiting: [AtomicFile.Prepared] = []

  /// None yet.
  package init() {}

  deinit { for file in waiting { file.drop() } }

  /// Writes a file beside its place.
  package func add(_ bytes: [UInt8], to path: String) throws(OutputError) {
    waiting.append(try AtomicFile.prepared(bytes, for: path))
  }

  /// Gives all files their names.
  package func appear() throws(OutputError) {
    while !waiting.isEmpty {
      let file = waiting.removeFirst()
      try file.put()
    }
  }
}
