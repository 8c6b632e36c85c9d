extension InputFile {
  /// The file with all of its content in memory, for readers that have to look at the whole before they can begin.
  ///
  /// Uses up the pieces behind the beginning.
  ///
  /// - Throws: what made the pieces end early, such as a damaged gzip file.
  package func whole() throws(InputError) -> InputFile {
    guard let rest else { return self }
    var bytes = bytes
    while let piece = rest.next(after: []) { bytes += piece }
    if let failure = rest.failure { throw failure }
    return InputFile(name: name, bytes: bytes)
  }
}
